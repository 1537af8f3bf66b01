package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates over rows of a KPI of which one has no figure for lack of data. */
class RowsOfKpiTest {
    private static final String TEXT = """
            data 區(區名: key, 甲: number may be missing, 乙: number) 109 {
              東 | 1 | 1
              西 |   | 1
              南 | 5 | 1
            }
            kpi EACH per row of 區 {
              define 加倍(x) = 2 × x
              倍 = 加倍(甲)
              formula 甲 / 乙
              unit number
              direction higher is better
              target 109: 2
              attainment actual / target
            }
            kpi GROUP per 區名 {
              formula sum(區.甲)
              unit number
            }
            """;

    private static KpiResult of109(String head, String formula) {
        String text = TEXT + "kpi A " + head + " {\n  formula " + formula + "\n  unit number\n}\n";
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("a.kpi", text)).orElseThrow();
        return program.evaluate(Evaluation.of(ReportingPeriod.roc(109))).kpi("A");
    }

    private static String shown(Figure figure) {
        return figure.value().map(value -> value.display(Language.EN)).orElse("–");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count(EACH where EACH < 3)                          | 1
            count(EACH where EACH > 3)                          | 1
            count(EACH where actual < 3)                        | 1
            count(EACH where EACH.attainment > 100%)            | 1
            count(EACH where EACH.倍 < 3)                       | 1
            count(EACH where EACH < 3 and EACH > 0)             | 1
            count(EACH where not (EACH < 3))                    | 1
            count(GROUP where GROUP < 3)                        | 1
            sum(EACH where EACH < 30)                           | 6
            average(EACH.倍 where EACH < 30)                    | 6
            sum(each EACH where EACH < 30: EACH × 2)            | 12
            """)
    void aRowWithoutTheFigureIsLeftOut(String formula, String expected) {
        Figure actual = of109("", formula).actual();
        assertEquals(expected, shown(actual), () -> actual.display(Language.EN));
        assertTrue(actual.marks().contains(Mark.PARTIAL));
    }

    /** A missing cell is not a figure of the KPI: nothing says whether the row passes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count(EACH where 甲 < 3)
            count(區 where 甲 < 3)
            sum(EACH where 甲 < 3)
            """)
    void aMissingCellInAFilterMakesTheAggregateMissing(String formula) {
        assertEquals("–", shown(of109("", formula).actual()));
    }

    @Test
    void whatRowsOfAnotherTableAskOfTheKpiStaysStrict() {
        assertEquals("–", shown(of109("", "count(區 where EACH < 3)").actual()));
        assertEquals("–", shown(of109("", "count(GROUP where EACH < 3)").actual()));
    }

    @Test
    void inAGroupWhoseRowsAllLackItTheCountIsZero() {
        assertEquals(
                "1, 0, 0",
                of109("per 區名", "count(EACH where EACH < 3)").groups().orElseThrow().stream()
                        .map(row -> shown(row.actual()))
                        .collect(Collectors.joining(", ")));
    }
}
