package kpi.data.sheet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.read.HeaderMatch;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.diagnostic.StopSignal;
import kpi.source.Place;
import org.jspecify.annotations.Nullable;

/** Builds a table of the rows of a sheet, of which the first that is not empty is the header. */
final class SheetSink {
    /** Titles, dates and units that stand above a header take a few rows at most. */
    private static final int MOST_ROWS_OFFERED = 10;

    private final SheetTables.Format format;
    private final TableSchema schema;
    private final String file;
    private final StopSignal stop;
    private final ProblemCollector problems;

    private @Nullable TableBuilder builder;
    private @Nullable HeaderMatch refused;
    private long refusedRow;
    private int offered;
    private String sheet = "";
    private List<String> names = List.of();
    private int[] targets = {};
    private long values;

    SheetSink(SheetTables.Format format, TableSchema schema, String file) {
        this.format = format;
        this.schema = schema;
        this.file = file;
        this.stop = StopSignal.of(format.stop());
        this.problems = new ProblemCollector(format.limits().problems());
    }

    /** The rows that follow are of this sheet. */
    void sheet(String name) {
        sheet = name;
    }

    /** A value beside a formula was taken. */
    void formula() {
        values++;
    }

    /** One step of long work between two rows. */
    void step() throws IOException {
        stop.step();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the thread was interrupted");
        }
    }

    /**
     * A row.
     *
     * @param number from 1
     * @param cells those that are not empty, from left to right
     * @return false when no further row is wanted
     */
    boolean row(long number, List<SheetCell> cells) throws IOException {
        step();
        if (cells.isEmpty()) {
            return true;
        }
        return builder == null ? header(number, cells) : add(builder, number, cells);
    }

    private boolean header(long number, List<SheetCell> cells) {
        List<String> found = cells.stream().map(SheetCell::text).toList();
        HeaderMatch match = new HeaderMatch(found, number, named(), schema, Set.of());
        if (refused != null) {
            if (match.isComplete()) {
                problems.add(Problem.of(DataCode.TITLE_LINE, place(refusedRow, "", ""))
                        .with("line", refusedRow)
                        .with("header", number)
                        .build());
                return false;
            }
            return ++offered < MOST_ROWS_OFFERED;
        }
        if (!match.isGood()) {
            refused = match;
            refusedRow = number;
            return true;
        }
        int width = cells.get(cells.size() - 1).column() + 1;
        targets = new int[width];
        java.util.Arrays.fill(targets, -2);
        List<String> headings = new ArrayList<>(java.util.Collections.nCopies(width, ""));
        for (int i = 0; i < cells.size(); i++) {
            targets[cells.get(i).column()] = match.targets()[i];
            headings.set(cells.get(i).column(), found.get(i).strip());
        }
        names = List.copyOf(headings);
        TableBuilder started = new TableBuilder(schema, named(), format.rules(), format.limits());
        match.problems().forEach(started::problem);
        builder = started;
        return true;
    }

    private boolean add(TableBuilder table, long number, List<SheetCell> cells) {
        table.beginRow(number);
        int nameless = -1;
        int broken = -1;
        for (int i = 0; i < cells.size(); i++) {
            SheetCell cell = cells.get(i);
            int target = cell.column() < targets.length ? targets[cell.column()] : -2;
            if (target == -2) {
                nameless = nameless < 0 ? i : nameless;
            } else if (target >= 0 && cell.isBroken()) {
                broken = broken < 0 ? i : broken;
            } else if (target >= 0) {
                table.text(target, cell.text().toCharArray(), 0, cell.text().length());
            }
        }
        if (broken >= 0) {
            SheetCell cell = cells.get(broken);
            table.refuseRow(
                    Problem.of(DataCode.CELL_WITHOUT_VALUE, place(number, names.get(cell.column()), cell.text()))
                            .with("cell", SheetCell.letters(cell.column()) + number)
                            .with("text", cell.text())
                            .build());
        } else if (nameless >= 0) {
            SheetCell cell = cells.get(nameless);
            table.refuseRow(Problem.of(DataCode.CELL_WITHOUT_HEADING, place(number, "", cell.text()))
                    .with("cell", SheetCell.letters(cell.column()) + number)
                    .build());
        }
        boolean wantsMore = table.endRow();
        if (!format.keepsGoodRows() && table.isFullOfProblems()) {
            table.problem(Problem.of(DataCode.TOO_MANY_PROBLEMS, place(number, "", ""))
                    .with("limit", format.limits().problems())
                    .build());
            return false;
        }
        return wantsMore;
    }

    /** Something wrong with the file as a whole. */
    void problem(Problem problem) {
        if (builder == null) {
            problems.add(problem);
        } else {
            builder.problem(problem);
        }
    }

    /** The table and all problems; call once, after all rows. */
    Checked<Table> build(long rounded) {
        if (builder != null) {
            if (values > 0) {
                builder.problem(Problem.of(DataCode.FORMULAS_NOT_EVALUATED, place(0, "", ""))
                        .with("count", values)
                        .build());
            }
            if (rounded > 0) {
                builder.problem(Problem.of(DataCode.ROUNDED_TO_FIFTEEN, place(0, "", ""))
                        .with("count", rounded)
                        .build());
            }
            return builder.build(format.keepsGoodRows());
        }
        if (refused != null && !problems.hasErrors()) {
            problems.addAll(refused.problems());
        }
        if (!problems.hasErrors()) {
            problems.add(Problem.of(DataCode.NO_HEADER, place(0, "", "")).build());
        }
        return Checked.failed(problems.toList());
    }

    Place place(long row, String column, String text) {
        return Place.cell(schema.name(), named(), row, column, text.length() <= 60 ? text : text.substring(0, 60));
    }

    private String named() {
        return sheet.isEmpty() ? file : file + "#" + sheet;
    }
}
