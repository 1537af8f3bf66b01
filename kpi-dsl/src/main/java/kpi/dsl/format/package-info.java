/** The clauses of a file back to text, laid out in one way, their keywords in either language. */
@NullMarked
package kpi.dsl.format;

import org.jspecify.annotations.NullMarked;
