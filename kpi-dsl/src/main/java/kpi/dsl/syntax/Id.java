package kpi.dsl.syntax;

import kpi.source.Span;

/** A name as printed: {@code 參與人數}, {@code HP4.2} or {@code 【2 月底人口】}; the spelling is without the quotes 【】. */
public record Id(Span span, String spelling, boolean quoted) implements Node {}
