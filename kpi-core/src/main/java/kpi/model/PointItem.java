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
 *
 * @param allotted what a line of allotted points (配分) is worth at most; its amount is a share of that (a ratio or %), or
 *     points, and is kept between none of it and all of it
 */
public record PointItem(
        Span span,
        Kind kind,
        String label,
        Optional<String> table,
        Optional<Term> where,
        Optional<Term> when,
        Optional<Term> allotted,
        Term amount,
        List<Cap> caps) {
    public PointItem {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        where.ifPresent(Terms::requireTruth);
        when.ifPresent(Terms::requireTruth);
        allotted.ifPresent(Terms::requireMeasure);
        Terms.requireMeasure(amount);
        if (allotted.isPresent() != (kind == Kind.ALLOTTED) || allotted.isPresent() && table.isPresent()) {
            throw new IllTypedException("points are allotted to a line once, and only to one that says so");
        }
        caps = List.copyOf(caps);
        if (where.isPresent() && table.isEmpty()) {
            throw new IllTypedException("a filter needs rows");
        }
        if (table.isEmpty() && caps.stream().anyMatch(cap -> cap.scope() == Scope.EACH)) {
            throw new IllTypedException("a cap on each needs rows");
        }
    }

    /** Without allotted points. */
    public PointItem(
            Span span,
            Kind kind,
            String label,
            Optional<String> table,
            Optional<Term> where,
            Optional<Term> when,
            Term amount,
            List<Cap> caps) {
        this(span, kind, label, table, where, when, Optional.empty(), amount, caps);
    }

    /** Whether the item adds or takes away. */
    public enum Kind {
        BASE,
        DEDUCT,
        ADD,
        /** A part of the whole that is worth at most its points. */
        ALLOTTED;

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

    /** What a limit that is a share is a share of. */
    public enum Whole {
        /** All allotted points of the lines whose condition holds. */
        ALLOTTED,
        /** The points of all lines and groups that no such limit applies to. */
        OTHERS
    }

    /**
     * A cap or floor.
     *
     * @param of what the limit is a share of; empty where the limit is points
     */
    public record Cap(Span span, Scope scope, Bound bound, Term limit, Optional<Whole> of) {
        public Cap {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(bound, "bound");
            Terms.requireMeasure(limit);
            if (of.isPresent() && scope == Scope.EACH) {
                throw new IllTypedException("a row is not limited to a share of the whole");
            }
        }

        /** With a limit in points. */
        public Cap(Span span, Scope scope, Bound bound, Term limit) {
            this(span, scope, bound, limit, Optional.empty());
        }
    }
}
