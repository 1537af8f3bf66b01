/** What functions exist: signature, text, examples, laws, reference implementation, all in one place each. */
@NullMarked
package kpi.function;

import org.jspecify.annotations.NullMarked;
