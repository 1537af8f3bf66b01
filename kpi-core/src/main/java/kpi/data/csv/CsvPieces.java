package kpi.data.csv;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.source.Place;

/** Takes the rows of a file in tables of so many rows, one after another, and adds each to what came of those before. */
final class CsvPieces<S> implements RowSink {
    private final CsvTables.Format format;
    private final TableSink sink;
    private final String file;
    private final String table;
    private final int rows;
    private final BiFunction<? super S, ? super Table, ? extends S> step;
    private final ProblemCollector problems;
    private S made;
    private boolean failed;
    private int inPiece;
    private long line;

    CsvPieces(
            CsvTables.Format format,
            String file,
            TableSchema schema,
            int rows,
            S start,
            BiFunction<? super S, ? super Table, ? extends S> step) {
        this.format = format;
        this.sink = TableSink.declared(format, file, schema, Set.of(), format.keepsGoodRows());
        this.file = file;
        this.table = schema.name();
        this.rows = rows;
        this.step = step;
        this.problems = new ProblemCollector(format.limits().problems());
        this.made = start;
    }

    /** What came of all rows, and all problems; call once, after the scan. */
    Checked<S> build() {
        take(sink.build());
        List<Problem> all = problems.toList();
        return failed || problems.hasErrors() && !format.keepsGoodRows() ? Checked.failed(all) : Checked.of(made, all);
    }

    private void take(Checked<Table> piece) {
        problems.addAll(piece.problems());
        failed |= piece.value().isEmpty();
        if (!failed && (format.keepsGoodRows() || !problems.hasErrors())) {
            made = step.apply(made, piece.value().orElseThrow());
        }
    }

    @Override
    public boolean endRow(int cells) {
        boolean wantsMore = sink.endRow(cells);
        if (wantsMore && ++inPiece == rows) {
            inPiece = 0;
            take(sink.cut());
            if (!format.keepsGoodRows() && problems.isFull()) {
                sink.problem(Problem.of(DataCode.TOO_MANY_PROBLEMS, Place.cell(table, file, line, "", ""))
                        .with("limit", format.limits().problems())
                        .build());
                return false;
            }
        }
        return wantsMore;
    }

    @Override
    public Next header(List<String> names, long at) {
        return sink.header(names, at);
    }

    @Override
    public void beginRow(long at) {
        line = at;
        sink.beginRow(at);
    }

    @Override
    public void cell(int index, char[] buffer, int offset, int length) {
        sink.cell(index, buffer, offset, length);
    }

    @Override
    public void blankLine(long at) {
        sink.blankLine(at);
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }

    @Override
    public String columnName(int index) {
        return sink.columnName(index);
    }
}
