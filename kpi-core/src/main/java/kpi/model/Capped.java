package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A number kept at most, or at least, at a limit. */
public record Capped(Span span, Term base, Bound bound, Term limit) implements Term {
    public Capped {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(bound, "bound");
        Terms.requireJoin(base.type(), base.type(), limit.type());
    }

    @Override
    public Type type() {
        return base.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.capped(this);
    }
}
