package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.engine.columnar.Workers;
import kpi.engine.pieces.RowsState;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.Term;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;

/** Whatever is made up, pieces merged in any order come to what all rows come to. */
class PiecesAgreeTest {
    private static final int TERMS = 20;
    private static final ColumnChoice BY_COLUMN = ColumnChoice.always(Workers.ALONE);

    @Test
    void piecesAndTheWholeComeToTheSame() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000);
        long seed = Long.getLong("kpi.seed", 209);
        int values = 0;
        int kept = 0;
        for (int i = 0; i < pairs / TERMS; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            PiecesRoute route = new PiecesRoute(made.rows(), seed + i);
            for (int j = 0; j < TERMS; j++) {
                Term term = made.term();
                String which = "seed " + (seed + i) + ", term " + j + ": "
                        + term.span().text();
                PiecesPlan plan = route.plan(term);
                RowsState state = route.state(plan, j % 4 == 0 ? ColumnChoice.NEVER : BY_COLUMN);
                Heard whole = new Heard();
                Heard pieces = new Heard();
                Outcome found = route.evaluate(made.world(), term, plan, state, Optional.of(pieces));
                if (PiecesRoute.aggregations(term).stream().allMatch(plan::isKept)) {
                    Outcome expected = ReferenceEngine.evaluate(
                            term,
                            Scope.builder(World.Y109)
                                    .facts(made.world())
                                    .figures(made.world())
                                    .listener(whole)
                                    .build());
                    assertEquals(expected, found, which);
                    assertEquals(whole.counts, pieces.counts, which);
                    kept++;
                    values += found instanceof Outcome.Present ? 1 : 0;
                } else {
                    assertInstanceOf(Outcome.Failed.class, found, which);
                }
            }
        }
        assertTrue(kept > pairs / 3, "only " + kept + " are kept");
        assertTrue(values > pairs / 6, "only " + values + " have a value");
    }

    /** A rule of which some lines are kept has the points of these, and fails by the others. */
    @Test
    void linesOfPointsInPiecesComeToThoseOfTheWhole() {
        int pairs = Integer.getInteger("kpi.pairs", 20_000);
        long seed = Long.getLong("kpi.seed", 411);
        int values = 0;
        int absent = 0;
        int kept = 0;
        int refused = 0;
        for (int i = 0; i < pairs / TERMS; i++) {
            GeneratedRows made = GeneratedRows.of(seed + i);
            PiecesRoute route = new PiecesRoute(made.rows(), seed + i);
            for (int j = 0; j < TERMS / 4; j++) {
                ActualRule.Points rule = made.points();
                String which = "seed " + (seed + i) + ", rule " + j;
                PiecesPlan plan = route.plan(rule);
                RowsState state = route.state(plan, j % 3 == 0 ? ColumnChoice.NEVER : BY_COLUMN);
                PointsOutcome found =
                        route.points(made.world(), rule, plan, state, j % 2 == 0 ? ColumnChoice.NEVER : BY_COLUMN);
                PointsOutcome expected = ReferenceEngine.points(
                        rule,
                        Units.POINTS,
                        Scope.builder(World.Y109)
                                .facts(made.world())
                                .figures(made.world())
                                .build());
                List<SharedScans.Line> lines = PiecesRoute.lines(rule);
                for (int k = 0; k < lines.size(); k++) {
                    if (plan.isKept(lines.get(k))) {
                        assertEquals(expected.items().get(k), found.items().get(k), which + ", line " + k);
                        kept++;
                        values += found.items().get(k).amount() instanceof Outcome.Present ? 1 : 0;
                        absent += found.items().get(k).amount() instanceof Outcome.Missing ? 1 : 0;
                    } else {
                        assertInstanceOf(
                                Outcome.Failed.class, found.items().get(k).amount(), which + ", line " + k);
                        refused++;
                    }
                }
                if (lines.stream().allMatch(plan::isKept)) {
                    assertEquals(expected, found, which);
                }
            }
        }
        assertTrue(kept > pairs / 5, "only " + kept + " are kept");
        assertTrue(values > pairs / 10, "only " + values + " have a value");
        assertTrue(absent > pairs / 40, "only " + absent + " lack one");
        assertTrue(refused > pairs / 40, "only " + refused + " are refused");
    }

    /** How many rows an explanation tells. */
    private static final class Heard implements Listener {
        final List<String> counts = new ArrayList<>();

        @Override
        public void enter(Term term) {}

        @Override
        public void leave(Term term, Outcome outcome) {}

        @Override
        public void rows(Aggregation term, long passed, long leftOut) {
            counts.add(passed + " " + leftOut);
        }
    }
}
