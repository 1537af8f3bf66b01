package kpi.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.read.HeaderMatch;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.source.Place;
import org.jspecify.annotations.Nullable;

/** Builds a table of what a scan finds: of declared columns, or of all columns as texts. */
final class TableSink implements RowSink {
    /** Titles, dates and units that stand above a header take a few lines at most. */
    private static final int MOST_LINES_OFFERED = 10;

    private static final int MOST_NAME_CHARACTERS = 4096;

    private static final int MOST_BLANK_LINES_NAMED = 100;

    private final CsvTables.Format format;
    private final String file;
    private final TableSchema schema;
    private final boolean isDeclared;
    private final Set<String> optional;
    private final boolean keepGoodRows;
    private final ProblemCollector fileProblems;
    private final List<Long> blankLines = new ArrayList<>();

    private @Nullable TableBuilder builder;
    private @Nullable HeaderMatch refused;
    private TableSchema taken;
    private long refusedLine;
    private int linesOffered;
    private List<String> names = List.of();
    private int[] targets = {};
    private long line;

    /**
     * Takes the declared columns and ignores others.
     *
     * @param optional names of declared columns that the file may lack
     * @param keepGoodRows whether rows with problems are left out, instead of refusing the file
     */
    static TableSink declared(
            CsvTables.Format format, String file, TableSchema schema, Set<String> optional, boolean keepGoodRows) {
        return new TableSink(format, file, schema, true, optional, keepGoodRows);
    }

    /** Takes all columns, as texts that may be missing. */
    static TableSink any(CsvTables.Format format, String file, String table) {
        return new TableSink(format, file, TableSchema.of(table), false, Set.of(), format.keepsGoodRows());
    }

    private TableSink(
            CsvTables.Format format,
            String file,
            TableSchema schema,
            boolean isDeclared,
            Set<String> optional,
            boolean keepGoodRows) {
        this.format = format;
        this.file = file;
        this.schema = schema;
        this.taken = schema;
        this.isDeclared = isDeclared;
        this.optional = optional;
        this.keepGoodRows = keepGoodRows;
        this.fileProblems = new ProblemCollector(format.limits().problems());
    }

    /** The table and all problems; call once, after the scan. */
    Checked<Table> build() {
        if (builder != null) {
            // Where the scan stopped, a row may stand open.
            builder.abandonRow();
            return builder.build(keepGoodRows);
        }
        if (refused != null && !fileProblems.hasErrors()) {
            fileProblems.addAll(refused.problems());
        }
        if (!fileProblems.hasErrors()) {
            fileProblems.add(Problem.of(DataCode.NO_HEADER, place(0, "")).build());
        }
        return Checked.failed(fileProblems.toList());
    }

    /** The rows so far; those that follow are of another table, under the same header. */
    Checked<Table> cut() {
        Checked<Table> rows = started().build(keepGoodRows);
        builder = new TableBuilder(taken, file, format.rules(), format.limits());
        return rows;
    }

    /** The names of the header, once there is one. */
    List<String> names() {
        return names;
    }

    @Override
    public Next header(List<String> cells, long at) {
        if (cells.size() > format.limits().columns()) {
            return stop(Problem.of(DataCode.TOO_MANY_COLUMNS, place(at, ""))
                    .with("limit", format.limits().columns()));
        }
        for (String name : cells) {
            if (name.length() > MOST_NAME_CHARACTERS) {
                return stop(Problem.of(DataCode.CELL_TOO_LONG, place(at, name))
                        .with("length", name.length())
                        .with("limit", MOST_NAME_CHARACTERS));
            }
        }
        if (refused != null) {
            return offered(cells, at);
        }
        if (cells.get(0).toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return stop(Problem.of(DataCode.SEP_LINE, place(at, cells.get(0))).with("line", at));
        }
        return isDeclared ? declaredHeader(cells, at) : anyHeader(cells, at);
    }

    private Next declaredHeader(List<String> cells, long at) {
        HeaderMatch match = match(cells, at, schema);
        if (match.isGood()) {
            return accept(cells, match, schema);
        }
        Optional<Character> likely =
                likelyDelimiter(cells, parts -> match(parts, at, schema).found());
        if (likely.isPresent()) {
            return stop(wrongDelimiter(cells, at, likely.get()));
        }
        refused = match;
        refusedLine = at;
        return Next.OFFER_NEXT;
    }

    private Next anyHeader(List<String> cells, long at) {
        Optional<Character> likely = likelyDelimiter(cells, parts -> cells.size() == 1 ? parts.size() : 0);
        if (likely.isPresent()) {
            return stop(wrongDelimiter(cells, at, likely.get()));
        }
        HeaderMatch nothing = match(cells, at, schema);
        if (!nothing.isGood()) {
            refused = nothing;
            return Next.STOP;
        }
        List<ColumnSchema> columns = cells.stream()
                .map(name ->
                        ColumnSchema.of(name.strip(), new ColumnType.TextType()).orMissing())
                .toList();
        TableSchema found = new TableSchema(schema.name(), columns);
        return accept(cells, match(cells, at, found), found);
    }

    /** A later line, in case the refused one was a title. */
    private Next offered(List<String> cells, long at) {
        if (match(cells, at, schema).isComplete()) {
            return stop(Problem.of(DataCode.TITLE_LINE, place(refusedLine, ""))
                    .with("line", refusedLine)
                    .with("header", at));
        }
        return ++linesOffered < MOST_LINES_OFFERED ? Next.OFFER_NEXT : Next.STOP;
    }

    private HeaderMatch match(List<String> cells, long at, TableSchema wanted) {
        return new HeaderMatch(cells, at, file, wanted, optional);
    }

    private Optional<Character> likelyDelimiter(List<String> cells, ToIntFunction<List<String>> found) {
        return Delimiters.likely(cells, format.delimiter(), found);
    }

    private Problem.Builder wrongDelimiter(List<String> cells, long at, char likely) {
        return Problem.of(DataCode.WRONG_DELIMITER, place(at, cells.get(0)))
                .with("found", Delimiters.name(likely))
                .with("delimiter", Delimiters.name(format.delimiter()));
    }

    private Next accept(List<String> cells, HeaderMatch match, TableSchema wanted) {
        TableBuilder started = new TableBuilder(wanted, file, format.rules(), format.limits());
        match.problems().forEach(started::problem);
        fileProblems.toList().forEach(started::problem);
        names = cells.stream().map(String::strip).toList();
        targets = match.targets();
        taken = wanted;
        builder = started;
        return Next.ROWS;
    }

    private Next stop(Problem.Builder reason) {
        fileProblems.add(reason.build());
        return Next.STOP;
    }

    @Override
    public void beginRow(long at) {
        line = at;
        if (!blankLines.isEmpty()) {
            for (long blank : blankLines) {
                problem(Problem.of(DataCode.BLANK_LINE, place(blank, "")).build());
            }
            blankLines.clear();
        }
        started().beginRow(at);
    }

    @Override
    public void cell(int index, char[] buffer, int offset, int length) {
        if (index < targets.length && targets[index] >= 0) {
            started().text(targets[index], buffer, offset, length);
        }
    }

    @Override
    public boolean endRow(int cells) {
        if (cells != targets.length) {
            started()
                    .refuseRow(Problem.of(DataCode.RAGGED_ROW, place(line, ""))
                            .with("cells", cells)
                            .with("columns", targets.length)
                            .build());
        }
        boolean wantsMore = started().endRow();
        if (!keepGoodRows && started().isFullOfProblems()) {
            problem(Problem.of(DataCode.TOO_MANY_PROBLEMS, place(line, ""))
                    .with("limit", format.limits().problems())
                    .build());
            return false;
        }
        return wantsMore;
    }

    /** Between rows of several cells an empty line cannot be a row; where a line is one cell it could. */
    @Override
    public void blankLine(long at) {
        if (targets.length == 1 && blankLines.size() < MOST_BLANK_LINES_NAMED) {
            blankLines.add(at);
        }
    }

    @Override
    public void problem(Problem problem) {
        if (builder == null) {
            fileProblems.add(problem);
        } else {
            builder.problem(problem);
        }
    }

    @Override
    public String columnName(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    private TableBuilder started() {
        if (builder == null) {
            throw new KpiUsageException("no header was accepted");
        }
        return builder;
    }

    private Place place(long row, String text) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60);
        return Place.cell(schema.name(), file, row, "", shown);
    }
}
