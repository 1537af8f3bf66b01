package kpi.dsl.syntax;

import kpi.source.Span;

/** The bracket after a declared name, for example {@code (實際數)}; the inner text as printed. */
public record Bracket(Span span, String inner) implements Node {}
