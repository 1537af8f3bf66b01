package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** All of, or any of, several truths; it needs only what decides it. */
public record Logic(Span span, Operator operator, List<Term> operands) implements Term {
    public Logic {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(operator, "operator");
        operands = List.copyOf(operands);
        if (operands.size() < 2) {
            throw new IllTypedException("logic needs two operands");
        }
        operands.forEach(Terms::requireTruth);
    }

    /** Which truth it is. */
    public enum Operator {
        AND,
        OR
    }

    @Override
    public Type type() {
        return Type.TRUTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.logic(this);
    }
}
