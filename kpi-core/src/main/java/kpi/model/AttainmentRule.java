package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/** How attainment follows from actual and target: by a method, whose formula is the value, then its cap and rounding. */
public record AttainmentRule(Span span, AttainmentMethod method, Term value, List<Step> steps) {
    public AttainmentRule {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(method, "method");
        Terms.requireMeasure(value);
        steps = List.copyOf(steps);
    }

    /** By a formula; the method is what the formula is. */
    public AttainmentRule(Span span, Term value, List<Step> steps) {
        this(span, AttainmentMethod.of(value), value, steps);
    }
}
