package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.Type;

/**
 * One figure out of the rows of a dataset: those that pass {@code where}, with {@code value} computed for each.
 *
 * <p>The rows may also be those of a KPI per row or group, named by its id. Then a row is left out, and counted as left
 * out, where the value is missing because a figure of that row is; a count without a value counts the rows that have an
 * actual. In a KPI per group, only rows of the group are seen if the rows have the group columns.
 *
 * @param table the dataset, or the KPI per row or group
 * @param within narrows the rows to those that agree with the row around the aggregate
 */
public record Aggregation(
        Span span,
        Aggregate aggregate,
        String table,
        List<Within> within,
        Optional<Term> where,
        Optional<Term> value,
        Type type)
        implements Term {
    public Aggregation {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(table, "table");
        within = List.copyOf(within);
        where.ifPresent(Terms::requireTruth);
        value.ifPresent(Terms::requireMeasure);
        if (aggregate.needsValue() != value.isPresent()) {
            throw new IllTypedException(aggregate + (value.isPresent() ? " counts rows" : " needs a value per row"));
        }
        Objects.requireNonNull(type, "type");
    }

    /** Over all rows. */
    public Aggregation(
            Span span, Aggregate aggregate, String table, Optional<Term> where, Optional<Term> value, Type type) {
        this(span, aggregate, table, List.of(), where, value, type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.aggregation(this);
    }
}
