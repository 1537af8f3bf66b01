package kpi.model;

import java.util.Objects;
import kpi.source.Span;

/** What is done, in order, to a figure after it is computed: a cap, a floor, a rounding. */
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

    /** Rounded. */
    record Round(Span span, RoundingRule rule) implements Step {
        public Round {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(rule, "rule");
        }
    }
}
