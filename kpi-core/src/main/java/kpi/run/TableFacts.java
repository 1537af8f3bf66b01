package kpi.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiException;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import kpi.value.Value;

/** The rows of one dataset while facts are collected: a source, then rows added to it. */
record TableFacts(Optional<TableSource> source, Optional<Table> loaded, List<Iterable<?>> added) {
    static final TableFacts NONE = new TableFacts(Optional.empty(), Optional.empty(), List.of());

    static TableFacts of(TableSource source) {
        return new TableFacts(Optional.of(source), Optional.empty(), List.of());
    }

    static TableFacts of(Table table) {
        return new TableFacts(Optional.empty(), Optional.of(table), List.of());
    }

    TableFacts with(Iterable<?> more) {
        List<Iterable<?>> all = new ArrayList<>(added);
        all.add(more);
        return new TableFacts(source, loaded, List.copyOf(all));
    }

    Checked<Table> load(TableSchema schema) {
        try {
            return loadAll(schema);
        } catch (KpiException ours) {
            throw ours;
        } catch (RuntimeException ofTheHost) {
            // A source and added rows may be the host's own code: what it throws must not end the host's reading of
            // other problems.
            return Checked.failed(Problem.of(RunCode.ROWS_FAILED, Place.cell(schema.name(), "", 0, "", ""))
                    .with("table", schema.name())
                    .with("type", ofTheHost.getClass().getSimpleName())
                    .build());
        }
    }

    private Checked<Table> loadAll(TableSchema schema) {
        Checked<Table> base = source.map(rows -> rows.load(schema))
                .or(() -> loaded.map(Checked::of))
                .orElseGet(() -> TableSource.ofRows(List.of()).load(schema));
        if (added.isEmpty() || base.value().isEmpty()) {
            return base;
        }
        List<Object> rows = new ArrayList<>(rows(base.value().get()));
        for (Iterable<?> more : added) {
            more.forEach(rows::add);
        }
        Checked<Table> all = TableSource.ofRows(rows).load(schema);
        List<Problem> problems = new ArrayList<>(base.problems());
        problems.addAll(all.problems());
        return all.value().map(table -> Checked.of(table, problems)).orElseGet(() -> Checked.failed(problems));
    }

    /** The cells of each row that have a value. */
    static List<Map<String, Value>> values(Table table) {
        List<ColumnSchema> columns = table.schema().columns();
        List<Map<String, Value>> rows = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Map<String, Value> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (!table.column(i).isMissing(row)) {
                    cells.put(columns.get(i).name(), table.column(i).value(row));
                }
            }
            rows.add(Collections.unmodifiableMap(cells));
        }
        return rows;
    }

    /** The rows of a table as a host would give them. */
    private static List<Map<String, Object>> rows(Table table) {
        List<ColumnSchema> columns = table.schema().columns();
        List<Map<String, Object>> rows = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Map<String, Object> cells = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Column column = table.column(i);
                Object cell = column.absence(row).map(Object.class::cast).orElse(null);
                cells.put(columns.get(i).name(), cell == null ? column.value(row) : cell);
            }
            rows.add(cells);
        }
        return rows;
    }
}
