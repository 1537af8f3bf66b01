package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** In a KPI per group: the value that a group column has in the group being evaluated. */
public record GroupKey(Span span, String column, Type type) implements Term {
    public GroupKey {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.groupKey(this);
    }
}
