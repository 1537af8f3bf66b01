/** Reads datasets from result sets of a database; the only package that knows {@code java.sql}, and needs nothing else. */
@NullMarked
package kpi.data.jdbc;

import org.jspecify.annotations.NullMarked;
