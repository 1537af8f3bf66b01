package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A number kept at most, or at least, at a limit.
 *
 * <p>Its type is what number and limit have in common: a ratio kept at most at 100% is a percentage. The type is a
 * component, so that a long chain of limits need not be walked to ask for it.
 */
public record Capped(Span span, Term base, Bound bound, Term limit, Type type) implements Term {
    public Capped {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(bound, "bound");
        Terms.requireMeasure(base);
        Terms.requireJoin(type, base.type(), limit.type());
    }

    /** With the type that follows. */
    public Capped(Span span, Term base, Bound bound, Term limit) {
        this(span, base, bound, limit, Terms.join(base.type(), limit.type()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.capped(this);
    }
}
