package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The cell of the current row. */
public record ColumnTerm(Span span, String table, String column, Type type) implements Term {
    public ColumnTerm {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }
}
