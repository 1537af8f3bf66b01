package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * The cell of the one row of a dataset whose key columns have these values. No such row: missing, with the key in the
 * reason. Two such rows: a problem of the data.
 *
 * @param keyColumns the columns that find the row
 * @param keys the value each of them must have, evaluated where this term stands
 */
public record JoinedColumn(Span span, String table, String column, List<String> keyColumns, List<Term> keys, Type type)
        implements Term {
    public JoinedColumn {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        keyColumns = List.copyOf(keyColumns);
        keys = List.copyOf(keys);
        Terms.requireKeys(keyColumns, keys);
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.joinedColumn(this);
    }
}
