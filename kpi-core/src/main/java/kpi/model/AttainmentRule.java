package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/** How attainment follows from actual and target: a ratio, then its cap and rounding. */
public record AttainmentRule(Span span, Term value, List<Step> steps) {
    public AttainmentRule {
        Objects.requireNonNull(span, "span");
        Terms.requireMeasure(value);
        steps = List.copyOf(steps);
    }
}
