package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.Type;

/** One figure out of the rows of a dataset: those that pass {@code where}, with {@code value} computed for each. */
public record Aggregation(
        Span span, Aggregate aggregate, String table, Optional<Term> where, Optional<Term> value, Type type)
        implements Term {
    public Aggregation {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(table, "table");
        where.ifPresent(Terms::requireTruth);
        value.ifPresent(Terms::requireMeasure);
        if (aggregate.needsValue() != value.isPresent()) {
            throw new IllTypedException(aggregate + (value.isPresent() ? " counts rows" : " needs a value per row"));
        }
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.aggregation(this);
    }
}
