package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** No value, because the author says so: none of the cases holds. */
public record Undefined(Span span, Type type) implements Term {
    public Undefined {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.undefined(this);
    }
}
