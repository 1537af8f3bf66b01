/** Syntax tree back to text, in either language. */
@NullMarked
package kpi.dsl.format;

import org.jspecify.annotations.NullMarked;
