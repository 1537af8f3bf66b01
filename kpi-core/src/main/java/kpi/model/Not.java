package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The opposite of a truth. */
public record Not(Span span, Term operand) implements Term {
    public Not {
        Objects.requireNonNull(span, "span");
        Terms.requireTruth(operand);
    }

    @Override
    public Type type() {
        return Type.TRUTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.not(this);
    }
}
