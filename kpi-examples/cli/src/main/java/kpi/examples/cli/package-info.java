/** The command-line tool. */
@NullMarked
package kpi.examples.cli;

import org.jspecify.annotations.NullMarked;
