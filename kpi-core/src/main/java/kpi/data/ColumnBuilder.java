package kpi.data;

import java.util.List;
import kpi.diagnostic.LocalText;
import kpi.value.Absence;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table in the making. A good cell is appended at once; when its row turns out bad, the column is cut back to
 * the rows kept. A method that takes a cell answers null when all is well: it runs once for each cell of a file.
 */
abstract class ColumnBuilder {
    private final ColumnSchema schema;
    private final boolean keepsSpaces;
    private final Missing.Builder missing = new Missing.Builder();

    /** Cells appended so far; one more than the rows kept while a row is open and its cell here is in. */
    private int size;

    ColumnBuilder(ColumnSchema schema) {
        this(schema, false);
    }

    /**
     * A column.
     *
     * @param keepsSpaces whether spaces around a text belong to it
     */
    ColumnBuilder(ColumnSchema schema, boolean keepsSpaces) {
        this.schema = schema;
        this.keepsSpaces = keepsSpaces;
    }

    ColumnSchema schema() {
        return schema;
    }

    final int size() {
        return size;
    }

    final @Nullable CellFault addText(char[] text, int from, int to) {
        CellFault fault = readText(text, from, to);
        if (fault == null) {
            size++;
        }
        return fault;
    }

    final @Nullable CellFault addValue(Object value) {
        CellFault fault = readValue(value);
        if (fault == null) {
            size++;
        }
        return fault;
    }

    final @Nullable CellFault addMissing(Absence kind) {
        if (!schema.mayBeMissing()) {
            return CellFault.of(DataCode.MISSING_VALUE, "column", schema.name());
        }
        missing.set(size, kind);
        appendPlaceholder();
        size++;
        return null;
    }

    /** Takes back the cell of a row that is not kept. */
    final void cutTo(int rows) {
        if (size > rows) {
            missing.clear(rows);
            removeLast();
            size = rows;
        }
    }

    final Missing buildMissing() {
        return missing.build(size);
    }

    /** Whether spaces around a text belong to it. */
    final boolean keepsSpaces() {
        return keepsSpaces;
    }

    /** Appends what the text says; never given an empty text. */
    abstract @Nullable CellFault readText(char[] text, int from, int to);

    /** Appends a host's value; never given a text, null or an absence. */
    abstract @Nullable CellFault readValue(Object value);

    abstract void appendPlaceholder();

    abstract void removeLast();

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
