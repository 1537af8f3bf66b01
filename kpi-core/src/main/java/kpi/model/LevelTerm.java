package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A level of the KPI being scored, as its attainment line names it: 基期值. */
public record LevelTerm(Span span, LevelFigures figures, Type type) implements Term {
    public LevelTerm {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.level(this);
    }
}
