package kpi.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kpi.data.TableSchema;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.LawRule;
import kpi.model.LawRule.Subject;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.value.Quantity;
import kpi.value.Value;

/** What a law does to facts: some changes of its kind, the smallest first. */
final class Changes {
    private static final int MOST_ROWS = 4;

    private final FactsGenerator generator;

    Changes(FactsGenerator generator) {
        this.generator = generator;
    }

    /**
     * Changed facts.
     *
     * @param what what changed, as a reader sees it
     * @param row the one row it is of, if only its own figure is meant
     */
    record Changed(Case after, List<LocalText> what, OptionalInt row) {}

    /**
     * @param ownRows the dataset of a KPI per row
     */
    List<Changed> of(LawRule.Change change, Case before, Optional<String> ownRows) {
        List<Changed> found = new ArrayList<>();
        if (change instanceof LawRule.Rise rise) {
            rise.subjects().forEach(subject -> rise(subject, before, ownRows, found));
        } else if (change instanceof LawRule.Scale scale) {
            for (String factor : List.of("2", "3", "10", "1/2", "7/3")) {
                scale(scale.subjects(), Exact.of(factor), before).ifPresent(found::add);
            }
        } else if (change instanceof LawRule.Reorder reorder) {
            reorder(reorder.table(), before, found);
        } else if (change instanceof LawRule.AddRow add) {
            add(add, before, found);
        }
        return found;
    }

    private static List<Quantity> above(Quantity figure, List<Quantity> edges) {
        List<Quantity> above = new ArrayList<>();
        above.add(plus(figure, Exact.ONE));
        if (!(figure.dimension() instanceof Dimension.Count)) {
            above.add(plus(figure, Exact.of(1, 2)));
        }
        edges.stream()
                .filter(edge -> edge.canonical().compareTo(figure.canonical()) > 0)
                .forEach(above::add);
        above.add(plus(times(figure, Exact.TEN), Exact.ONE));
        return above;
    }

    private static Quantity plus(Quantity figure, Exact more) {
        return Quantity.of(figure.in(figure.unit()).plus(more), figure.unit());
    }

    private static Quantity times(Quantity figure, Exact factor) {
        return Quantity.of(figure.in(figure.unit()).times(factor), figure.unit());
    }

    private void rise(Subject subject, Case before, Optional<String> ownRows, List<Changed> found) {
        if (subject instanceof LawRule.OfInput of) {
            Case.Key key = Case.Key.of(of.input());
            Quantity figure = before.inputs().get(key);
            if (figure != null && generator.demand().asksFor(of.input())) {
                above(figure, generator.cells().edges(figure.unit()))
                        .forEach(more -> found.add(new Changed(
                                before.with(key, more),
                                List.of(both(of.name() + " = " + RowText.figure(more))),
                                OptionalInt.empty())));
            }
            return;
        }
        if (subject instanceof LawRule.OfReported of) {
            generator.demand().reported(of.kpi()).ifPresent(stated -> {
                Quantity figure = before.stated().get(stated);
                if (figure != null) {
                    above(figure, generator.cells().edges(figure.unit()))
                            .forEach(more -> found.add(new Changed(
                                    before.with(stated, more),
                                    List.of(both(of.kpi() + " = " + RowText.figure(more))),
                                    OptionalInt.empty())));
                }
            });
            return;
        }
        LawRule.OfColumn of = (LawRule.OfColumn) subject;
        if (generator.demand().table(of.table()).isEmpty()) {
            return;
        }
        List<Map<String, Value>> rows = before.of(of.table());
        for (int i = 0; i < Math.min(MOST_ROWS, rows.size()); i++) {
            if (rows.get(i).get(of.column()) instanceof Quantity figure) {
                boolean own = ownRows.filter(of.table()::equals).isPresent();
                for (Quantity more : above(figure, generator.cells().edges(figure.unit()))) {
                    int row = i + 1;
                    String cell = of.column() + " " + RowText.figure(more);
                    found.add(new Changed(
                            before.with(of.table(), i, of.column(), more),
                            List.of(new LocalText(
                                    of.table() + " 第 " + row + " 列：" + cell,
                                    "row " + row + " of " + of.table() + ": " + cell)),
                            own ? OptionalInt.of(i) : OptionalInt.empty()));
                }
            }
        }
    }

    private static LocalText both(String text) {
        return new LocalText(text, text);
    }

    private Optional<Changed> scale(List<Subject> subjects, Exact factor, Case before) {
        Case after = before;
        for (Subject subject : subjects) {
            if (subject instanceof LawRule.OfInput of) {
                Case.Key key = Case.Key.of(of.input());
                if (!generator.demand().asksFor(of.input())) {
                    return Optional.empty();
                }
                Quantity figure = after.inputs().get(key);
                if (figure != null) {
                    after = after.with(key, times(figure, factor));
                }
            } else if (subject instanceof LawRule.OfReported of) {
                Optional<StatedFigure> stated = generator.demand().reported(of.kpi());
                if (stated.isEmpty()) {
                    return Optional.empty();
                }
                Quantity figure = after.stated().get(stated.get());
                if (figure != null) {
                    after = after.with(stated.get(), times(figure, factor));
                }
            } else if (subject instanceof LawRule.OfColumn of) {
                if (generator.demand().table(of.table()).isEmpty()) {
                    return Optional.empty();
                }
                List<Map<String, Value>> rows = new ArrayList<>();
                for (Map<String, Value> row : after.of(of.table())) {
                    Map<String, Value> cells = new LinkedHashMap<>(row);
                    cells.computeIfPresent(
                            of.column(), (name, value) -> value instanceof Quantity q ? times(q, factor) : value);
                    rows.add(cells);
                }
                after = after.with(of.table(), rows);
            }
        }
        String names = String.join("、", subjects.stream().map(Subject::name).toList());
        String namesEn = String.join(", ", subjects.stream().map(Subject::name).toList());
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new Changed(
                        after,
                        List.of(new LocalText(names + " × " + factor, namesEn + " × " + factor)),
                        OptionalInt.empty()));
    }

    private void reorder(String table, Case before, List<Changed> found) {
        List<Map<String, Value>> rows = before.of(table);
        if (rows.size() < 2 || generator.demand().table(table).isEmpty()) {
            return;
        }
        List<Map<String, Value>> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        found.add(new Changed(
                before.with(table, reversed),
                List.of(new LocalText(table + " 各列倒序", "rows of " + table + " the other way round")),
                OptionalInt.empty()));
        List<Map<String, Value>> rotated = new ArrayList<>(rows);
        Collections.rotate(rotated, 1);
        found.add(new Changed(
                before.with(table, rotated),
                List.of(new LocalText(table + " 末列移至首列", "the last row of " + table + " first")),
                OptionalInt.empty()));
    }

    private void add(LawRule.AddRow add, Case before, List<Changed> found) {
        Optional<TableSchema> table = generator.demand().table(add.table());
        for (int nth = 0; table.isPresent() && nth < MOST_ROWS; nth++) {
            Map<String, Value> cells = new LinkedHashMap<>(generator.cells().row(table.get(), nth));
            add.cells().forEach(cells::put);
            found.add(new Changed(
                    before.withRow(add.table(), cells),
                    List.of(new LocalText(
                            add.table() + " 增一筆：" + RowText.of(cells, Language.ZH_TW),
                            "a row of " + add.table() + " is added: " + RowText.of(cells, Language.EN))),
                    OptionalInt.empty()));
        }
    }
}
