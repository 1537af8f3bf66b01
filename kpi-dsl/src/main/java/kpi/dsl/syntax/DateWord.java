package kpi.dsl.syntax;

import kpi.source.Span;

/** A date as printed: {@code 109/12/15}, {@code 2020-12-31}, {@code 109年12月15日}. */
public record DateWord(Span span, String text) implements Node {}
