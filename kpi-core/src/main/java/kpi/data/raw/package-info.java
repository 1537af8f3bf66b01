/** Arrays behind columns, shared without copying by the engines of this module; never exported. */
@NullMarked
package kpi.data.raw;

import org.jspecify.annotations.NullMarked;
