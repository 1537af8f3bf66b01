package kpi.model;

import java.util.ArrayList;
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
 * @param second what is computed beside the value, such as its weight
 * @param within narrows the rows to those that agree with the row around the aggregate
 */
public record Aggregation(
        Span span,
        Aggregate aggregate,
        String table,
        List<Within> within,
        Optional<Term> where,
        Optional<Term> value,
        Optional<Term> second,
        Type type)
        implements Term {
    public Aggregation {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(table, "table");
        within = List.copyOf(within);
        where.ifPresent(Terms::requireTruth);
        if (!aggregate.function().takesAnything()) {
            value.ifPresent(Terms::requireMeasure);
        }
        second.ifPresent(Terms::requireMeasure);
        if (aggregate.needsValue() != value.isPresent() || aggregate.function().values() > 1 != second.isPresent()) {
            throw new IllTypedException(aggregate + (value.isPresent() ? " counts rows" : " needs a value per row"));
        }
        Objects.requireNonNull(type, "type");
    }

    /** Over all rows. */
    public Aggregation(
            Span span, Aggregate aggregate, String table, Optional<Term> where, Optional<Term> value, Type type) {
        this(span, aggregate, table, List.of(), where, value, Optional.empty(), type);
    }

    /** Of one value of each row. */
    public Aggregation(
            Span span,
            Aggregate aggregate,
            String table,
            List<Within> within,
            Optional<Term> where,
            Optional<Term> value,
            Type type) {
        this(span, aggregate, table, within, where, value, Optional.empty(), type);
    }

    /** The same of all rows, whatever row is around. */
    public Aggregation alone() {
        return new Aggregation(span, aggregate, table, List.of(), where, value, second, type);
    }

    /** What is computed for each row: no value, one, or two. */
    public List<Term> values() {
        List<Term> values = new ArrayList<>();
        value.ifPresent(values::add);
        second.ifPresent(values::add);
        return values;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.aggregation(this);
    }
}
