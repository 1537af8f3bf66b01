package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.PrintedQuantity;

/**
 * The target of one period: printed, computed, or neither, which means that the document prints none (未載).
 *
 * @param computed what it is computed from: {@code previous actual × (1 − 7%)}
 */
public record Target(Relation relation, Optional<PrintedQuantity> figure, Optional<Term> computed, Span span) {
    public Target {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(figure, "figure");
        computed.ifPresent(Terms::requireMeasure);
        if (figure.isPresent() && computed.isPresent()) {
            throw new IllTypedException("a target is printed or computed, not both");
        }
        Objects.requireNonNull(span, "span");
    }

    /** One that is printed, or is not. */
    public Target(Relation relation, Optional<PrintedQuantity> figure, Span span) {
        this(relation, figure, Optional.empty(), span);
    }
}
