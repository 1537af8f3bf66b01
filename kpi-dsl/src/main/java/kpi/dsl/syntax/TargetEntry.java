package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/**
 * The target of one period: {@code 109: ≧80%}, or {@code 114: ≦ previous actual × (1 − 7%)}; neither figure nor expression
 * for {@code 109: none printed}.
 *
 * @param upper the upper end of a band, whose lower end is the figure: {@code 110: between 5% and 6%}
 * @param reason why it is what it is; a target that asks for less than the one before should have one
 */
public record TargetEntry(
        Span span,
        PeriodWord period,
        Optional<TargetRelation> relation,
        Optional<Figure> figure,
        Optional<Expression> computed,
        Optional<Figure> upper,
        Optional<Label> reason)
        implements Node {}
