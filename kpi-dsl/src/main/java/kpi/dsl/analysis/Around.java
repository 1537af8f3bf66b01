package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnNames;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.model.ColumnTerm;
import kpi.model.GroupKey;
import kpi.model.Term;
import kpi.source.Span;

/**
 * The row or group a KPI is evaluated at: its columns are names in every formula of the KPI.
 *
 * @param row the table of a KPI per row
 * @param keys the group columns of a KPI per group
 * @param declared where each column is declared, by its folded name
 */
record Around(Optional<TableSchema> row, List<ColumnSchema> keys, Map<String, Span> declared) {
    /** A KPI evaluated once. */
    static final Around NOTHING = new Around(Optional.empty(), List.of(), Map.of());

    Around {
        keys = List.copyOf(keys);
        declared = Map.copyOf(declared);
    }

    /** The cell or key of this name. */
    Optional<Term> value(Span span, String spelling) {
        Optional<Term> cell = row.flatMap(table -> cell(table, span, spelling));
        return cell.or(() -> column(spelling).map(key -> new GroupKey(span, key.name(), Columns.type(key.type()))));
    }

    static Optional<Term> cell(TableSchema table, Span span, String spelling) {
        return table.column(spelling)
                .map(column -> new ColumnTerm(span, table.name(), column.name(), Columns.type(column.type())));
    }

    /** The column or key of this name or alias. */
    Optional<ColumnSchema> column(String spelling) {
        return row.flatMap(table -> table.column(spelling))
                .or(() -> keys.stream()
                        .filter(key -> ColumnNames.fold(key.name()).equals(ColumnNames.fold(spelling)))
                        .findFirst());
    }

    /** Where the column of this name or alias is declared, if there is one. */
    Optional<Span> place(String spelling) {
        return column(spelling).flatMap(column -> Optional.ofNullable(declared.get(ColumnNames.fold(column.name()))));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        row.ifPresent(table -> table.columns().forEach(column -> names.add(column.name())));
        keys.forEach(key -> names.add(key.name()));
        return names;
    }

    boolean isNothing() {
        return row.isEmpty() && keys.isEmpty();
    }
}
