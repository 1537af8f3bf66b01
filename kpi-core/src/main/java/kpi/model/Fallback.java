package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A value, or what the author puts in its place where it is missing: {@code x, if missing 0}. What replaces a value has a
 * type that joins its type; only one of the two is needed.
 */
public record Fallback(Span span, Term value, MissingKind when, Substitute instead, Type type) implements Term {
    public Fallback {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(instead, "instead");
        if (instead instanceof Substitute.By by) {
            Terms.requireJoin(type, value.type(), by.term().type());
        } else {
            Terms.requireSame(type, value.type());
        }
    }

    /** Another number in its place, with the type that follows. */
    public Fallback(Span span, Term value, MissingKind when, Term by) {
        this(span, value, when, new Substitute.By(by), Terms.join(value.type(), by.type()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.fallback(this);
    }
}
