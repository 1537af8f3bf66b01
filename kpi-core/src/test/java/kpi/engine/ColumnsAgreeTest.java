package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import kpi.engine.columnar.Workers;
import kpi.model.Term;
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

    private static Outcome evaluate(GeneratedRows made, Term term, ColumnChoice choice) {
        return ReferenceEngine.evaluate(term, made.world().columns(choice).scope());
    }
}
