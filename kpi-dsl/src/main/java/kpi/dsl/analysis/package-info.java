/** Names, types, units: syntax tree to model. */
@NullMarked
package kpi.dsl.analysis;

import org.jspecify.annotations.NullMarked;
