package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A value of a KPI per row or group, at the row of it that an aggregate over this KPI is at. */
public record RowFigure(Span span, String kpi, KpiPart part, Type type) implements Term {
    public RowFigure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rowFigure(this);
    }
}
