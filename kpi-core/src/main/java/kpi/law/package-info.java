/** Which laws hold: proved from the formula, or tested with generated facts. */
@NullMarked
package kpi.law;

import org.jspecify.annotations.NullMarked;
