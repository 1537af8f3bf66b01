package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * An argument that is left out where it is missing: {@code missing improvement: leave out}. It stands only among the
 * arguments of a function that takes any number of them; without any left the function has no value.
 */
public record LeftOut(Span span, Term operand, MissingKind when) implements Term {
    public LeftOut {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(when, "when");
    }

    @Override
    public Type type() {
        return operand.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.leftOut(this);
    }
}
