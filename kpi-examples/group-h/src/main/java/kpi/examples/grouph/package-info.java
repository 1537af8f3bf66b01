/** The Group H scorecard as a program. */
@NullMarked
package kpi.examples.grouph;

import org.jspecify.annotations.NullMarked;
