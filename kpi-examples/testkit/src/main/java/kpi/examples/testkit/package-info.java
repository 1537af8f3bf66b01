/** Generated facts for jqwik, so that a host can test rules of its own. */
@NullMarked
package kpi.examples.testkit;

import org.jspecify.annotations.NullMarked;
