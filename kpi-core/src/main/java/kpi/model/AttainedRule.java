package kpi.model;

import java.util.Objects;
import kpi.source.Span;

/** When a KPI counts as attained. */
public sealed interface AttainedRule {

    /** The actual, as its own line rounds it, stands to the target as the target says. */
    record MeetsTarget() implements AttainedRule {}

    /** A condition over actual, target and attainment holds. */
    record When(Term condition) implements AttainedRule {
        public When {
            Terms.requireTruth(condition);
        }
    }

    /** Someone states it for a period, with a reason; the result is marked as asserted, never as computed. */
    record Asserted(String reason, Span span) {
        public Asserted {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(span, "span");
        }
    }
}
