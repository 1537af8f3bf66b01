/** What to compute of a formula: exact arithmetic over slots, with units resolved, constants folded and factors gathered. */
@NullMarked
package kpi.plan;

import org.jspecify.annotations.NullMarked;
