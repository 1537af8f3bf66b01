package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;

/**
 * What must hold of a node before its figure or its grade stands (門檻條件): {@code every perspective at least 50%, otherwise no
 * grade}.
 *
 * @param every the least figure each child must have that has one, in the base unit; empty where there is a condition
 * @param condition what must hold; empty where it is about every child
 * @param otherwise what happens where it does not hold
 */
public record Gate(Span span, Optional<Exact> every, Optional<Term> condition, Consequence otherwise) {
    public Gate {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(every, "every");
        condition.ifPresent(Terms::requireTruth);
        Objects.requireNonNull(otherwise, "otherwise");
        if (every.isPresent() == condition.isPresent()) {
            throw new IllTypedException("a gate is about every child, or has a condition");
        }
    }

    /** What a gate that is shut does. */
    public sealed interface Consequence {}

    /** The figure stands, but no grade is given for it. */
    public record NoGrade() implements Consequence {}

    /** There is no figure. */
    public record NotApplicable() implements Consequence {}

    /** The figure is kept at this limit. */
    public record Limited(Bound bound, Term limit) implements Consequence {
        public Limited {
            Objects.requireNonNull(bound, "bound");
            Terms.requireMeasure(limit);
        }
    }

    /** The grade is this one, unless it is a lower one already. */
    public record GradeAtMost(String grade) implements Consequence {
        public GradeAtMost {
            Objects.requireNonNull(grade, "grade");
        }
    }
}
