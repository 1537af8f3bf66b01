package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The value of an input in the period that is evaluated. */
public record InputTerm(Span span, InputDefinition input) implements Term {
    public InputTerm {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(input, "input");
    }

    @Override
    public Type type() {
        return Type.measure(input.unit().dimension());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.input(this);
    }
}
