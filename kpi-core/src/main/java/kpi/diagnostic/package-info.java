/** What is wrong, where, why, what to do, in two languages; and how it is drawn. */
@NullMarked
package kpi.diagnostic;

import org.jspecify.annotations.NullMarked;
