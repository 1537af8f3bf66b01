package kpi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Suggestion;
import kpi.source.Place;
import kpi.value.Absence;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Table} row by row. For one thread and one table.
 *
 * <p>Data never throws: every cell that cannot be read is a problem with its row, column and text, and its row is left
 * out. {@link #build} then answers the good rows or no table at all, as it is told. An empty text and null are missing
 * where the column may be missing, and a problem where it may not.
 *
 * <p>A host gives {@link kpi.number.Exact}, BigDecimal, BigInteger, Integer, Long (in the column's unit), Quantity
 * (converted), String (read as printed), Boolean, Enum (by name), LocalDate, ReportingPeriod, values of kpi.value,
 * Optional, {@link Absence} and null. A double or float is a problem.
 *
 * <p>Example: {@code builder.addRow(Map.of("類別", "委營OT", "處數", 3), 1); builder.build(false)}.
 */
public final class TableBuilder {
    private static final int MOST_LOOK_ALIKES = 5;

    private static final int MOST_ROWS_NAMED = 9;

    private final TableSchema schema;
    private final Origins.Builder origins = new Origins.Builder();
    private final DataLimits limits;
    private final ColumnBuilder[] columns;
    private final HostRows hostRows;
    private final Map<String, Absence> missingTexts;
    private final int longestMissingText;
    private final ProblemCollector problems;
    private final RowNumbers.Builder rowNumbers = new RowNumbers.Builder();
    private final List<Long> leftOut = new ArrayList<>();
    private final List<Problem> rowProblems = new ArrayList<>();

    private int rows;
    private long rowsLeftOut;
    private long rowNumber;
    private int cellsAdded;
    private boolean inRow;
    private boolean failed;
    private boolean full;
    private boolean built;

    public TableBuilder(TableSchema schema, String origin) {
        this(schema, origin, CellRules.standard(), DataLimits.standard());
    }

    /** A table of more columns than the limit is the host's mistake. */
    public TableBuilder(TableSchema schema, String origin, CellRules rules, DataLimits limits) {
        if (schema.columns().size() > limits.columns()) {
            throw new KpiUsageException(
                    schema.columns().size() + " columns, more than the limit of " + limits.columns());
        }
        this.schema = schema;
        origins.from(0, Objects.requireNonNull(origin, "origin"));
        this.limits = limits;
        this.problems = new ProblemCollector(limits.problems());
        this.columns = schema.columns().stream()
                .map(column -> column.type().accept(new ColumnBuilders(column, rules)))
                .toArray(ColumnBuilder[]::new);
        this.hostRows = new HostRows(this, schema);
        this.missingTexts = rules.missingTexts();
        this.longestMissingText =
                missingTexts.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Rows from now on come from here. */
    void origin(String name) {
        if (rows > 0) {
            origins.from(rows, name);
        }
    }

    /** A row by names or aliases of columns; a column that is not named is missing. */
    public void addRow(Map<String, ?> row, long number) {
        hostRows.addMap(row, number);
    }

    /** A row by components of the record, named as the columns; its number follows on the last one. */
    public void addRecord(Record row) {
        hostRows.addRecord(row, rowNumber + 1);
    }

    /** A row of texts as printed, in the order of the schema. */
    public void addTexts(List<String> cells, long number) {
        beginRow(number);
        int count = Math.min(cells.size(), columns.length);
        for (int i = 0; i < count; i++) {
            value(i, cells.get(i));
        }
        if (cells.size() != columns.length) {
            refuseRow(Problem.of(DataCode.RAGGED_ROW, rowPlace())
                    .with("cells", cells.size())
                    .with("columns", columns.length)
                    .build());
        }
        endRow();
    }

    /** A row of a map or a record of any kind; anything else is a problem. Answers as {@link #endRow}. */
    boolean addHostRow(@Nullable Object row, long number) {
        hostRows.add(row, number);
        return !full;
    }

    /**
     * For readers: the next row of the origin begins. Its cells follow by {@link #text} and {@link #value}, in any order,
     * each at most once; {@link #endRow} closes it.
     *
     * @param number the line of the origin, from 1
     */
    public void beginRow(long number) {
        if (inRow || built || number < 0) {
            throw new KpiUsageException(
                    built ? "the table is built" : inRow ? "the last row is not ended" : "row " + number);
        }
        rowNumber = number;
        inRow = true;
        cellsAdded = 0;
    }

    /** For readers: a cell as printed; the characters are copied where they are kept. */
    public void text(int column, char[] buffer, int offset, int length) {
        if (offset < 0 || length < 0 || length > buffer.length - offset) {
            throw new KpiUsageException("characters " + offset + " and " + length + " more of " + buffer.length);
        }
        ColumnBuilder builder = open(column);
        if (length > limits.cellCharacters()) {
            fault(
                    column,
                    CellFault.of(DataCode.CELL_TOO_LONG, "length", length, "limit", limits.cellCharacters()),
                    CellText.bounded(new String(buffer, offset, Math.min(length, 1000))));
            return;
        }
        int from = offset;
        int to = offset + length;
        while (from < to && ColumnNames.isSpace(buffer[from])) {
            from++;
        }
        while (from < to && ColumnNames.isSpace(buffer[to - 1])) {
            to--;
        }
        CellFault fault;
        if (from == to) {
            fault = builder.addMissing(Absence.NOT_REPORTED);
        } else {
            Absence kind =
                    to - from > longestMissingText ? null : missingTexts.get(new String(buffer, from, to - from));
            if (kind != null) {
                fault = builder.addMissing(kind);
            } else if (builder.keepsSpaces()) {
                fault = builder.addText(buffer, offset, offset + length);
            } else {
                fault = builder.addText(buffer, from, to);
            }
        }
        if (fault != null) {
            fault(column, fault, CellText.bounded(new String(buffer, offset, Math.min(length, 1000))));
        }
    }

    /** For readers: a cell as a host gives it. */
    public void value(int column, @Nullable Object value) {
        Object given = value;
        while (given instanceof Optional<?> optional) {
            given = optional.orElse(null);
        }
        if (given instanceof String text) {
            text(column, text.toCharArray(), 0, text.length());
            return;
        }
        ColumnBuilder builder = open(column);
        CellFault fault;
        if (given == null) {
            fault = builder.addMissing(Absence.NOT_REPORTED);
        } else if (given instanceof Absence kind) {
            fault = builder.addMissing(kind);
        } else {
            fault = builder.addValue(given);
        }
        if (fault != null) {
            fault(column, fault, HostRows.shown(given));
        }
    }

    /** For readers: the open row is left out for one reason, which stands instead of what was wrong with its cells. */
    public void refuseRow(Problem reason) {
        rowProblems.clear();
        rowProblems.add(reason);
    }

    /** For readers: the open row, if there is one, is dropped as if it had never begun. */
    public void abandonRow() {
        rowProblems.clear();
        cutToRowsKept();
        inRow = false;
    }

    private void cutToRowsKept() {
        for (ColumnBuilder column : columns) {
            column.cutTo(rows);
        }
    }

    /** For readers: the row is complete. Answers false when no further row is taken. */
    public boolean endRow() {
        if (!inRow) {
            throw new KpiUsageException("no row was begun");
        }
        if (rowProblems.isEmpty() && cellsAdded < columns.length) {
            addAbsentColumns();
        }
        if (!rowProblems.isEmpty()) {
            leaveOut();
        } else if (rows == limits.rows()) {
            problem(Problem.of(DataCode.TOO_MANY_ROWS, rowPlace())
                    .with("limit", limits.rows())
                    .build());
            full = true;
            cutToRowsKept();
        } else {
            keep();
        }
        inRow = false;
        return !full;
    }

    /** For readers: whether as many errors are kept as the limits allow; without good rows to keep, more are of no use. */
    public boolean isFullOfProblems() {
        return problems.isFull();
    }

    /** Something about the table as a whole. An error means that there is no table, not even of good rows. */
    public void problem(Problem problem) {
        failed |= problem.severity() == Severity.ERROR;
        problems.add(problem);
    }

    /**
     * The table and all problems.
     *
     * @param keepGoodRows whether rows with problems are left out; if not, one such row means that there is no table
     */
    public Checked<Table> build(boolean keepGoodRows) {
        if (built || inRow) {
            throw new KpiUsageException(built ? "the table is built" : "the last row is not ended");
        }
        built = true;
        boolean partial = rowsLeftOut > 0;
        if (failed || partial && !keepGoodRows) {
            return Checked.failed(problems.toList());
        }
        if (partial) {
            problems.add(Problem.of(DataCode.ROWS_LEFT_OUT, tablePlace(""))
                    .with("count", rowsLeftOut)
                    .with("kept", rows)
                    .with("rows", leftOut)
                    .build());
        }
        for (ColumnBuilder column : columns) {
            warnOfLookAlikes(column);
        }
        List<Column> done = new ArrayList<>();
        for (ColumnBuilder column : columns) {
            done.add(column.build());
        }
        Table table = new Table(schema, origins.build(), rows, done, rowNumbers.build(), rowsLeftOut);
        return Checked.of(table, problems.toList());
    }

    /** The open row as a place. */
    Place rowPlace() {
        return Place.cell(schema.name(), origins.current(), rowNumber, "", "");
    }

    Place cellPlace(String column, String rawText) {
        return Place.cell(schema.name(), origins.current(), rowNumber, column, rawText);
    }

    Place tablePlace(String column) {
        return Place.cell(schema.name(), origins.current(), 0, column, "");
    }

    private ColumnBuilder open(int column) {
        if (!inRow || column < 0 || column >= columns.length) {
            throw new KpiUsageException(inRow ? "column " + column + " of " + columns.length : "no row was begun");
        }
        ColumnBuilder builder = columns[column];
        if (builder.size() > rows) {
            throw new KpiUsageException("column " + builder.schema().name() + " is given twice");
        }
        cellsAdded++;
        return builder;
    }

    private void fault(int column, CellFault fault, String shown) {
        rowProblems.addAll(fault.at(cellPlace(columns[column].schema().name(), shown)));
    }

    private void addAbsentColumns() {
        for (int i = 0; i < columns.length; i++) {
            ColumnBuilder column = columns[i];
            if (column.size() == rows) {
                CellFault fault = column.addMissing(Absence.NOT_REPORTED);
                if (fault != null) {
                    fault(i, fault, "");
                }
            }
        }
    }

    private void keep() {
        rowNumbers.add(rows, rowNumber);
        rows++;
    }

    private void leaveOut() {
        rowProblems.forEach(problems::add);
        rowProblems.clear();
        cutToRowsKept();
        rowsLeftOut++;
        if (leftOut.size() < MOST_ROWS_NAMED) {
            leftOut.add(rowNumber);
        }
    }

    private void warnOfLookAlikes(ColumnBuilder column) {
        String name = column.schema().name();
        column.lookAlikes().stream()
                .limit(MOST_LOOK_ALIKES)
                .forEach(pair -> problems.add(Problem.of(DataCode.LOOK_ALIKE_TEXTS, tablePlace(name))
                        .with("column", name)
                        .with("one", pair.get(0))
                        .with("other", pair.get(1))
                        .with("difference", Suggestion.differingCodePoints(pair.get(0), pair.get(1)))
                        .build()));
    }
}
