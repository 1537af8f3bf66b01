package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that hold in one case alone, bands on the spot, reasons of targets, and what is told of targets that ask for little. */
class AttainmentCasesTest {
    private static String kpi(String lines) {
        return "calendar roc\nkpi A \"a\" {\n  input n in 件   108: 100   109: 90\n  formula n\n  unit 件\n" + lines
                + "}\n";
    }

    private static KpiResult result(String lines) {
        return KpiCompiler.standard()
                .compile(Source.of("cases.kpi", kpi(lines)))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
    }

    private static List<String> codes(String lines) {
        return KpiCompiler.standard().compile(Source.of("cases.kpi", kpi(lines))).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static Optional<Exact> attainment(KpiResult kpi) {
        return kpi.attainment().value().map(Quantity::canonical);
    }

    @ParameterizedTest
    @CsvSource({"100,1.1", "0,0", "90,1"})
    void aCaseGoesBeforeTheMethod(String target, String share) {
        String lines = "  direction lower is better\n  target 109: " + target
                + "\n  attainment 2 − actual / target, rounded to 2 places\n             when target = 0 件: yes/no\n";
        assertEquals(Optional.of(Exact.of(share)), attainment(result(lines)));
        String chinese =
                "  方向 越小越好\n  目標值 109: " + target + "\n  目標達成度 2 − 實際值／目標值，四捨五入至小數2位\n             當 目標值 = 0 件：是否達成\n";
        assertEquals(Optional.of(Exact.of(share)), attainment(result(chinese)));
    }

    @Test
    void theFirstCaseThatHoldsIsTheOne() {
        String lines = "  direction higher is better\n  target 109: 80\n  attainment actual / target\n"
                + "             when actual > 95 件: 100%\n             when actual > 85 件: 50%\n";
        assertEquals(Optional.of(Exact.of("0.5")), attainment(result(lines)));
    }

    @Test
    void anAttainmentIsNotMeasuredByItself() {
        String lines = "  direction higher is better\n  target 109: 80\n";
        assertEquals(List.of("cycle"), codes(lines + "  attainment attainment + 1%\n"));
        assertEquals(
                List.of("cycle"),
                codes(lines + "  attainment actual / target\n             when attainment > 50%: yes/no\n"));
        assertEquals(
                List.of("yes-no-circular"),
                codes(lines + "  attainment actual / target\n             when target = 0 件: yes/no\n"
                        + "  attained when attainment ≧ 90%\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100% 90 以上; 0% 未滿 90            | 1
            100% above 90; 0% 90 and below      | 0
            100% 90 以上; 80% to 100% 80 and above, below 90; 0% below 80 | 1
            0% to 100% 80 and above, below 100; 100% 100 and above; 0% below 80 | 0.5
            """)
    void bandsAreWrittenOnTheSpot(String bands, String share) {
        String lines =
                "  direction higher is better\n  attainment bands {\n    " + bands.replace("; ", "\n    ") + "\n  }\n";
        assertEquals(Optional.of(Exact.of(share)), attainment(result(lines)));
    }

    @Test
    void bandsMustMeet() {
        String lines =
                "  direction higher is better\n  attainment bands {\n    100% 90 and above\n    0% below %s\n  }\n";
        assertEquals(List.of("band-gap"), codes(lines.replace("%s", "80")));
        assertEquals(List.of("band-overlap"), codes(lines.replace("%s", "95")));
        assertEquals(List.of(), codes(lines.replace("%s", "90")));
    }

    @Test
    void beyondBandsWithTwoEndsThereIsNone() {
        KpiResult beyond = result("  direction higher is better\n  attainment bands { 100% 50 and above, below 80 }\n");
        assertEquals(Optional.empty(), attainment(beyond));
        assertTrue(!beyond.attainment().reasons().isEmpty());
    }

    @Test
    void aReasonStandsBehindItsTarget() {
        KpiResult kpi = result("  direction higher is better\n  target 108: 95   109: 80 \"fewer posts\"\n");
        assertEquals(Optional.of("fewer posts"), kpi.aimDetails().reason());
        KpiResult computed =
                result("  direction higher is better\n  target 109: previous actual × 80% \"fewer posts\"\n");
        assertEquals(Optional.of("fewer posts"), computed.aimDetails().reason());
        assertEquals(Optional.of(Exact.of(80)), computed.target().value().map(Quantity::canonical));
        assertEquals(
                Optional.empty(),
                result("  direction higher is better\n  target 109: 80 \n")
                        .aimDetails()
                        .reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            higher is better            | 108: 95   109: 90                 | lowered-without-reason
            higher is better            | 108: 95   109: 90 "fewer posts"   |
            higher is better            | 109: 99                           | regressive-target
            higher is better            | 109: 100                          |
            higher is better            | 110: 90                           |
            higher is better            | 107: 95   109: 100                |
            lower is better             | 108: 95   109: 96                 | lowered-without-reason
            lower is better             | 109: 101                          | regressive-target
            lower is better             | 108: 95   109: 90                 |
            nearest to target is better | 108: 95   109: 90                 |
            none                        | 108: ≧ 95   109: ≧ 94             | lowered-without-reason
            """)
    void aTargetThatAsksForLessIsToldOf(String direction, String targets, String code) {
        List<String> told = codes("  direction " + direction + "\n  target " + targets + "\n");
        assertEquals(code == null ? List.of() : List.of(code), told);
    }

    @Test
    void aFloorAndAVerdictWithoutTargetAreToldOf() {
        String floor = "  direction higher is better\n  legal floor 110: 95\n  target 110: ";
        assertEquals(List.of("target-at-floor"), codes(floor + "95\n"));
        assertEquals(List.of(), codes(floor + "96\n"));
        assertEquals(List.of(), codes(floor + "95 \"by law\"\n"));
        String asserted = "  direction higher is better\n  attained 110: asserted \"the page\"\n  target 110: ";
        assertEquals(List.of("attained-without-target"), codes(asserted + "none printed\n"));
        assertEquals(List.of(), codes(asserted + "96\n"));
    }
}
