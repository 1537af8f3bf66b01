package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The actual or target of the KPI being scored, as its attainment line names it. */
public record OwnFigure(Span span, Facet facet, Type type) implements Term {
    public OwnFigure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(facet, "facet");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ownFigure(this);
    }
}
