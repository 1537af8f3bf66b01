package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.engine.columnar.Workers;
import kpi.engine.pieces.RowsState;
import kpi.model.Aggregation;
import kpi.model.Term;
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
