package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kpi.source.Span;

/**
 * How attainment follows from actual and target: by a method, whose formula is the value, then its cap and rounding.
 *
 * @param cases where another method holds, such as for a target of zero; the first whose condition holds goes before the
 *     method itself
 */
public record AttainmentRule(Span span, AttainmentMethod method, Term value, List<Step> steps, List<Case> cases) {
    public AttainmentRule {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(method, "method");
        Terms.requireMeasure(value);
        steps = List.copyOf(steps);
        cases = List.copyOf(cases);
    }

    /** By one method. */
    public AttainmentRule(Span span, AttainmentMethod method, Term value, List<Step> steps) {
        this(span, method, value, steps, List.of());
    }

    /** By a formula; the method is what the formula is. */
    public AttainmentRule(Span span, Term value, List<Step> steps) {
        this(span, AttainmentMethod.of(value), value, steps);
    }

    /**
     * Where another method holds.
     *
     * @param rule has no cases of its own
     */
    public record Case(Span span, Term condition, AttainmentRule rule) {
        public Case {
            Objects.requireNonNull(span, "span");
            Terms.requireTruth(condition);
            if (!rule.cases().isEmpty()) {
                throw new IllTypedException("a case of an attainment has no cases of its own");
            }
        }
    }

    /** The same with cases. */
    public AttainmentRule withCases(List<Case> more) {
        return new AttainmentRule(span, method, value, steps, more);
    }

    /** All methods that may hold. */
    public Stream<AttainmentRule> all() {
        return Stream.concat(Stream.of(this), cases.stream().map(Case::rule));
    }
}
