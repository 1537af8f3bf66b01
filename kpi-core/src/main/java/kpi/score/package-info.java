/** Attainment, dimensions, roll-up, ranks, grades. */
@NullMarked
package kpi.score;

import org.jspecify.annotations.NullMarked;
