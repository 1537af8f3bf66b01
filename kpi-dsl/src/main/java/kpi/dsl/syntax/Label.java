package kpi.dsl.syntax;

import kpi.source.Span;

/** A quoted text, {@code "…"}, {@code “…”} or {@code 「…」}; the text is without its quotes. */
public record Label(Span span, String text) implements Node {}
