package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.run.RowEngine;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever computes the rows, a program comes to the same report, with the same reasons and explanations. */
class RowEnginesTest {
    private static final String TEXT = """
            calendar roc
            data T(agency: text, passed: yes/no, kind: text, bonus: 分 may be missing, cost: 元, year: period)
            kpi POINTS "points" {
              fails   = count distinct(T.agency where not passed)
              formula 80分 - fails * 0.1分 + sum(each T where kind = "a": min(bonus, 3分))
                      + sum(each T where kind = "b": min(bonus, 3分)) * 2 + 10分 * count(T where bonus is missing)
              unit 分
              direction higher is better
            }
            kpi PRESENT "of those known" {
              formula average(T.bonus where kind starts with "a", over present values)
              unit 分
              direction higher is better
            }
            kpi MISSING "all needed" {
              formula sum(T.bonus)
              unit 分
              direction higher is better
            }
            kpi RATE "rate" {
              input   limit in 元   109: 500   provisional
              formula ratio of sums(T.cost where cost < limit, T.cost)
              unit %
              direction higher is better
            }
            kpi EACH "each kind" per kind {
              formula sum(T.cost)
              unit 元
              direction higher is better
            }
            kpi GROUPS "of each agency" per agency {
              top     = max(T.cost)
              formula sum(T.cost where passed) + top - average(T.cost where kind = "a") + count distinct(T.kind) * 1元
              unit 元
              direction higher is better
            }
            kpi LINES "lines of points" {
              points {
                base      80分
                deduct    "failed" each T where not passed: 0.001分
                add       "bonus"  each T where bonus is not missing and kind = "a": 0.1 * bonus, at most 2分 each
              }
              unit 分
              direction higher is better
            }
            kpi NONE "none" {
              formula max(T.cost where kind = "none")
              unit 元
              direction higher is better
            }
            """;

    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);

    private static KpiProgram program() {
        return KpiCompiler.standard().compile(Source.of("t.kpi", TEXT)).orElseThrow();
    }

    private static Facts facts(KpiProgram program, int rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("agency", "agency " + i % 37);
            row.put("passed", i % 11 != 0);
            row.put("kind", i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "ab");
            if (i % 13 != 5) {
                row.put("bonus", i % 700);
            }
            row.put("cost", i * 7919 % 1000);
            row.put("year", ReportingPeriod.roc(i % 5 == 0 ? 108 : 109));
            all.add(row);
        }
        return program.facts().addRows("T", all).build().orElseThrow();
    }

    private static String json(KpiProgram program, Facts facts, Evaluation evaluation) {
        StringBuilder json = new StringBuilder();
        program.evaluate(facts, evaluation).writeJson(json);
        return json.toString();
    }

    @ParameterizedTest
    @EnumSource(Evaluation.Detail.class)
    void everyEngineComesToTheSameReport(Evaluation.Detail detail) {
        KpiProgram program = program();
        Facts facts = facts(program, 3000);
        Evaluation evaluation = Evaluation.of(Y109).explain(detail);
        String expected = json(program, facts, evaluation.rowsBy(RowEngine.reference()));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (RowEngine engine : List.of(
                    RowEngine.fastest(),
                    RowEngine.columnar(),
                    RowEngine.columnar().threads(2),
                    RowEngine.fastest().threads(3, two))) {
                assertEquals(expected, json(program, facts, evaluation.rowsBy(engine)));
            }
        } finally {
            two.shutdown();
        }
        assertTrue(expected.contains("MISSING"));
    }

    @Test
    void aSmallDatasetComesToTheSameByColumn() {
        KpiProgram program = program();
        for (int rows = 0; rows < 12; rows++) {
            Facts facts = facts(program, rows);
            Evaluation evaluation = Evaluation.of(Y109);
            assertEquals(
                    json(program, facts, evaluation.rowsBy(RowEngine.reference())),
                    json(program, facts, evaluation.rowsBy(RowEngine.columnar())));
        }
    }

    /** The first row is walked, since a cell that its filter names is missing; the second is skipped by column. */
    @Test
    void theFirstRowThatIsLeftOutSaysWhyWhoeverComputes() {
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("t.kpi", """
                        calendar roc
                        data T(passed: yes/no may be missing, cost: 元 may be missing) 109 {
                              |
                          yes |
                        }
                        kpi LEAST "least" {
                          formula min(T.cost where passed or cost is missing, over present values)
                          unit 元
                          direction higher is better, without target
                        }
                        """)).orElseThrow();
        Facts none = program.facts().build().orElseThrow();
        Evaluation reference = Evaluation.of(Y109).rowsBy(RowEngine.reference());
        String byRow = json(program, none, reference);
        assertTrue(byRow.contains("cost"), byRow);
        assertEquals(byRow, json(program, none, reference.rowsBy(RowEngine.columnar())));
    }

    @Test
    void stopsByColumnToo() {
        KpiProgram program = program();
        Facts facts = facts(program, 20_000);
        AtomicInteger asked = new AtomicInteger();
        Evaluation counting = Evaluation.of(Y109).cancelWhen(() -> asked.incrementAndGet() < 0);
        program.evaluate(facts, counting);
        int all = asked.get();
        asked.set(0);
        Evaluation stopping = Evaluation.of(Y109).cancelWhen(() -> asked.incrementAndGet() >= all);
        assertThrows(KpiCancelledException.class, () -> program.evaluate(facts, stopping));
    }

    @Test
    void refusesThreadsThatCannotBe() {
        assertThrows(KpiUsageException.class, () -> RowEngine.fastest().threads(0));
    }
}
