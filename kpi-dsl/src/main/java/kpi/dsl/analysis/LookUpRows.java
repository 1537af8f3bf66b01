package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration.LookUpDeclaration;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.NumberRange;
import kpi.value.Quantity;
import kpi.value.RangeText;
import kpi.value.Value;

/** The rows of a look-up table that the text holds; an empty key repeats the one above, a first row may hold a key. */
final class LookUpRows {
    /** What stands before the last figure instead of a bar: 100%以上：10, or blanks. */
    private static final Pattern OTHER_BAR = Pattern.compile(
            "(?<=[^\\s:：|｜])(\\s*[:：]\\s*|\\s{2,}|\\t\\s*)(?=[0-9０-９.\\-][^:：|｜\\s]*(?:\\s[^\\s|｜]+)?\\s*$)");

    private final Literals literals;
    private final Tables tables;
    private final Reporter reporter;

    LookUpRows(Literals literals, Tables tables, Reporter reporter) {
        this.literals = literals;
        this.tables = tables;
        this.reporter = reporter;
    }

    /** The cells of a row in the order of the declaration, the value last. */
    private record Line(List<Cell> cells, Span span) {}

    List<LookUpRow> read(
            LookUpDeclaration declaration,
            List<ColumnSchema> columns,
            ColumnSchema value,
            LookUpTable table,
            List<Integer> order) {
        List<LookUpRow> rows = new ArrayList<>();
        List<Line> lines = declaration.crossed() ? crossed(declaration) : plain(declaration);
        List<Cell> above = new ArrayList<>();
        for (Line line : lines) {
            List<Cell> cells = new ArrayList<>(line.cells());
            for (int i = 0; i < cells.size() - 1; i++) {
                boolean repeats = cells.get(i).text().isEmpty() && i < above.size();
                cells.set(i, repeats ? above.get(i) : cells.get(i));
            }
            above = cells;
            List<LookUpRow.Cell> keys = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                key(cells.get(order.get(i)), columns.get(order.get(i)), table.isRanged(i))
                        .ifPresent(keys::add);
            }
            Cell written = cells.get(cells.size() - 1);
            if (keys.size() == order.size()) {
                value(written, value, keys, table, line.span()).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private List<Line> plain(LookUpDeclaration declaration) {
        List<Line> lines = new ArrayList<>();
        int wanted = declaration.keys().size() + 1;
        for (DataRow row : declaration.rows()) {
            if (hasCells(row, wanted)) {
                lines.add(new Line(row.cells(), row.span()));
            }
        }
        return lines;
    }

    private boolean hasCells(DataRow row, int wanted) {
        if (row.cells().size() == wanted) {
            return true;
        }
        Problem.Builder problem = Problem.of(AnalysisCode.LOOK_UP_CELLS, row.span())
                .with("count", row.cells().size())
                .with("wanted", wanted);
        Matcher sign = OTHER_BAR.matcher(row.span().text());
        if (row.cells().size() == wanted - 1 && sign.find()) {
            int start = row.span().start();
            problem.edit(row.span().source().span(start + sign.start(1), start + sign.end(1)), " | ");
        }
        reporter.report(problem);
        return false;
    }

    /** The first row holds the last key, the cells below it the values. */
    private List<Line> crossed(LookUpDeclaration declaration) {
        List<Line> lines = new ArrayList<>();
        if (declaration.rows().isEmpty()) {
            return lines;
        }
        List<Cell> head = declaration.rows().get(0).cells();
        int left = declaration.keys().size() - 1;
        for (DataRow row : declaration.rows().subList(1, declaration.rows().size())) {
            if (!hasCells(row, head.size())) {
                continue;
            }
            for (int i = left; i < head.size(); i++) {
                List<Cell> cells = new ArrayList<>(row.cells().subList(0, left));
                cells.add(head.get(i));
                cells.add(row.cells().get(i));
                lines.add(new Line(cells, row.cells().get(i).span()));
            }
        }
        return lines;
    }

    private Optional<LookUpRow.Cell> key(Cell cell, ColumnSchema column, boolean ranged) {
        if (!ranged) {
            return typed(cell, column).map(LookUpRow.Cell::of);
        }
        KpiUnit unit = ((ColumnType.Number) column.type()).unit();
        Optional<LookUpRow.Cell> range = LookUpRow.Cell.read(cell.text(), unit);
        if (range.isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.LOOK_UP_RANGE, cell.span()).with("text", cell.text()));
        }
        return range;
    }

    private Optional<LookUpRow> value(
            Cell cell, ColumnSchema column, List<LookUpRow.Cell> keys, LookUpTable table, Span row) {
        boolean mayRun = table.matching() == LookUpTable.Matching.BANDS && column.type() instanceof ColumnType.Number;
        Optional<NumberRange> range = mayRun
                ? RangeText.read(cell.text(), ((ColumnType.Number) column.type()).unit())
                        .filter(NumberRange::isFinite)
                : Optional.empty();
        if (range.isEmpty()) {
            return typed(cell, column).map(value -> new LookUpRow(keys, value, value, cell.text(), Place.of(row)));
        }
        KpiUnit unit = ((ColumnType.Number) column.type()).unit();
        boolean runs = !range.get().isPoint();
        boolean ends =
                keys.get(keys.size() - 1).within().filter(NumberRange::isFinite).isPresent();
        if (runs && !ends) {
            reporter.report(
                    Problem.of(AnalysisCode.LOOK_UP_OPEN_END, cell.span()).with("text", cell.text()));
            return Optional.empty();
        }
        return Optional.of(new LookUpRow(
                keys,
                Quantity.canonical(range.get().low().orElseThrow(), unit),
                Quantity.canonical(range.get().high().orElseThrow(), unit),
                cell.text(),
                Place.of(row)));
    }

    /** A cell as a dataset of one column would read it. */
    private Optional<Value> typed(Cell cell, ColumnSchema column) {
        if (column.type() instanceof ColumnType.Number number) {
            return literals.figure(cell.span(), cell.text(), number.unit(), reporter)
                    .map(printed -> printed.quantity());
        }
        TableBuilder builder = new TableBuilder(
                new TableSchema("value", List.of(column)), cell.span().source().name());
        builder.addTexts(List.of(cell.text()), cell.span().line());
        Checked<Table> built = builder.build(true);
        Optional<Value> value = built.value()
                .filter(table -> !built.hasErrors())
                .map(table -> table.column(column.name()))
                .filter(read -> read.absence(0).isEmpty())
                .map(read -> read.value(0));
        if (value.isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.LOOK_UP_CELL, cell.span())
                    .with("text", cell.text())
                    .with("column", column.name()));
            return Optional.empty();
        }
        return value;
    }
}
