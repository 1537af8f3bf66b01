/** Looks over a program that can be computed and asks whether it is what was meant: what is unused, hidden or out of reach. */
@NullMarked
package kpi.dsl.review;

import org.jspecify.annotations.NullMarked;
