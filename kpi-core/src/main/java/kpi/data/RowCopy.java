package kpi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.value.Absence;

/**
 * A row of a table by itself, which remembers where it came from.
 *
 * @param origin the file, query or host it came from
 * @param number the line of the origin, from 1
 * @param cells for each column of the schema a {@link kpi.value.Value}, or an {@link Absence}
 */
public record RowCopy(String origin, long number, List<Object> cells) {
    public RowCopy {
        Objects.requireNonNull(origin, "origin");
        cells = List.copyOf(cells);
    }

    /** The row of a table. */
    public static RowCopy of(Table table, int row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < table.schema().columns().size(); i++) {
            Column column = table.column(i);
            Optional<Absence> absence = column.absence(row);
            cells.add(absence.isPresent() ? absence.get() : column.value(row));
        }
        return new RowCopy(table.origin(row), table.rowNumber(row), cells);
    }

    /** A table of rows, in their order; without one where a cell is not what its column says. */
    public static Checked<Table> table(TableSchema schema, List<RowCopy> rows) {
        TableBuilder builder =
                new TableBuilder(schema, rows.isEmpty() ? "" : rows.get(0).origin());
        for (RowCopy row : rows) {
            if (row.cells().size() != schema.columns().size()) {
                throw new KpiUsageException(
                        row.cells().size() + " cells of " + schema.columns().size());
            }
            builder.origin(row.origin());
            builder.beginRow(row.number());
            for (int i = 0; i < row.cells().size(); i++) {
                builder.value(i, row.cells().get(i));
            }
            builder.endRow();
        }
        return builder.build(false);
    }
}
