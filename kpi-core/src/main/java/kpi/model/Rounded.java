package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A number rounded where the rule says so. */
public record Rounded(Span span, Term base, RoundingRule rule) implements Term {
    public Rounded {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(rule, "rule");
        Terms.requireMeasure(base);
    }

    @Override
    public Type type() {
        return base.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rounded(this);
    }
}
