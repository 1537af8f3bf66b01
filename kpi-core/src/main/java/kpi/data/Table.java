package kpi.data;

import java.util.List;
import java.util.Map;
import kpi.diagnostic.KpiUsageException;
import kpi.source.Place;

/**
 * An immutable table of typed columns, shareable by threads; rows count from 0 and keep the order of their origin.
 *
 * <p>Example: {@code table.column("件數").value(0)}; {@code table.place(0, "件數")} says where it came from.
 */
public final class Table {
    private final TableSchema schema;
    private final Origins origins;
    private final int rows;
    private final List<Column> columns;
    private final Map<String, Integer> index;
    private final RowNumbers rowNumbers;
    private final long rowsLeftOut;

    Table(
            TableSchema schema,
            Origins origins,
            int rows,
            List<Column> columns,
            RowNumbers rowNumbers,
            long rowsLeftOut) {
        this.schema = schema;
        this.origins = origins;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.index = schema.index();
        this.rowNumbers = rowNumbers;
        this.rowsLeftOut = rowsLeftOut;
    }

    public TableSchema schema() {
        return schema;
    }

    /** The file, query or host the rows came from, or several with commas; empty where none was named. */
    public String origin() {
        return origins.all();
    }

    /** The file, query or host a row came from. */
    String origin(int row) {
        return origins.of(row);
    }

    /** The same, of which so many rows of the origin are left out. */
    Table without(long leftOut) {
        return leftOut == rowsLeftOut ? this : new Table(schema, origins, rows, columns, rowNumbers, leftOut);
    }

    public int rows() {
        return rows;
    }

    /** How many rows of the origin are not here because something in them was wrong; 0 for a whole table. */
    public long rowsLeftOut() {
        return rowsLeftOut;
    }

    /** The column at a position of the schema; refuses a position that does not exist. */
    public Column column(int position) {
        if (position < 0 || position >= columns.size()) {
            throw new KpiUsageException("column " + position + " of " + columns.size());
        }
        return columns.get(position);
    }

    /** The column with this name or alias; refuses a name that does not exist. */
    public Column column(String nameOrAlias) {
        return columns.get(position(nameOrAlias));
    }

    /** The line of the origin, from 1, that a row came from. */
    public long rowNumber(int row) {
        if (row < 0 || row >= rows) {
            throw new KpiUsageException("row " + row + " of " + rows);
        }
        return rowNumbers.of(row);
    }

    /** Where a cell came from. Its text is that of the value, not of the file, which is not kept. */
    public Place place(int row, String nameOrAlias) {
        int position = position(nameOrAlias);
        Column column = columns.get(position);
        long number = rowNumber(row);
        String shown = column.isMissing(row) ? "" : CellText.of(column.value(row));
        return Place.cell(
                schema.name(),
                origins.of(row),
                number,
                schema.columns().get(position).name(),
                shown);
    }

    private int position(String nameOrAlias) {
        Integer position = index.get(ColumnNames.fold(nameOrAlias));
        if (position == null) {
            throw new KpiUsageException("table " + schema.name() + " has no column " + nameOrAlias);
        }
        return position;
    }
}
