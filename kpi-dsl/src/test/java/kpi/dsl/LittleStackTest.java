package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kpi.diagnostic.KpiStackException;
import kpi.diagnostic.Language;
import kpi.explain.Explanation;
import kpi.report.JsonReport;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** What is long needs no deep stack, and a host that has used its stack up is told by an exception of this library. */
class LittleStackTest {
    private static final Evaluation Y109 = Evaluation.of(ReportingPeriod.roc(109));
    private static final int LONG = 10_000;

    /** Runs on a thread of 256 kB; what it throws is the result. */
    private static Object onLittleStack(Supplier<Object> work) throws InterruptedException {
        List<Object> found = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        found.add(work.get());
                    } catch (RuntimeException | Error thrown) {
                        found.add(thrown);
                    }
                },
                "little stack",
                256 * 1024L);
        thread.start();
        thread.join();
        return found.get(0);
    }

    private static KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("a.kpi", text)).orElseThrow();
    }

    @Test
    void aChainOfDefinitionsIsComputedExplainedAndWritten() throws InterruptedException {
        StringBuilder text = new StringBuilder("kpi A {\n  input x in 人  109: 1\n  d0 = x\n");
        for (int i = 1; i < LONG; i++) {
            text.append("  d").append(i).append(" = d").append(i - 1).append(" + 1 人\n");
        }
        text.append("  formula d").append(LONG - 1).append("\n  unit 人\n  direction none\n}\n");
        Object depth = onLittleStack(() -> {
            ScorecardResult result = program(text.toString()).evaluate(Y109);
            KpiResult kpi = result.kpi("A");
            assertEquals("10000", kpi.actual().orElseThrow().plain());
            StringBuilder json = new StringBuilder();
            try {
                JsonReport.write(result, Language.EN, json);
            } catch (java.io.IOException never) {
                throw new java.io.UncheckedIOException(never);
            }
            assertTrue(json.toString().contains("9,999 人 + 1 人"));
            int parts = 0;
            List<Explanation> open = kpi.actual().explain().parts();
            while (!open.isEmpty()) {
                assertTrue(!open.get(0).line(Language.EN).isEmpty());
                open = open.get(0).parts();
                parts++;
            }
            return parts;
        });
        assertEquals(LONG - 1, depth);
    }

    @Test
    void aChainOfKpisIsComputed() throws InterruptedException {
        StringBuilder text = new StringBuilder("kpi K0 { formula 1\n unit number\n direction none }\n");
        for (int i = 1; i < LONG; i++) {
            text.append("kpi K").append(i).append(" { formula K").append(i - 1);
            text.append(" + 1\n unit number\n direction none }\n");
        }
        Object last = onLittleStack(() -> program(text.toString())
                .evaluate(Y109)
                .kpi("K" + (LONG - 1))
                .actual()
                .orElseThrow()
                .plain());
        assertEquals("10000", last);
    }

    /** Goes as deep as there is stack, and calls on the way back up until the call succeeds; tells what came of each call. */
    @SuppressWarnings("InfiniteRecursion")
    private static boolean fromTheDepth(int level, Supplier<Object> call, List<Object> found) {
        boolean done;
        try {
            done = fromTheDepth(level + 1, call, found);
        } catch (StackOverflowError full) {
            // Here a host can go no deeper.
            return false;
        }
        if (done || level % 8 != 0) {
            return done;
        }
        try {
            Object result = call.get();
            found.add(result);
            return true;
        } catch (KpiStackException refused) {
            found.add(refused);
        } catch (StackOverflowError none) {
            // Not even the call itself found room.
            return false;
        }
        return false;
    }

    @Test
    void aHostWhoseStackIsUsedUpIsToldSo() throws InterruptedException {
        String nested = "(".repeat(60) + "x" + " + 1)".repeat(60);
        KpiProgram program = program("kpi A {\n  input x in number  109: 1\n  formula " + nested
                + "\n  unit number\n  direction none\n  example given x = 1   expect 61\n}\n");
        Formula formula = KpiCompiler.standard()
                .formula(nested, Map.of("x", Units.NUMBER), Units.NUMBER)
                .orElseThrow();
        Map<String, Quantity> given = Map.of("x", Quantity.of("1", Units.NUMBER));
        List<Supplier<Object>> calls = List.of(
                () -> program.evaluate(Y109).kpi("A").actual().orElseThrow().plain(),
                () -> program.evaluate("A", program.facts().build().orElseThrow(), Y109)
                        .actual()
                        .orElseThrow()
                        .plain(),
                () -> program.runExamples().stream().allMatch(example -> example.passed()) ? "61" : "failed",
                () -> formula.evaluate(given).orElseThrow().plain());
        for (Supplier<Object> call : calls) {
            assertEquals("61", onLittleStack(call));
            List<Object> found = new ArrayList<>();
            assertEquals(true, onLittleStack(() -> fromTheDepth(0, call, found)));
            assertEquals("61", found.get(found.size() - 1));
            assertTrue(found.size() > 1, "never out of stack");
            found.subList(0, found.size() - 1).forEach(refused -> assertInstanceOf(KpiStackException.class, refused));
        }
    }
}
