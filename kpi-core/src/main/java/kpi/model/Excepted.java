package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A rule with its labelled exceptions: at most one may apply; where none does, the rule stands. */
public record Excepted(Span span, Term base, List<Case> cases, Type type) implements Term {
    public Excepted {
        Objects.requireNonNull(span, "span");
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllTypedException("at least one exception");
        }
        for (Case each : cases) {
            Terms.requireJoin(type, base.type(), each.value().type());
        }
    }

    /** What holds instead of the rule when a condition does. */
    public record Case(Span span, String label, Term condition, Term value) {
        public Case {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(label, "label");
            Terms.requireTruth(condition);
            Objects.requireNonNull(value, "value");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.excepted(this);
    }
}
