package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The value of a {@link Local}; only inside the {@link Let} that computes it. */
public record LocalTerm(Span span, Local local) implements Term {
    public LocalTerm {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(local, "local");
    }

    @Override
    public Type type() {
        return local.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.local(this);
    }
}
