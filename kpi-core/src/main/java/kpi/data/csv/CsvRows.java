package kpi.data.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TextColumn;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.source.Place;

/**
 * A CSV file as texts, for files whose columns nobody declared: a header and rows with the line each began in. Charset,
 * quotes and ragged rows are handled as in {@link CsvTables}; spaces around a text are kept, an empty cell is the empty
 * text.
 *
 * <p>Example: {@code CsvRows.read(path, format).orElseThrow().rows().get(0).cells().get("機關")}.
 */
public final class CsvRows {
    private final Table table;
    private final List<String> header;
    private final List<Row> rows;

    /**
     * A row.
     *
     * @param line the line of the file, from 1, that it begins in
     * @param cells texts by the names of the header, in its order
     */
    public record Row(long line, Map<String, String> cells) {}

    private CsvRows(Table table, List<String> header) {
        this.table = table;
        this.header = header;
        List<Row> all = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String name : header) {
                cells.put(name, text(table, name, row));
            }
            all.add(new Row(table.rowNumber(row), Collections.unmodifiableMap(cells)));
        }
        this.rows = List.copyOf(all);
    }

    /** Reads a file. */
    public static Checked<CsvRows> read(Path file, CsvTables.Format format) {
        return read(CsvInput.of(file), format);
    }

    /** Reads anything that can be opened as a stream. */
    public static Checked<CsvRows> read(String name, CsvTables.Opener opener, CsvTables.Format format) {
        return read(new CsvInput(name, opener), format);
    }

    private static Checked<CsvRows> read(CsvInput input, CsvTables.Format format) {
        TableSink sink = new CsvScan(input, format, "").run(() -> TableSink.any(format, input.name(), ""));
        return withoutLookAlikes(sink.build()).map(table -> new CsvRows(table, sink.names()));
    }

    /** Free texts may look alike. */
    static Checked<Table> withoutLookAlikes(Checked<Table> table) {
        List<Problem> problems = table.problems().stream()
                .filter(problem -> problem.kind() != DataCode.LOOK_ALIKE_TEXTS)
                .toList();
        return table.value().isEmpty()
                ? Checked.failed(problems)
                : Checked.of(table.value().get(), problems);
    }

    static String text(Table table, String column, int row) {
        TextColumn texts = (TextColumn) table.column(column);
        return texts.isMissing(row) ? "" : texts.text(row);
    }

    /** The names of the columns, in the order of the file, without spaces around them. */
    public List<String> header() {
        return header;
    }

    public List<Row> rows() {
        return rows;
    }

    /** All columns as texts, an empty cell missing. */
    Table table() {
        return table;
    }

    /** Where a cell stands. */
    public Place place(Row row, String column) {
        return Place.cell("", table.origin(), row.line(), column, row.cells().getOrDefault(column, ""));
    }
}
