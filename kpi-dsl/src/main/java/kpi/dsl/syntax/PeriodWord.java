package kpi.dsl.syntax;

import kpi.source.Span;

/** A period as printed: {@code 109}, {@code 109/03}, {@code 109Q1}, {@code 2020}. */
public record PeriodWord(Span span, String text) implements Node {}
