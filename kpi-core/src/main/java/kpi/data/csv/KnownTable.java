package kpi.data.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.source.Place;

/** A file whose columns this library itself names, read as texts; rows that are not in order are left out. */
final class KnownTable {
    private final TableSchema schema;
    private final Set<String> optional;

    private KnownTable(TableSchema schema, Set<String> optional) {
        this.schema = schema;
        this.optional = optional;
    }

    /** Lays out the columns of a file. */
    static final class Layout {
        private final String table;
        private final List<ColumnSchema> columns = new ArrayList<>();
        private final Set<String> optional = new HashSet<>();

        Layout(String table) {
            this.table = table;
        }

        Layout required(String name, String... aliases) {
            columns.add(
                    ColumnSchema.of(name, new ColumnType.TextType()).orMissing().withAliases(aliases));
            return this;
        }

        Layout optional(String name, String... aliases) {
            optional.add(name);
            return required(name, aliases);
        }

        KnownTable done() {
            return new KnownTable(new TableSchema(table, columns), Set.copyOf(optional));
        }
    }

    /** Makes one thing of a row, or tells why not. */
    interface Reader<T> {
        Checked<T> read(Row row);
    }

    /** A row as texts. */
    record Row(Table table, int number) {
        /** The text without spaces around it; empty if the cell or the column is not there. */
        String text(String column) {
            return CsvRows.text(table, column, number).strip();
        }

        Place place(String column) {
            return table.place(number, column);
        }

        Problem empty(String column) {
            return Problem.of(DataCode.EMPTY_FIELD, place(column))
                    .with("column", column)
                    .build();
        }
    }

    /** All things that could be made, and all problems. */
    <T> Checked<List<T>> read(CsvInput input, CsvTables.Format format, Reader<T> reader) {
        TableSink sink = new CsvScan(input, format, schema.name())
                .run(() -> TableSink.declared(format, input.name(), schema, optional, true));
        Checked<Table> read = CsvRows.withoutLookAlikes(sink.build());
        if (read.value().isEmpty()) {
            return Checked.failed(read.problems());
        }
        Table table = read.value().get();
        ProblemCollector problems = new ProblemCollector(format.limits().problems());
        problems.addAll(read.problems());
        List<T> things = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Checked<T> thing = reader.read(new Row(table, row));
            problems.addAll(thing.problems());
            if (!thing.hasErrors()) {
                thing.value().ifPresent(things::add);
            }
        }
        return Checked.of(List.copyOf(things), problems.toList());
    }
}
