/** Results as text, JSON, CSV, HTML. */
@NullMarked
package kpi.report;

import org.jspecify.annotations.NullMarked;
