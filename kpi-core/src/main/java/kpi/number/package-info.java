/** Exact numbers, rounding, the approximate mark. */
@NullMarked
package kpi.number;

import org.jspecify.annotations.NullMarked;
