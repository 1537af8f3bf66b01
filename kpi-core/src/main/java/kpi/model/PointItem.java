package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;

/**
 * One line of a points rule: {@code 加分 "有償提供使用" 每 案件 限 類別 = "有償提供使用"：0.1 分 × 處數，每案上限 1 分}.
 *
 * <p>With a table, {@code amount} is computed for each row that passes {@code where}, capped each, and summed; without
 * one it is computed once. {@code when} that does not hold makes the item 0.
 */
public record PointItem(
        Span span,
        Kind kind,
        String label,
        Optional<String> table,
        Optional<Term> where,
        Optional<Term> when,
        Term amount,
        List<Cap> caps) {
    public PointItem {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        where.ifPresent(Terms::requireTruth);
        when.ifPresent(Terms::requireTruth);
        Terms.requireMeasure(amount);
        caps = List.copyOf(caps);
        if (where.isPresent() && table.isEmpty()) {
            throw new IllTypedException("a filter needs rows");
        }
        if (table.isEmpty() && caps.stream().anyMatch(cap -> cap.scope() == Scope.EACH)) {
            throw new IllTypedException("a cap on each needs rows");
        }
    }

    /** Whether the item adds or takes away. */
    public enum Kind {
        BASE,
        DEDUCT,
        ADD;

        /** +1, or −1 for a deduction. */
        public int sign() {
            return this == DEDUCT ? -1 : 1;
        }
    }

    /** What a cap applies to. */
    public enum Scope {
        EACH,
        IN_ALL
    }

    /** A cap or floor. */
    public record Cap(Span span, Scope scope, Bound bound, Term limit) {
        public Cap {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(bound, "bound");
            Terms.requireMeasure(limit);
        }
    }
}
