package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kpi.number.Exact;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four threads share one compiled program, and one compiled formula, and each finds what one thread alone finds. The
 * property {@code kpi.evaluations} says how many evaluations there are in all; 1,000,000 in the fuzz profile.
 */
class ManyThreadsTest {
    private static final int THREADS = 64;
    private static final int EVALUATIONS = Integer.getInteger("kpi.evaluations", 64_000);

    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_MINUTES = 30;

    private static final String TEXT = """
            calendar roc
            scorecard S {
              roll up       weighted mean of attainment, rounded to 2 places
              missing child weight shared in proportion
              A 60%
              B 40%
            }
            data T(k: key, x: number, y: number) {
              a | 1 | 3
              b | 2 | 7
              c | 5 | 11
            }
            kpi A {
              input      n
              formula    n / (median(T.x) × 3 + ln(y0))
              y0 = max(T.y)
              unit       %
              direction  higher is better
              target     109: 80%
              attainment actual / target, at most 100%, rounded to 2 places
            }
            kpi B per row of T {
              formula    x / y
              unit       %
              rank       highest first, ties share the best place
            }
            """;

    /** What one turn of a thread gives. */
    private interface Turn {
        Object at(int index);
    }

    private static void together(int each, Turn turn) throws Exception {
        List<Object> alone = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            alone.add(turn.at(i));
        }
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int from = thread;
                threads.add(pool.submit(() -> {
                    start.await();
                    int same = 0;
                    for (int i = 0; i < each; i++) {
                        int index = (from + i) % alone.size();
                        same += turn.at(index).equals(alone.get(index)) ? 1 : 0;
                    }
                    return same;
                }));
            }
            for (Future<Integer> thread : threads) {
                assertEquals(each, thread.get(HANG_MINUTES, TimeUnit.MINUTES));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void oneFormulaForAll() throws Exception {
        Formula formula = KpiCompiler.standard()
                .formula(
                        "round(a / b × 100%, 2) + sqrt(b) / 1 × 1%",
                        java.util.Map.of("a", Units.NUMBER, "b", Units.NUMBER))
                .orElseThrow();
        together(
                EVALUATIONS / THREADS,
                index -> formula.evaluate(java.util.Map.of(
                                "a", Quantity.of(Integer.toString(index + 1), Units.NUMBER),
                                "b", Quantity.of(Integer.toString(3 * index + 7), Units.NUMBER)))
                        .value()
                        .map(Quantity::canonical)
                        .orElseThrow());
    }

    /** A whole scorecard, with rows, an approximation, ranks and an explanation that is asked for later. */
    @Test
    void oneProgramForAll() throws Exception {
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("threads.kpi", TEXT.replace("  B 40%\n", "").replace("A 60%", "A 100%")))
                .orElseThrow();
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            facts.add(program.facts()
                    .input("n", Quantity.of(Integer.toString(i), Units.NUMBER))
                    .build()
                    .orElseThrow());
        }
        together(Math.max(1, EVALUATIONS / THREADS / 20), index -> {
            ScorecardResult result = program.evaluate(facts.get(index), Evaluation.of(ReportingPeriod.roc(109)));
            List<Object> found = new ArrayList<>();
            result.kpis().forEach(kpi -> {
                found.add(kpi.actual().value());
                found.add(kpi.attainment().value());
                kpi.groups()
                        .ifPresent(groups -> groups.stream().forEach(row -> {
                            found.add(row.actual()
                                    .value()
                                    .map(Quantity::canonical)
                                    .orElse(Exact.ZERO));
                            found.add(row.rank().map(Object::toString));
                        }));
            });
            result.root().score().ifPresent(score -> found.add(score.actual().value()));
            found.add(result.kpi("A").actual().explanation().isPresent());
            return found;
        });
    }
}
