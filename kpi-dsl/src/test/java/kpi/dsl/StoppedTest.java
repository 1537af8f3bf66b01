package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kpi.diagnostic.KpiCancelledException;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is evaluated, the host is asked at least once for so many rows: also where rows are sorted, ranked, grouped, joined
 * and reconciled. So an evaluation of any size returns soon after its host says so, and nothing half-done is left.
 */
class StoppedTest {
    private static final int ROWS = 8_000;
    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);

    private static KpiProgram program(String kpis) {
        StringBuilder text = new StringBuilder("calendar roc\ndata T(k: key, g: text, x: number, y: number, p: %) {\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("  k")
                    .append(row)
                    .append(" | g")
                    .append(row % 2000)
                    .append(" | ")
                    .append(row * 7919 % ROWS)
                    .append(" | ")
                    .append(1 + row % 97)
                    .append(" | 50\n");
        }
        text.append("}\n").append(kpis);
        return KpiCompiler.standard()
                .compile(Source.of("stopped.kpi", text.toString()))
                .orElseThrow();
    }

    private static Evaluation evaluation(java.util.function.BooleanSupplier stop) {
        return Evaluation.of(Y109).explain(Evaluation.Detail.NONE).cancelWhen(stop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi A { formula median(T.x)   unit number   direction none }",
                "kpi A { formula percentile(T.x, 90%, inclusive)   unit number   direction none }",
                "kpi A { formula weighted median(T.x, T.y, nearest rank)   unit number   direction none }",
                "kpi A { formula stdev(T.x, sample)   unit number   direction none }",
                "kpi A { formula kurtosis(T.x, sample)   unit number   direction none }",
                "kpi A { formula geometric mean(T.y)   unit number   direction none }",
                "kpi A per row of T { formula x / y   unit number   direction none   rank highest first, ties share the best place }",
                "kpi A per row of T { formula percentile rank(T.x, inclusive)   unit %   direction none }",
                "kpi A per g { formula sum(T.x)   unit number   direction none }",
                "kpi A per row of T { formula x / y   unit %   direction none   published column p }",
            })
    void theHostIsAskedAgainWhileRowsAreLookedAtTogether(String kpi) {
        KpiProgram program = program(kpi);
        AtomicInteger asked = new AtomicInteger();
        program.evaluate(evaluation(() -> asked.incrementAndGet() < 0));
        int all = asked.get();
        // Walking the rows alone asks twice for 8,192 terms; what is computed of them all together asks as often again.
        assertTrue(all >= 2 * ROWS / 1024, kpi + " asked " + all);
        // Wherever the host says so the evaluation ends, at once, and leaves the program as it was.
        for (int at = 1; at <= all; at += Math.max(1, all / 40)) {
            AtomicInteger left = new AtomicInteger(at);
            assertThrows(
                    KpiCancelledException.class, () -> program.evaluate(evaluation(() -> left.decrementAndGet() <= 0)));
            assertEquals(0, left.get());
        }
    }

    @Test
    void whatIsStoppedMayBeAskedAgain() {
        KpiProgram program = program("kpi A { formula median(T.x)   unit number   direction none }");
        AtomicInteger left = new AtomicInteger(5);
        assertThrows(
                KpiCancelledException.class, () -> program.evaluate(evaluation(() -> left.decrementAndGet() <= 0)));
        assertEquals(
                program.evaluate(Evaluation.of(Y109)).kpi("A").actual().value(),
                program.evaluate(evaluation(() -> false)).kpi("A").actual().value());
    }

    /** What a result finds out when it is asked is no longer the evaluation: a timer that ran out since does not matter. */
    @Test
    void aResultOutlivesTheSignalOfItsHost() {
        KpiProgram program =
                program("kpi A per row of T { formula percentile rank(T.x, inclusive)   unit %   direction none }");
        AtomicBoolean late = new AtomicBoolean();
        Facts facts = program.facts().build().orElseThrow();
        KpiResult kpi = program.evaluate(facts, Evaluation.of(Y109).cancelWhen(late::get))
                .kpi("A");
        late.set(true);
        List<Quantity> shown = new ArrayList<>();
        kpi.groups().orElseThrow().stream().limit(3).forEach(row -> {
            assertTrue(row.actual().explanation().isPresent());
            shown.add(row.actual().value().orElseThrow());
        });
        assertEquals(3, shown.size());
        assertEquals(Units.PERCENT, shown.get(0).unit());
    }
}
