package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** Minus a number. */
public record Negation(Span span, Term operand) implements Term {
    public Negation {
        Objects.requireNonNull(span, "span");
        Terms.requireMeasure(operand);
    }

    @Override
    public Type type() {
        return operand.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.negation(this);
    }
}
