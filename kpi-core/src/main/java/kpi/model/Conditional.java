package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** One of two values; only the chosen one is needed. */
public record Conditional(Span span, Term condition, Term then, Term otherwise, Type type) implements Term {
    public Conditional {
        Objects.requireNonNull(span, "span");
        Terms.requireTruth(condition);
        Terms.requireJoin(type, then.type(), otherwise.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.conditional(this);
    }
}
