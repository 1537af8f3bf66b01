package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** A weight (權重): {@code 40%}, or of one period {@code 109: 50%}. */
public record WeightEntry(Span span, Optional<PeriodWord> period, Figure figure) {}
