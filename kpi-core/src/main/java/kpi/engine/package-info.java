/** Runs a plan: the reference engine defines the truth; scalar and columnar engines are fast. */
@NullMarked
package kpi.engine;

import org.jspecify.annotations.NullMarked;
