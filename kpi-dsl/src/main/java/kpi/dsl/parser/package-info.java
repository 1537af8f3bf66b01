/** ANTLR and nothing else. */
@NullMarked
package kpi.dsl.parser;

import org.jspecify.annotations.NullMarked;
