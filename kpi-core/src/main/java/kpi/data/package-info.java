/** Datasets as typed columns. */
@NullMarked
package kpi.data;

import org.jspecify.annotations.NullMarked;
