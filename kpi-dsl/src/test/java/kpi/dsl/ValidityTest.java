package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.Language;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Definitions that hold from a period on. */
class ValidityTest {
    private static final String RULES = """
            define 權數 from 110 = 20%
            define 權數 = 10%
            定義 加權(x) 自 111 起，公式調整 = x × 權數 + 1 人
            define 加權(x) = x × 權數
            """;

    private static final String KPI = """
            kpi A {
              input      數 in 人   108: 100   109: 100   110: 100   111: 100   112: 100
              formula    加權(數)
              unit       人
              direction  higher is better, without target
            }
            """;

    private static KpiProgram program(String... texts) {
        List<Source> files = IntStream.range(0, texts.length)
                .mapToObj(i -> Source.of("f" + i + ".kpi", texts[i]))
                .toList();
        return KpiCompiler.standard().compile(files).orElseThrow();
    }

    private static KpiResult result(KpiProgram program, String kpi, int year) {
        return program.evaluate(Evaluation.of(ReportingPeriod.roc(year))).kpi(kpi);
    }

    private static List<String> actuals(KpiProgram program, String kpi) {
        return IntStream.rangeClosed(109, 112)
                .mapToObj(year -> result(program, kpi, year).actual().display(Language.EN))
                .toList();
    }

    @Test
    void theEvaluatedPeriodChooses() {
        KpiProgram program = program(RULES + KPI);
        assertEquals(List.of("10 人", "20 人", "21 人", "21 人"), actuals(program, "A"));
        assertEquals(Optional.empty(), result(program, "A", 109).versionFrom());
        assertEquals(
                Optional.of(ReportingPeriod.roc(110)), result(program, "A", 110).versionFrom());
        assertEquals(
                Optional.of(ReportingPeriod.roc(111)), result(program, "A", 112).versionFrom());
    }

    @Test
    void theOrderOfTextAndFilesDoesNotMatter() {
        assertEquals(actuals(program(RULES + KPI), "A"), actuals(program(KPI, RULES), "A"));
    }

    @Test
    void pastFiguresGoByTheDefinitionOfTheirOwnPeriod() {
        String past = """
                kpi P {
                  formula    A − previous A
                  unit       人
                  direction  higher is better, without target
                }
                """;
        KpiProgram program = program(RULES + KPI + past);
        assertEquals("10 人", result(program, "P", 110).actual().display(Language.EN));
        String refused =
                result(program, "P", 111).actual().reason().orElseThrow().en();
        assertTrue(refused.contains("the definition \"加權\" changed (公式調整) from ROC 111"), refused);
        assertEquals("0 人", result(program, "P", 112).actual().display(Language.EN));
    }

    @Test
    void aKpiBeginsWithWhatItNeeds() {
        KpiProgram program = program("""
                define 新制(x) from 110 on = x × 2
                kpi L {
                  input      數 in 人   109: 1   110: 1
                  formula    新制(數)
                  unit       人
                  direction  higher is better, without target
                  example    110 given 數 = 3   expect 6
                }
                """);
        assertTrue(result(program, "L", 109).actual().value().isEmpty());
        assertEquals("2 人", result(program, "L", 110).actual().display(Language.EN));
        assertTrue(program.runExamples().stream().allMatch(ExampleResult::passed));
    }

    @Test
    void aKpiMayHaveDatedDefinitionsOfItsOwn() {
        KpiProgram program = program("""
                kpi O {
                  input      數 in 人   109: 3   110: 3
                  define 倍(x) = x
                  define 倍(x) from 110 = x × 2
                  formula    倍(數)
                  unit       人
                  direction  higher is better, without target
                }
                """);
        assertEquals("3 人", result(program, "O", 109).actual().display(Language.EN));
        assertEquals("6 人", result(program, "O", 110).actual().display(Language.EN));
    }

    @Test
    void whatAPagePrintedIsReconciledInWhicheverVersionItStands() {
        KpiProgram program = program("""
                kpi V {
                  input      數 in 人   109: 3   110: 4
                  formula    數
                  unit       人
                  direction  higher is better, without target
                  published  109 "first": actual 3
                  from 110 "renamed" {
                    published  110 "second": actual 5
                               109 "third": actual 2
                  }
                }
                """);
        assertEquals(
                List.of("first 3 AGREES", "third 2 CONTRADICTS"),
                result(program, "V", 109).reconciliations().stream()
                        .map(each -> each.page() + " " + each.text() + " " + each.agreement())
                        .toList());
        assertEquals(
                List.of("second 5 CONTRADICTS"),
                result(program, "V", 110).reconciliations().stream()
                        .map(each -> each.page() + " " + each.text() + " " + each.agreement())
                        .toList());
    }
}
