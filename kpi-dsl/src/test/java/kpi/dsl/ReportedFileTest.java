package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Actuals that a file states for each row or group. */
class ReportedFileTest {
    private static final String CARE = """
            kpi CARE "person engagement" per facility_id {
              reported from "care.csv"
              unit     分
            }
            """;

    private static List<String> rows(String text, String file) {
        return Csv.rows(Csv.of(text).file("care.csv", file).evaluate(112).kpi("CARE"));
    }

    @Test
    void theFileStatesTheActualOfEachGroup() {
        assertEquals(
                List.of("010001 | 62.5 分 [REPORTED]", "010005 | 40 分 [REPORTED]"),
                rows(CARE, "facility_id,actual\n010001,62.5\n010005,40分\n"));
        assertEquals(List.of("010001 | 62.5 分 [REPORTED]"), rows(CARE, "CARE,facility_id,note\n62.5,010001,x\n"));
        assertEquals(List.of("010001 | 62.5 分 [REPORTED]"), rows(CARE, "facility_id,填報值\n010001,62.5\n"));
    }

    @Test
    void stepsAndGradesFollowAsBehindAFormula() {
        String text = CARE.replace("}", "  actual rounded to whole\n}");
        assertEquals(List.of("010001 | 63 分 [REPORTED]"), rows(text, "facility_id,actual\n010001,62.5\n"));
    }

    @Test
    void anEmptyCellIsMissingAndARowThatStandsTwiceIsAProblem() {
        List<String> rows = rows(CARE, "facility_id,actual\n010001,\n010005,1\n010006,2\n010005,3\n");
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).contains("row 2 of dataset “CARE reported”: not reported"), rows.get(0));
        assertTrue(rows.get(1).contains("CARE reported"), rows.get(1));
        assertTrue(rows.get(1).contains("facility_id = 010005"), rows.get(1));
        assertEquals("010006 | 2 分 [REPORTED]", rows.get(2));
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceBeforeAnythingIsEvaluated() {
        assertEquals(
                List.of("not-a-number care.csv:3:actual"), problems("facility_id,actual\n010001,5\n010005,five\n"));
        assertEquals(
                List.of("missing-column care.csv:actual", "undeclared-column care.csv:1:score"),
                problems("facility_id,score\n010001,5\n"));
        assertEquals(List.of("missing-value care.csv:2:facility_id"), problems("facility_id,actual\n,5\n"));
    }

    private static List<String> problems(String file) {
        return Csv.of(CARE).file("care.csv", file).problems();
    }

    private static final String ROWS = """
            data 醫院(院名: key, 件數: 件, 床數: 件) 112 {
              甲 | 6 | 3
              乙 | 8 | 2
              丙 | 9 | 3
            }
            kpi CARE per row of 醫院 {
              formula  件數 / 床數
              reported from "care.csv"%s
              unit     number
            }
            """;

    @Test
    void besideAFormulaItFillsInOrReplacesOrIsAProblem() {
        String file = "院名,actual\n乙,5\n";
        List<String> both = rows(ROWS.formatted(""), file);
        assertEquals("甲 | 2", both.get(0));
        assertTrue(both.get(1).contains("two"), both.get(1));
        assertEquals("丙 | 3", both.get(2));
        assertEquals(
                List.of("乙 | 5 [REPORTED]"),
                rows(ROWS.formatted(", replaces the formula \"audited\""), file).stream()
                        .filter(row -> row.startsWith("乙"))
                        .toList());
        String gap = ROWS.replace("件數: 件,", "件數: 件 may be missing,").replace("乙 | 8", "乙 |  ");
        assertEquals("乙 | 5 [REPORTED]", rows(gap.formatted(""), file).get(1));
    }

    @Test
    void withoutAFileEveryGroupIsUnknown() {
        assertTrue(Csv.of(CARE)
                .evaluate(112)
                .kpi("CARE")
                .actual()
                .display(kpi.diagnostic.Language.EN)
                .contains("CARE reported"));
    }
}
