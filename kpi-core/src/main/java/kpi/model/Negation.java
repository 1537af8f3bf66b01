package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** Minus a number; the type is the number's own. */
public record Negation(Span span, Term operand, Type type) implements Term {
    public Negation {
        Objects.requireNonNull(span, "span");
        Terms.requireMeasure(operand);
        Terms.requireSame(type, operand.type());
    }

    /** With the type that follows. */
    public Negation(Span span, Term operand) {
        this(span, operand, operand.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.negation(this);
    }
}
