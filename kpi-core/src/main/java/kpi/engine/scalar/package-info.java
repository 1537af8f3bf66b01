/** Runs planned formulas on checked longs, each number an integer of a scale known beforehand. */
@NullMarked
package kpi.engine.scalar;

import org.jspecify.annotations.NullMarked;
