package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** A figure beside the target: {@code 5%}, {@code 110: 5%}, {@code 110: mean of last 3 actual}. */
public record LevelEntry(Span span, Optional<PeriodWord> period, Optional<Figure> figure, Optional<Expression> computed)
        implements Node {}
