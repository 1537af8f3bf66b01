package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.number.Rounding;
import kpi.source.Span;

/** What is done, in order, to a figure after it is computed: a cap, a floor, a rounding, a value for one that is missing. */
public sealed interface Step {

    /** The text of the step. */
    Span span();

    /** Kept at most or at least at a limit. */
    record Cap(Span span, Bound bound, Term limit) implements Step {
        public Cap {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(bound, "bound");
            Terms.requireMeasure(limit);
        }
    }

    /** Replaced where it has no value. */
    record Replace(Span span, MissingKind when, Term by) implements Step {
        public Replace {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(when, "when");
            Terms.requireMeasure(by);
        }
    }

    /** The term a step rests on, if it rests on one. */
    default Optional<Term> needed() {
        if (this instanceof Cap cap) {
            return Optional.of(cap.limit());
        }
        if (this instanceof RoundTo round) {
            return Optional.of(round.size());
        }
        return this instanceof Replace replace ? Optional.of(replace.by()) : Optional.empty();
    }

    /** Rounded to a multiple of a step that is computed. */
    record RoundTo(Span span, Term size, Rounding mode) implements Step {
        public RoundTo {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(mode, "mode");
            Terms.requireMeasure(size);
        }
    }

    /** Rounded. */
    record Round(Span span, RoundingRule rule) implements Step {
        public Round {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(rule, "rule");
        }
    }
}
