/** The front door: text to program. */
@NullMarked
package kpi.dsl;

import org.jspecify.annotations.NullMarked;
