package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.PrintedQuantity;

/** The target of one period; no figure means that the document prints none (未載). */
public record Target(Relation relation, Optional<PrintedQuantity> figure, Span span) {
    public Target {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(span, "span");
    }
}
