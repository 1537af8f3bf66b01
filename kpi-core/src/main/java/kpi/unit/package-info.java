/** Units, dimensions, percent and percentage points, magnitudes such as 億. */
@NullMarked
package kpi.unit;

import org.jspecify.annotations.NullMarked;
