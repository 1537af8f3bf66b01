/** Computes aggregates over the columns of a dataset, block by block, on longs whose bounds are known beforehand. */
@NullMarked
package kpi.engine.columnar;

import org.jspecify.annotations.NullMarked;
