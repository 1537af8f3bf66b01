/** What is kept of rows that were evaluated in pieces: values that merge, and can be written down and read again. */
@NullMarked
package kpi.engine.pieces;

import org.jspecify.annotations.NullMarked;
