/** Quantities, truth, text, dates and periods, and the kinds of missing. */
@NullMarked
package kpi.value;

import org.jspecify.annotations.NullMarked;
