package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A number rounded where the rule says so; the type is the number's own. */
public record Rounded(Span span, Term base, RoundingRule rule, Type type) implements Term {
    public Rounded {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(rule, "rule");
        Terms.requireMeasure(base);
        Terms.requireSame(type, base.type());
    }

    /** With the type that follows. */
    public Rounded(Span span, Term base, RoundingRule rule) {
        this(span, base, rule, base.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rounded(this);
    }
}
