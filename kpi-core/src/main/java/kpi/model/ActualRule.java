package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/** How a KPI's actual comes about before its steps. */
public sealed interface ActualRule {

    /** By a formula. */
    record Formula(Term term) implements ActualRule {
        public Formula {
            Terms.requireMeasure(term);
        }
    }

    /** By points: a base, deductions and bonuses, summed in the order of the text. */
    record Points(Span span, List<PointItem> items) implements ActualRule {
        public Points {
            Objects.requireNonNull(span, "span");
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllTypedException("points need an item");
            }
        }
    }

    /** Nothing is computed: the actual is only ever reported. */
    record ReportedOnly() implements ActualRule {}
}
