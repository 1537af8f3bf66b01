/** Published indices computed row by row by a host of its own. */
@NullMarked
package kpi.examples.indices;

import org.jspecify.annotations.NullMarked;
