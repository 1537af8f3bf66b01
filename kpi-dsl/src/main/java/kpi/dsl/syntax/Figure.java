package kpi.dsl.syntax;

import kpi.source.Span;

/** A quantity as printed, sign included: {@code 6億5,202萬}, {@code 109.5%}, {@code −3}, {@code 0.1 分}. */
public record Figure(Span span, String text) implements Node {}
