package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;
import kpi.value.Value;

/** A value written in the formula; {@code printed} is the text as the author wrote it. */
public record Constant(Span span, Value value, Type type, String printed) implements Term {
    public Constant {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(printed, "printed");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.constant(this);
    }
}
