package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.columnar.Workers;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.Term;
import kpi.unit.Units;
import kpi.value.Text;
import kpi.value.Value;
import org.junit.jupiter.api.Test;

/** Whatever is made up, columns and rows come to the same. */
class ColumnsAgreeTest {
    private static final int TERMS = 20;
    private static final ColumnChoice ONE = ColumnChoice.always(Workers.ALONE);
    private static final ColumnChoice TWO = ColumnChoice.always(new Workers(2, Optional.empty(), 1024));

    @Test
    void columnsAndRowsComeToTheSame() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000);
        long seed = Long.getLong("kpi.seed", 109);
        int values = 0;
        for (int i = 0; i < pairs / TERMS; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            for (int j = 0; j < TERMS; j++) {
                Term term = made.term();
                String which = "seed " + (seed + i) + ", term " + j + ": "
                        + term.span().text();
                Outcome expected = evaluate(made, term, ColumnChoice.NEVER);
                assertEquals(expected, evaluate(made, term, ONE), which);
                assertEquals(expected, evaluate(made, term, TWO), which);
                values += expected instanceof Outcome.Present ? 1 : 0;
            }
        }
        assertTrue(values > pairs / 4, "only " + values + " have a value");
    }

    /** Every group of the rows, and one that has no rows. */
    @Test
    void groupsByColumnComeToWhatRowsOfGroupsComeTo() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000) / 2;
        long seed = Long.getLong("kpi.seed", 109);
        int done = 0;
        int values = 0;
        for (int i = 0; done < pairs; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            List<String> columns = made.keyColumns();
            List<Map<String, Value>> groups = groups(made, columns, ColumnChoice.NEVER);
            String which = "seed " + (seed + i) + ", groups of " + columns;
            assertEquals(groups, groups(made, columns, ONE), which);
            List<Map<String, Value>> some = new ArrayList<>(groups.subList(0, Math.min(12, groups.size())));
            columns.stream().filter("t"::equals).forEach(only -> some.add(Map.of("t", new Text("none"))));
            for (int j = 0; j < 6; j++) {
                Term term = made.term();
                List<Outcome> expected = inGroups(made, term, some, ColumnChoice.NEVER);
                assertEquals(
                        expected,
                        inGroups(made, term, some, ONE),
                        which + ": " + term.span().text());
                assertEquals(
                        expected,
                        inGroups(made, term, some, TWO),
                        which + ": " + term.span().text());
                done += Math.max(1, expected.size());
                values += (int) expected.stream()
                        .filter(Outcome.Present.class::isInstance)
                        .count();
            }
        }
        assertTrue(values > pairs / 4, "only " + values + " have a value");
    }

    private static List<Map<String, Value>> groups(GeneratedRows made, List<String> columns, ColumnChoice choice) {
        return ReferenceEngine.groups(
                columns,
                List.of(TableView.all(made.rows())),
                made.world().columns(choice).scope());
    }

    private static List<Outcome> inGroups(
            GeneratedRows made, Term term, List<Map<String, Value>> groups, ColumnChoice choice) {
        RowCache cache = new RowCache();
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<String, Value> group : groups) {
            Scope scope = Scope.builder(World.Y109)
                    .facts(made.world())
                    .figures(made.world())
                    .columns(choice)
                    .rows(cache)
                    .group(group)
                    .build();
            outcomes.add(ReferenceEngine.evaluate(term, scope));
        }
        return outcomes;
    }

    /** What agrees with the row around it. */
    @Test
    void withinColumnsComesToWhatRowsComeTo() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000) / 2;
        long seed = Long.getLong("kpi.seed", 109);
        int done = 0;
        int values = 0;
        for (int i = 0; done < pairs; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            int[] rows = made.someRows(10);
            for (int j = 0; j < 6; j++) {
                Term term = made.within();
                String which = "seed " + (seed + i) + ": " + ((Aggregation) term).within() + " "
                        + term.span().text();
                List<Outcome> expected = atRows(made, term, rows, ColumnChoice.NEVER);
                assertEquals(expected, atRows(made, term, rows, ONE), which);
                assertEquals(expected, atRows(made, term, rows, TWO), which);
                done += Math.max(1, expected.size());
                values += (int) expected.stream()
                        .filter(Outcome.Present.class::isInstance)
                        .count();
            }
        }
        assertTrue(values > pairs / 4, "only " + values + " have a value");
    }

    private static List<Outcome> atRows(GeneratedRows made, Term term, int[] rows, ColumnChoice choice) {
        RowCache cache = new RowCache();
        List<Outcome> outcomes = new ArrayList<>();
        for (int row : rows) {
            Scope scope = Scope.builder(World.Y109)
                    .facts(made.world())
                    .figures(made.world())
                    .columns(choice)
                    .rows(cache)
                    .row(made.rows(), row)
                    .build();
            outcomes.add(ReferenceEngine.evaluate(term, scope));
        }
        return outcomes;
    }

    /** Lines of points, alone and in groups. */
    @Test
    void linesOfPointsComeToWhatRowsComeTo() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000) / 4;
        long seed = Long.getLong("kpi.seed", 109);
        int done = 0;
        int values = 0;
        for (int i = 0; done < pairs; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            List<Map<String, Value>> some = new ArrayList<>(List.of(Map.of()));
            List<Map<String, Value>> groups = groups(made, made.keyColumns(), ColumnChoice.NEVER);
            some.addAll(groups.subList(0, Math.min(4, groups.size())));
            for (int j = 0; j < 4; j++) {
                ActualRule.Points rule = made.points();
                List<PointsOutcome> expected = points(made, rule, some, ColumnChoice.NEVER);
                String which = "seed " + (seed + i) + ": " + rule.items();
                assertEquals(expected, points(made, rule, some, ONE), which);
                assertEquals(expected, points(made, rule, some, TWO), which);
                done += expected.size();
                values += (int) expected.stream()
                        .filter(points -> points.total() instanceof Outcome.Present)
                        .count();
            }
        }
        assertTrue(values > pairs / 4, "only " + values + " have a value");
    }

    private static List<PointsOutcome> points(
            GeneratedRows made, ActualRule.Points rule, List<Map<String, Value>> groups, ColumnChoice choice) {
        RowCache cache = new RowCache();
        SharedScans scans = SharedScans.none();
        List<PointsOutcome> outcomes = new ArrayList<>();
        for (Map<String, Value> group : groups) {
            Scope scope = Scope.builder(World.Y109)
                    .facts(made.world())
                    .figures(made.world())
                    .columns(choice)
                    .scans(scans)
                    .rows(cache)
                    .group(group)
                    .build();
            outcomes.add(ReferenceEngine.points(rule, Units.POINTS, scope));
        }
        return outcomes;
    }

    private static Outcome evaluate(GeneratedRows made, Term term, ColumnChoice choice) {
        return ReferenceEngine.evaluate(term, made.world().columns(choice).scope());
    }
}
