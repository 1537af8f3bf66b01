/** A named text, and places: a span of it, a cell of a file, an input. */
@NullMarked
package kpi.source;

import org.jspecify.annotations.NullMarked;
