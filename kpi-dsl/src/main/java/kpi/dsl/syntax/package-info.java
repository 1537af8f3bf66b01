/** The tree of what people wrote: brackets, spelling, full-width signs kept. */
@NullMarked
package kpi.dsl.syntax;

import org.jspecify.annotations.NullMarked;
