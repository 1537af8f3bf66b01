package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** Whether a value is missing, or undefined; it needs only that, so it has an answer where the value has none. */
public record MissingTest(Span span, Term operand, MissingKind kind) implements Term {
    public MissingTest {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public Type type() {
        return Type.TRUTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.missingTest(this);
    }
}
