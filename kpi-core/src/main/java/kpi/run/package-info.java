/** Where a host stands: program, facts, evaluation, result. */
@NullMarked
package kpi.run;

import org.jspecify.annotations.NullMarked;
