package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** The target of one period: {@code 109: ≧80%}; no figure for {@code 109: none printed}. */
public record TargetEntry(Span span, PeriodWord period, Optional<TargetRelation> relation, Optional<Figure> figure)
        implements Node {}
