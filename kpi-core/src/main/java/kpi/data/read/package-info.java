/** What readers share. */
@NullMarked
package kpi.data.read;

import org.jspecify.annotations.NullMarked;
