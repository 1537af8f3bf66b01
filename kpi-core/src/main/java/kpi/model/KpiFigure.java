package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The actual, target or attainment of another KPI in the same period: its value, never its text. */
public record KpiFigure(Span span, String kpi, Facet facet, Type type) implements Term {
    public KpiFigure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(facet, "facet");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.kpiFigure(this);
    }
}
