package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A value of a KPI per row or group, at the one row or group whose columns have these values: in a KPI per 機關, plain
 * {@code 執行率} is the figure of the same 機關. No such row: missing, with the key in the reason. Two: a problem of the data.
 *
 * @param keyColumns the columns that find the row: columns of the KPI's dataset, or its group columns
 * @param keys the value each of them must have, evaluated where this term stands
 */
public record JoinedFigure(Span span, String kpi, KpiPart part, List<String> keyColumns, List<Term> keys, Type type)
        implements Term {
    public JoinedFigure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(part, "part");
        keyColumns = List.copyOf(keyColumns);
        keys = List.copyOf(keys);
        Terms.requireKeys(keyColumns, keys);
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.joinedFigure(this);
    }
}
