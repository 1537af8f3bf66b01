package kpi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.value.Absence;

/** Several sources of one table, their rows one after another. */
record JoinedSources(List<TableSource> parts) implements TableSource {
    JoinedSources {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean replayable() {
        return parts.stream().allMatch(TableSource::replayable);
    }

    /** All parts are read, so that the problems of all are told; without one of them there is no table. */
    @Override
    public Checked<Table> load(TableSchema schema) {
        List<Problem> problems = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (TableSource part : parts) {
            Checked<Table> table = part.load(schema);
            problems.addAll(table.problems());
            table.value().ifPresent(tables::add);
        }
        if (tables.size() < parts.size()) {
            return Checked.failed(problems);
        }
        TableBuilder builder =
                new TableBuilder(schema, tables.isEmpty() ? "" : tables.get(0).origin());
        long leftOut = 0;
        for (Table table : tables) {
            builder.origin(table.origin());
            leftOut += table.rowsLeftOut();
            append(table, builder);
        }
        Checked<Table> joined = builder.build(false);
        problems.addAll(joined.problems());
        long left = leftOut;
        return joined.value()
                .map(table -> Checked.of(table.without(left), problems))
                .orElseGet(() -> Checked.failed(problems));
    }

    private static void append(Table table, TableBuilder builder) {
        int columns = table.schema().columns().size();
        for (int row = 0; row < table.rows(); row++) {
            builder.beginRow(table.rowNumber(row));
            for (int i = 0; i < columns; i++) {
                Column column = table.column(i);
                Optional<Absence> absence = column.absence(row);
                builder.value(i, absence.isPresent() ? absence.get() : value(column, row));
            }
            if (!builder.endRow()) {
                return;
            }
        }
    }

    /** Numbers keep how finely they were printed. */
    private static Object value(Column column, int row) {
        return column instanceof DecimalColumn numbers && numbers.printed(row).isPresent()
                ? numbers.printed(row).get()
                : column.value(row);
    }
}
