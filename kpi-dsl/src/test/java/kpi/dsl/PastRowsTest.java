package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Values of other periods in KPIs per row and per group: of the row with the same keys. */
class PastRowsTest {
    private static final String DATA = """
            data 案(年: period, 區: key, 類: text, 數: 處) {
              109 | 甲 | a | 3
              109 | 乙 | a | 4
              110 | 甲 | a | 6
              110 | 乙 | b | 6
              110 | 丙 | b | 7
            }
            """;

    private static KpiResult of110(String head, String... lines) {
        String text = DATA + "kpi A " + head + " {\n  " + String.join("\n  ", lines)
                + "\n  direction higher is better, without target\n}\n"
                + "kpi ONCE {\n  formula sum(案.數)\n  unit 處\n  direction higher is better, without target\n}\n"
                + "kpi B per row of 案 {\n  formula 數\n  unit 處\n  direction higher is better, without target\n}\n";
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("a.kpi", text)).orElseThrow();
        return program.evaluate(Evaluation.of(ReportingPeriod.roc(110))).kpi("A");
    }

    private static String actuals(KpiResult result) {
        return result.groups().orElseThrow().stream()
                .map(row -> shown(row.actual()))
                .collect(Collectors.joining(" | "));
    }

    private static String shown(Figure figure) {
        return figure.value()
                .map(value -> value.display(Language.EN).replace('−', '-'))
                .orElse("–");
    }

    @Test
    void anActualIsOfTheRowWithTheSameKey() {
        assertEquals(
                "9 處 | 10 處 | 7 處",
                actuals(of110("per row of 案", "formula 數 + (previous actual, if missing 0 處)", "unit 處")));
    }

    @Test
    void soAreCellsAndNamesAndTheirGrowth() {
        assertEquals("100 % | 50 % | –", actuals(of110("per row of 案", "formula growth of 數", "unit %")));
        assertEquals(
                "9 處 | 10 處 | –",
                actuals(of110("per row of 案", "倍 = 數 × 2", "formula (倍 + previous 倍) / 2", "unit 處")));
        assertEquals("4.5 處 | 5 處 | –", actuals(of110("per row of 案", "formula moving mean of 2 數", "unit 處")));
    }

    @Test
    void aRowThatWasNotThereIsMissingAndNamesItsKey() {
        List<KpiResult> rows = of110("per row of 案", "formula previous 數", "unit 處").groups().orElseThrow().stream()
                .toList();
        String reason = rows.get(2).actual().reason().orElseThrow().en();
        assertTrue(reason.contains("區 = 丙") && reason.contains("109"), reason);
    }

    @Test
    void aFigureOfAnotherKpiIsOfTheSameRowOrOfTheWhole() {
        assertEquals(
                "10 處 | 11 處 | 7 處",
                actuals(of110("per row of 案", "formula (previous B, if missing 0 處) + previous ONCE", "unit 處")));
    }

    @Test
    void groupsAreFoundByTheirColumns() {
        assertEquals(
                "-1 處 | 13 處",
                actuals(of110("per 類", "formula sum(案.數) − (previous actual, if missing 0 處)", "unit 處")));
    }

    @Test
    void anAggregateMayLookAtThePastOfItsRows() {
        KpiResult result = of110("", "formula sum(each 案 where 區 in (\"甲\", \"乙\"): 數 − previous 數)", "unit 處");
        assertEquals("5 處", shown(result.actual()));
    }

    @Test
    void withoutAKeyNothingTellsWhichRowIsMeant() {
        String text = "data 案(年: period, 數: 處)\nkpi A per row of 案 {\n  formula 數 + previous actual\n  unit 處\n}\n";
        List<Problem> problems =
                KpiCompiler.standard().compile(Source.of("a.kpi", text)).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.code().equals("past-of-row")), problems::toString);
    }
}
