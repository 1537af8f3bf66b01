package kpi.data;

import java.util.List;
import kpi.diagnostic.LocalText;
import kpi.value.Absence;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table in the making. A cell is first staged; {@link #commit} keeps it when the whole row is good. A
 * method that stages answers null when all is well: it runs once for each cell.
 */
abstract class ColumnBuilder {
    private final ColumnSchema schema;
    private final Missing.Builder missing = new Missing.Builder();
    private int rows;
    private boolean staged;
    private @Nullable Absence stagedAbsence;

    ColumnBuilder(ColumnSchema schema) {
        this.schema = schema;
    }

    ColumnSchema schema() {
        return schema;
    }

    int rows() {
        return rows;
    }

    boolean isStaged() {
        return staged;
    }

    void discard() {
        staged = false;
        stagedAbsence = null;
    }

    final @Nullable CellFault stageText(char[] text, int from, int to) {
        staged = true;
        return readText(text, from, to);
    }

    final @Nullable CellFault stageValue(Object value) {
        staged = true;
        return readValue(value);
    }

    final @Nullable CellFault stageMissing(Absence kind) {
        staged = true;
        if (!schema.mayBeMissing()) {
            return CellFault.of(DataCode.MISSING_VALUE, "column", schema.name());
        }
        stagedAbsence = kind;
        return null;
    }

    final void commit() {
        if (stagedAbsence == null) {
            append();
        } else {
            missing.set(rows, stagedAbsence);
            appendPlaceholder();
        }
        rows++;
        discard();
    }

    /** Equal for equal cells. */
    final long stagedKeyHash() {
        return stagedAbsence == null ? stagedHash() : 0;
    }

    /** Whether the staged cell and a kept row are equal; missing cells are equal to one another. */
    final boolean stagedKeyEquals(int row) {
        boolean rowIsMissing = missing.contains(row);
        return stagedAbsence == null ? !rowIsMissing && stagedEquals(row) : rowIsMissing;
    }

    final Missing buildMissing() {
        return missing.build(rows);
    }

    /** Whether spaces around a text belong to it. */
    boolean keepsSpaces() {
        return false;
    }

    /** Never given an empty text. */
    abstract @Nullable CellFault readText(char[] text, int from, int to);

    abstract @Nullable CellFault readValue(Object value);

    abstract void append();

    abstract void appendPlaceholder();

    abstract long stagedHash();

    abstract boolean stagedEquals(int row);

    abstract Column build();

    /** Pairs of different texts in this column that look the same, if it has texts. */
    List<List<String>> lookAlikes() {
        return List.of();
    }

    /** A double or float has already lost what was meant; any other unexpected type is only unexpected. */
    final CellFault wrongType(Object value, LocalText expected) {
        String type = value.getClass().getSimpleName();
        return value instanceof Double || value instanceof Float
                ? CellFault.of(DataCode.BINARY_NUMBER, "column", schema.name(), "type", type)
                : CellFault.of(DataCode.WRONG_TYPE, "column", schema.name(), "type", type, "expected", expected);
    }
}
