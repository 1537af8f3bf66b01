package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.result.Verdict;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every direction: which actual meets its target, what reaches and is better than what, and what goes with it. */
class DirectionsTest {
    private static String text(String direction, String lines, String actual) {
        return "calendar roc\nkpi A \"a\" {\n  input n, old in 件\n  reported 109: " + actual
                + "\n  unit 件\n  direction " + direction + "\n" + lines + "}\n";
    }

    private static KpiResult kpi(String direction, String lines, String actual) {
        return KpiCompiler.standard()
                .compile(Source.of("direction.kpi", text(direction, lines, actual)))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
    }

    private static List<String> codes(String direction, String lines) {
        return KpiCompiler.standard()
                .compile(Source.of("direction.kpi", text(direction, lines, "3")))
                .problems()
                .stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .toList();
    }

    private static Verdict verdict(boolean attained) {
        return attained ? Verdict.ATTAINED : Verdict.NOT_ATTAINED;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            higher is better                                  | 50               | 49 | false
            higher is better                                  | 50               | 51 | true
            lower is better                                   | 50               | 49 | true
            lower is better                                   | 50               | 51 | false
            nearest to target is better                       | 50               | 50 | true
            nearest to target is better                       | 50               | 51 | false
            nearest to target is better, within 2             | 50               | 52 | true
            nearest to target is better, within 2             | 50               | 53 | false
            nearest to target is better, within 2 件          | 50               | 48 | true
            nearest to target is better, within 10% of target | 50               | 45 | true
            nearest to target is better, within 10% of target | 50               | 44 | false
            nearest to target is better, within 10% of target | -50              | -55 | true
            nearest to target is better, within 10% of target | 0                | 1  | false
            nearest to target is better, within 0             | 0                | 0  | true
            within the band is better                         | between 45 and 50 | 45 | true
            within the band is better                         | between 45 and 50 | 51 | false
            越接近目標越好，容許差距 10% 按目標值計             | 50               | 55 | true
            越接近越好，容許差距 2 件                         | 50               | 53 | false
            """)
    void anActualMeetsItsTarget(String direction, String target, String actual, boolean attained) {
        String targets = "  target 109: " + target + "\n";
        assertEquals(verdict(attained), kpi(direction, targets, actual).verdict());
        // What reaches the target meets it, whatever the direction.
        String reaches = targets + "  attained when actual reaches target\n";
        assertEquals(verdict(attained), kpi(direction, reaches, actual).verdict());
        assertEquals(
                verdict(!attained),
                kpi(direction, targets + "  attained when actual does not reach target\n", actual)
                        .verdict());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            higher is better                      | 50                | 51 | 50 | true
            higher is better                      | 50                | 50 | 50 | false
            lower is better                       | 50                | 49 | 50 | true
            nearest to target is better           | 50                | 52 | 47 | true
            nearest to target is better           | 50                | 53 | 47 | false
            nearest to target is better, within 3 | 50                | 50 | 53 | false
            within the band is better             | between 40 and 50 | 52 | 37 | true
            within the band is better             | between 40 and 50 | 45 | 41 | false
            """)
    void oneFigureIsBetterThanAnother(String direction, String target, String one, String other, boolean better) {
        String lines = "  target 109: " + target + "\n  attained when actual is better than " + other + " 件\n";
        assertEquals(verdict(better), kpi(direction, lines, one).verdict());
    }

    @Test
    void theDataMayDecide() {
        String direction = "higher is better when n > 2 件, otherwise lower is better";
        String targets = "  target 109: 50\n";
        for (List<String> each : List.of(
                List.of("3", "51", "ATTAINED", "≧"),
                List.of("3", "49", "NOT_ATTAINED", "≧"),
                List.of("2", "49", "ATTAINED", "≦"),
                List.of("2", "51", "NOT_ATTAINED", "≦"))) {
            String text = text(direction, targets, each.get(1))
                    .replace("input n, old in 件", "input n in 件  109: " + each.get(0));
            for (String more : List.of("", "  attained when actual reaches target\n")) {
                KpiResult kpi = KpiCompiler.standard()
                        .compile(Source.of("direction.kpi", text.replace(targets, targets + more)))
                        .orElseThrow()
                        .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                        .kpi("A");
                assertEquals(Verdict.valueOf(each.get(2)), kpi.verdict());
                assertEquals(Optional.of(each.get(3)), kpi.targetRelation());
            }
        }
        // Without the datum nobody knows which way is better.
        KpiResult open = kpi(direction, targets, "51");
        assertEquals(Verdict.UNDECIDED, open.verdict());
        assertEquals(Optional.empty(), open.targetRelation());
    }

    @Test
    void aMethodGoesWithItsDirection() {
        String levels = "  baseline 1\n  threshold 2\n  benchmark 9\n  target 109: 5\n  attainment ";
        String band = levels.replace("109: 5", "109: between 4 and 6");
        String data = "higher is better when n > 2 件, otherwise lower is better";
        for (String method : List.of(
                "actual / target",
                "target / actual",
                "2 − actual / target",
                "progress from baseline to target",
                "linear from threshold to benchmark",
                "goalposts 1 件 to 9 件",
                "best of closeness and goalposts 1 件 to 9 件")) {
            assertEquals(
                    List.of("method-of-direction"),
                    codes("nearest to target is better", levels + method + "\n"),
                    method);
            assertEquals(
                    List.of("method-of-direction"), codes("within the band is better", band + method + "\n"), method);
        }
        for (String method : List.of("closeness", "yes/no", "1 − abs(actual − target) / 9 件")) {
            assertEquals(List.of(), codes("nearest to target is better", levels + method + "\n"), method);
        }
        assertEquals(List.of(), codes("within the band is better", band + "closeness\n"));
        for (String method : List.of("actual / target", "target / actual", "goalposts 1 件 to 9 件", "closeness")) {
            assertEquals(List.of("method-of-direction"), codes(data, levels + method + "\n"), method);
        }
        for (String method :
                List.of("progress from baseline to target", "linear from threshold to benchmark", "yes/no")) {
            assertEquals(List.of(), codes(data, levels + method + "\n"), method);
        }
        for (String direction : List.of("higher is better", "lower is better")) {
            assertEquals(List.of("method-of-direction"), codes(direction, levels + "closeness\n"), direction);
        }
        assertEquals(
                List.of("lower-is-better"),
                codes("lower is better", levels + "best of actual / target and linear from threshold to benchmark\n"));
    }

    @Provide
    Arbitrary<Integer> figures() {
        return Arbitraries.integers()
                .between(-120, 120)
                .edgeCases(edges -> edges.add(-5, -1, 0, 1, 48, 64, 80, 96, 100));
    }

    private static Optional<Exact> attainment(KpiResult kpi) {
        return kpi.attainment().value().map(Quantity::canonical);
    }

    /** 1 − |a − t| / |t|, and of a band by its nearer end. */
    private static Optional<Exact> closeness(int actual, int low, int high) {
        if (low == 0 || high == 0) {
            return Optional.empty();
        }
        Exact under = Exact.of(low - actual).dividedBy(Exact.of(Math.abs(low)));
        Exact over = Exact.of(actual - high).dividedBy(Exact.of(Math.abs(high)));
        return Optional.of(Exact.ONE.minus(under.max(over)));
    }

    @Property(tries = 60)
    void closenessIsTheDistanceAsAShareOfTheTarget(@ForAll("figures") int actual, @ForAll("figures") int target) {
        String lines = "  input goal in 件 109: " + target + "\n  target 109: goal\n  attainment closeness\n";
        KpiResult kpi = kpi("nearest to target is better", lines, Integer.toString(actual));
        Optional<Exact> expected = closeness(actual, target, target);
        assertEquals(expected.map(share -> share.max(Exact.ZERO)), attainment(kpi));
        assertEquals(expected, kpi.attainmentRaw().value().map(Quantity::canonical));
        if (expected.isEmpty()) {
            assertEquals("zero-target", kpi.attainment().reasons().get(0).code());
        }
        // As far on the other side is as good, and a figure and its target ten times as large are the same.
        KpiResult mirrored = kpi("nearest to target is better", lines, Integer.toString(2 * target - actual));
        assertEquals(attainment(kpi), attainment(mirrored));
        KpiResult scaled = kpi(
                "nearest to target is better",
                "  input goal in 件 109: " + 10 * target + "\n  target 109: goal\n  attainment closeness\n",
                Integer.toString(10 * actual));
        assertEquals(attainment(kpi), attainment(scaled));
    }

    @Property(tries = 40)
    void closenessToABandIsFullInside(
            @ForAll("figures") int actual, @ForAll("figures") int one, @ForAll("figures") int other) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        String lines = "  target 109: between " + low + " and " + high + "\n  attainment closeness\n";
        if (low == 0 || high == 0) {
            assertEquals(List.of("zero-target-unsaid"), codes("within the band is better", lines));
            return;
        }
        KpiResult kpi = kpi("within the band is better", lines, Integer.toString(actual));
        assertEquals(
                closeness(actual, low, high).map(share -> share.min(Exact.ONE).max(Exact.ZERO)), attainment(kpi));
        boolean inside = low <= actual && actual <= high;
        assertEquals(verdict(inside), kpi.verdict());
        assertTrue(!inside
                || attainment(kpi).filter(share -> !share.equals(Exact.ONE)).isEmpty());
    }
}
