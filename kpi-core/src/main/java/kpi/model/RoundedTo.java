package kpi.model;

import java.util.Objects;
import kpi.number.Rounding;
import kpi.source.Span;
import kpi.value.Type;

/** A number rounded to a multiple of a step that is computed: {@code truncated to 步長(pollutant)}. */
public record RoundedTo(Span span, Term base, Term step, Rounding mode, Type type) implements Term {
    public RoundedTo {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(mode, "mode");
        Terms.requireMeasure(base);
        Terms.requireMeasure(step);
        Terms.requireSame(type, base.type());
    }

    /** With the type that follows. */
    public RoundedTo(Span span, Term base, Term step, Rounding mode) {
        this(span, base, step, mode, base.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.roundedTo(this);
    }
}
