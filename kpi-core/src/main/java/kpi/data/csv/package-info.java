/** Reads datasets from CSV; the only package that knows the CSV library. */
@NullMarked
package kpi.data.csv;

import org.jspecify.annotations.NullMarked;
