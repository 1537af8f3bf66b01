package kpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kpi.data.Table;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.LookUpFaults;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.NumberRange;
import kpi.value.Quantity;
import kpi.value.RangeText;
import kpi.value.Text;
import kpi.value.Value;

/** The rows of look-up tables that are datasets, read into ranges and keys, and what is wrong with them. */
public final class LookUpData {
    private final LookUpTable table;
    private final RowView view;
    private final Function<LookUpTable, Optional<LookUpIndex>> steps;
    private final List<LookUpRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private LookUpData(LookUpTable table, RowView view, Function<LookUpTable, Optional<LookUpIndex>> steps) {
        this.table = table;
        this.view = view;
        this.steps = steps;
    }

    /**
     * What is wrong with rows of look-up tables, before anything is looked up: cells that cannot be read, keys given twice,
     * gaps and overlaps of bands, each with its place.
     *
     * @param given datasets by name; a look-up table whose rows are not there is passed over
     */
    public static List<Problem> problems(List<LookUpTable> tables, Map<String, Table> given) {
        List<Problem> problems = new ArrayList<>();
        Map<String, LookUpData> read = new HashMap<>();
        for (LookUpTable table : tables) {
            if (given.containsKey(table.name())) {
                problems.addAll(of(table, given, read).problems());
            }
        }
        return List.copyOf(problems);
    }

    private static LookUpData of(LookUpTable table, Map<String, Table> given, Map<String, LookUpData> read) {
        LookUpData known = read.get(table.name());
        if (known == null) {
            Table rows = Objects.requireNonNull(given.get(table.name()));
            known = read(
                    table,
                    TableView.all(rows),
                    step -> step.index()
                            .or(() -> given.containsKey(step.name())
                                    ? Optional.of(of(step, given, read).index())
                                    : Optional.empty()));
            read.put(table.name(), known);
        }
        return known;
    }

    /** @param steps the rows of the table that says how far apart bands meet */
    static LookUpData read(LookUpTable table, RowView view, Function<LookUpTable, Optional<LookUpIndex>> steps) {
        LookUpData data = new LookUpData(table, view, steps);
        for (int row : view.rows()) {
            data.row(row);
        }
        if (data.problems.isEmpty()) {
            data.check();
        }
        return data;
    }

    List<Problem> problems() {
        return problems;
    }

    LookUpIndex index() {
        return new LookUpIndex(table.matching(), rows);
    }

    private void check() {
        for (LookUpFaults.Fault fault : LookUpFaults.of(table.matching(), rows, table.step(), this::step)) {
            Problem.Builder problem = EvaluationProblems.lookUpFault(
                    table, word(fault.kind()), fault.row().place());
            if (!fault.other().equals(fault.row())) {
                problem.related(fault.other().place(), "second-row");
            }
            problems.add(problem.build());
        }
    }

    private static String word(LookUpFaults.Kind kind) {
        return switch (kind) {
            case DUPLICATE -> "duplicate";
            case UNREACHABLE -> "unreachable";
            case OVERLAP -> "overlap";
            case GAP -> "gap";
            case OFF_STEP -> "off-step";
        };
    }

    static LocalText reason(String word) {
        return switch (word) {
            case "duplicate" -> new LocalText("鍵值重複", "its keys are given twice");
            case "unreachable" -> new LocalText("永遠輪不到", "it is never reached");
            case "overlap" -> new LocalText("與前一級重疊", "it overlaps the band before it");
            case "gap" -> new LocalText("與前一級之間有空隙", "it leaves a gap behind the band before it");
            case "off-step" -> new LocalText("界限不在級距的刻度上", "its ends are not on the steps of the bands");
            case "running" ->
                new LocalText("值是一段範圍，須以內插查表", "its value runs from one to another, and must be interpolated");
            default -> new LocalText("無法讀取", "it cannot be read");
        };
    }

    private Optional<Exact> step(LookUpRow row) {
        LookUpTable.Step step = table.step().orElseThrow();
        if (step.fixed().isPresent()) {
            return step.fixed();
        }
        List<Value> keys = new ArrayList<>();
        for (int key : step.keys()) {
            row.keys().get(key).exactly().ifPresent(keys::add);
        }
        return keys.size() < step.keys().size()
                ? Optional.empty()
                : steps.apply(step.table().orElseThrow())
                        .flatMap(index -> index.find(keys))
                        .map(LookUpRow::low)
                        .filter(Quantity.class::isInstance)
                        .map(found -> ((Quantity) found).canonical())
                        .filter(size -> size.signum() > 0);
    }

    private void row(int row) {
        List<LookUpRow.Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.keys().size(); i++) {
            LookUpTable.Key key = table.keys().get(i);
            boolean ranged = table.isRanged(i);
            Optional<LookUpRow.Cell> cell =
                    view.cell(row, key.name()).value().flatMap(value -> cell(value, key, ranged));
            if (cell.isEmpty()) {
                unreadable(row, key.name());
                return;
            }
            cells.add(cell.get());
        }
        Optional<Value> value = view.cell(row, table.value().name()).value();
        Place place = place(row, table.keys().get(table.keys().size() - 1).name());
        Optional<LookUpRow> read = value.flatMap(found -> row(cells, found, place));
        if (read.isEmpty()) {
            unreadable(row, table.value().name());
        } else {
            rows.add(read.get());
        }
    }

    private Optional<LookUpRow> row(List<LookUpRow.Cell> cells, Value value, Place place) {
        String text = value.display(kpi.diagnostic.Language.EN);
        if (value instanceof Text written && table.value().unit().isPresent()) {
            KpiUnit unit = table.value().unit().get();
            return RangeText.read(written.text(), unit)
                    .filter(NumberRange::isFinite)
                    .map(range -> new LookUpRow(
                            cells,
                            Quantity.canonical(range.low().orElseThrow(), unit),
                            Quantity.canonical(range.high().orElseThrow(), unit),
                            text,
                            place));
        }
        return Optional.of(new LookUpRow(cells, value, value, text, place));
    }

    private Optional<LookUpRow.Cell> cell(Value value, LookUpTable.Key key, boolean ranged) {
        if (value instanceof Text text) {
            if (ranged) {
                return LookUpRow.Cell.read(text.text(), key.unit().orElseThrow());
            }
            if (table.matching() == LookUpTable.Matching.FIRST && LookUpRow.Cell.isAnything(text.text())) {
                return Optional.of(LookUpRow.Cell.any());
            }
        }
        return Optional.of(LookUpRow.Cell.of(value));
    }

    private void unreadable(int row, String column) {
        problems.add(EvaluationProblems.lookUpData(table, "unreadable", place(row, column)));
    }

    private Place place(int row, String column) {
        return view instanceof TableView of ? of.table().place(row, column) : view.place(row);
    }
}
