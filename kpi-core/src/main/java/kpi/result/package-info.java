/** What an evaluation yields: figures with their states, marks and units. */
@NullMarked
package kpi.result;

import org.jspecify.annotations.NullMarked;
