package kpi.engine;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.model.KpiPart;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Absence;

/** Rows of a dataset; a row is named by its position in the table. */
public record TableView(Table table, BitSet selected, Provenance provenance) implements RowView {
    public TableView {
        Objects.requireNonNull(table, "table");
        selected = (BitSet) selected.clone();
        Objects.requireNonNull(provenance, "provenance");
    }

    /** The rows of a row set. */
    public static TableView of(RowSet.Rows rows) {
        return new TableView(rows.table(), rows.selected(), rows.provenance());
    }

    /** All rows of a table. */
    public static TableView all(Table table) {
        return of(RowSet.Rows.all(table, Provenance.exact()));
    }

    @Override
    public BitSet selected() {
        return (BitSet) selected.clone();
    }

    /** How many rows are seen. */
    int size() {
        return selected.cardinality();
    }

    /** Whether all rows of the table are seen. */
    boolean isWhole() {
        return size() == table.rows();
    }

    /** The rows that are seen, a bit a row; none where all are. */
    long[] words() {
        return isWhole() ? new long[0] : selected.toLongArray();
    }

    @Override
    public String name() {
        return table.schema().name();
    }

    @Override
    public int[] rows() {
        return selected.stream().toArray();
    }

    @Override
    public List<String> keyColumns() {
        return table.schema().columns().stream()
                .filter(column -> column.key() || column.type() instanceof ColumnType.PeriodType)
                .map(ColumnSchema::name)
                .toList();
    }

    @Override
    public boolean has(String column) {
        return table.schema().column(column).isPresent();
    }

    @Override
    public Outcome cell(int row, String name) {
        Column column = table.column(name);
        Optional<Absence> absence = column.absence(row);
        return absence.isPresent() ? Absences.cell(table, row, name, absence.get()) : Outcome.of(column.value(row));
    }

    @Override
    public Optional<KpiUnit> unit(String column) {
        return table.schema()
                .column(column)
                .filter(schema -> schema.type() instanceof ColumnType.Number)
                .map(schema -> ((ColumnType.Number) schema.type()).unit());
    }

    @Override
    public Place place(int row) {
        return table.place(row, table.schema().columns().get(0).name());
    }

    @Override
    public boolean hasFigures() {
        return false;
    }

    @Override
    public Outcome figure(int row, KpiPart part) {
        throw new KpiUsageException("rows of the dataset " + name() + " have no figures");
    }
}
