package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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

/** Attainment by each method against a model that only knows fractions, and the worked figures of published schemes. */
class AttainmentLawsTest {
    private static KpiResult kpi(
            String direction, String method, String more, String target, String actual, String unit) {
        // A printed target of zero or below is asked about in the text; one that is data has an outcome.
        boolean given = target.equals("0") || target.startsWith("-");
        String goal = given
                ? "  input goal in " + unit + " 109: " + target + "\n  target 109: goal\n"
                : "  target 109: " + target + "\n";
        String text = "calendar roc\nkpi A \"a\" {\n  reported 109: " + actual + "\n  unit " + unit + "\n  direction "
                + direction + "\n" + more + goal + "  attainment " + method + "\n}\n";
        return KpiCompiler.standard()
                .compile(Source.of("attainment.kpi", text))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
    }

    private static KpiResult kpi(boolean higher, String method, String more, String target, String actual) {
        return kpi(higher ? "higher is better" : "lower is better", method, more, target, actual, "件");
    }

    private static Optional<Exact> attained(KpiResult kpi) {
        return kpi.attainment().value().map(Quantity::canonical);
    }

    private static Exact percent(String figure) {
        return Exact.of(figure).dividedBy(Exact.of(100));
    }

    private static String code(KpiResult kpi) {
        return kpi.attainment().reasons().get(0).code();
    }

    @Test
    void lessIsBetterByEachOfThreeSchemes() {
        assertEquals(Optional.of(percent("125")), attained(kpi(false, "target / actual", "", "5", "4")));
        assertEquals(Optional.of(percent("120")), attained(kpi(false, "2 − actual / target", "", "5", "4")));
        assertEquals(Optional.of(percent("20")), attained(kpi(false, "1 − actual / target", "", "5", "4")));
    }

    @Test
    void progressHoldsForAnySign() {
        String baseline = "  baseline 108: -5\n";
        KpiResult far = kpi(true, "progress from baseline to target, rounded to 1 place", baseline, "-2", "3");
        assertEquals(Optional.of(percent("266.7")), attained(far));
        assertEquals(
                Optional.of(Exact.of(8).dividedBy(Exact.of(3))),
                attained(kpi(true, "progress from baseline to target", baseline, "-2", "3")));
    }

    @Test
    void theCutKeepsTheFigureBeforeIt() {
        String levels = "  threshold 0\n  benchmark 10\n";
        KpiResult over = kpi(true, "linear from threshold to benchmark", levels, "8", "15");
        assertEquals(Optional.of(Exact.ONE), attained(over));
        assertEquals(Optional.of(percent("150")), over.attainmentRaw().value().map(Quantity::canonical));
    }

    @Test
    void goalpostsFollowTheDirection() {
        assertEquals(
                Optional.of(percent("50")),
                attained(kpi("lower is better", "goalposts 0 to 1.8%", "", "0.5%", "0.9%", "%")));
        assertEquals(
                Optional.of(Exact.ZERO),
                attained(kpi("lower is better", "goalposts 0 to 1.8%", "", "0.5%", "2%", "%")));
        assertEquals(
                Optional.of(percent("100")),
                attained(kpi("higher is better", "goalposts 0 to 1.8%", "", "0.5%", "2%", "%")));
    }

    @Test
    void thresholdToBenchmarkAndTheBestOfBoth() {
        String levels = "  baseline 0.21\n  threshold 0.47\n  benchmark 0.87\n";
        assertEquals(
                Optional.of(percent("57.5")),
                attained(kpi(
                        "higher is better", "linear from threshold to benchmark", levels, "0.8", "0.70", "number")));
        assertEquals(
                Optional.of(Exact.of(49).dividedBy(Exact.of(66))),
                attained(kpi(
                        "higher is better", "best of achievement and improvement", levels, "0.8", "0.70", "number")));
    }

    @Test
    void aPublishedRatioRoundsHalfUp() {
        for (List<String> each : List.of(
                List.of("80", "74.33", "92.91"),
                List.of("80", "48.18", "60.23"),
                List.of("96", "48.24", "50.25"),
                List.of("64", "32.08", "50.13"),
                List.of("48", "24.06", "50.13"))) {
            KpiResult kpi = kpi(
                    "higher is better",
                    "actual / target, at most 100%, rounded to 2 places",
                    "",
                    each.get(0) + "%",
                    each.get(1) + "%",
                    "%");
            assertEquals(Optional.of(percent(each.get(2))), attained(kpi), each.toString());
        }
    }

    @Test
    void whatHasNoAttainmentSaysWhyAndStillHasAVerdict() {
        KpiResult negative = kpi(true, "actual / target", "", "-2", "3");
        assertEquals("negative-target", code(negative));
        assertEquals(Verdict.ATTAINED, negative.verdict());
        assertEquals("negative-target", code(kpi(false, "target / actual", "", "5", "-4")));
        assertEquals("zero-target", code(kpi(true, "actual / target", "", "0", "3")));
        assertEquals("no-distance", code(kpi(true, "progress from baseline to target", "  baseline 2\n", "2", "3")));
        KpiResult absent = kpi(true, "actual / target", "", "none printed", "3");
        assertEquals(Optional.empty(), attained(absent));
        assertTrue(absent.attainment().reason().isPresent());
        KpiResult undecided = kpi(true, "yes/no", "", "none printed", "3");
        assertEquals(Optional.empty(), attained(undecided));
        assertTrue(undecided.attainment().reason().isPresent());
    }

    @Test
    void theLegalFloorIsJudgedOnItsOwn() {
        KpiResult between = kpi(true, "actual / target", "  legal floor 109: 5\n", "6", "5");
        assertEquals(Verdict.NOT_ATTAINED, between.verdict());
        assertEquals(Optional.of(true), between.legalFloor().orElseThrow().kept());
        KpiResult below = kpi(true, "actual / target", "  legal floor 5\n", "4", "4");
        assertEquals(Verdict.ATTAINED, below.verdict());
        assertEquals(Optional.of(false), below.legalFloor().orElseThrow().kept());
        assertEquals(
                Optional.empty(), kpi(true, "actual / target", "", "4", "4").legalFloor());
    }

    @Test
    void aBandIsAttainedFromOneEndToTheOther() {
        for (List<String> each : List.of(
                List.of("4.99%", "NOT_ATTAINED"),
                List.of("5%", "ATTAINED"),
                List.of("5.5%", "ATTAINED"),
                List.of("6%", "ATTAINED"),
                List.of("6.01%", "NOT_ATTAINED"))) {
            KpiResult kpi = kpi("within the band is better", "yes/no", "", "between 5% and 6%", each.get(0), "%");
            assertEquals(Verdict.valueOf(each.get(1)), kpi.verdict(), each.toString());
            Exact share = kpi.verdict() == Verdict.ATTAINED ? Exact.ONE : Exact.ZERO;
            assertEquals(Optional.of(share), attained(kpi));
            assertEquals(percent("6"), kpi.targetBand().orElseThrow().to().canonical());
        }
        KpiResult ratio = kpi("higher is better", "actual / target", "", "between 5% and 6%", "5.5%", "%");
        assertEquals(Optional.empty(), attained(ratio));
        assertTrue(ratio.attainment().reason().isPresent());
        assertEquals(Verdict.ATTAINED, ratio.verdict());
    }

    @Test
    void aLevelHoldsFromItsPeriodOn() {
        String method = "progress from baseline to target";
        assertEquals(
                Optional.of(percent("50")),
                attained(kpi(true, method, "  baseline 107: 5  108: 0  110: 9\n", "10", "5")));
        KpiResult none = kpi(true, method, "  baseline 110: 0\n", "10", "5");
        assertEquals(Optional.empty(), attained(none));
        assertTrue(none.attainment().reason().isPresent());
    }

    @Provide
    Arbitrary<Integer> figures() {
        return Arbitraries.integers()
                .between(-200, 200)
                .edgeCases(edges -> edges.add(-5, -2, 0, 1, 48, 64, 80, 96, 100));
    }

    private static Exact fraction(long above, long below) {
        return Exact.of(above).dividedBy(Exact.of(below));
    }

    private static Exact cut(Exact share) {
        return share.max(Exact.ZERO).min(Exact.ONE);
    }

    @Property(tries = 60)
    void ratiosAreTheQuotientsOrSayWhyNot(@ForAll("figures") int actual, @ForAll("figures") int target) {
        String a = Integer.toString(actual);
        String t = Integer.toString(target);
        assertEquals(
                target > 0 ? Optional.of(fraction(actual, target)) : Optional.empty(),
                attained(kpi(true, "actual / target", "", t, a)));
        assertEquals(
                target > 0 ? Optional.of(fraction(2L * target - actual, target)) : Optional.empty(),
                attained(kpi(false, "2 − actual / target", "", t, a)));
        assertEquals(
                target >= 0 && actual > 0 ? Optional.of(fraction(target, actual)) : Optional.empty(),
                attained(kpi(false, "target / actual", "", t, a)));
    }

    @Property(tries = 60)
    void theWayFromOneFigureToAnother(
            @ForAll("figures") int actual, @ForAll("figures") int baseline, @ForAll("figures") int target) {
        Optional<Exact> way = target == baseline
                ? Optional.empty()
                : Optional.of(fraction((long) actual - baseline, (long) target - baseline));
        String from = "  baseline " + baseline + "\n";
        String t = Integer.toString(target);
        String a = Integer.toString(actual);
        boolean higher = target >= baseline;
        assertEquals(way, attained(kpi(higher, "progress from baseline to target", from, t, a)));
        assertEquals(
                way.map(AttainmentLawsTest::cut), attained(kpi(higher, "linear from baseline to target", from, t, a)));
        // 100 % at the target, and the same in a unit ten times as large.
        assertEquals(way.map(any -> Exact.ONE), attained(kpi(higher, "progress from baseline to target", from, t, t)));
        assertEquals(
                way,
                attained(kpi(
                        higher,
                        "progress from baseline to target",
                        "  baseline " + baseline + "0\n",
                        t + "0",
                        a + "0")));
    }

    @Property(tries = 40)
    void aBetterActualIsNeverWorthLess(@ForAll("figures") int one, @ForAll("figures") int other) {
        int worse = Math.min(one, other);
        int better = Math.max(one, other);
        String levels = "  baseline -3\n  threshold 20\n  benchmark 90\n";
        for (String method : List.of(
                "actual / target",
                "progress from baseline to target",
                "linear from threshold to benchmark",
                "goalposts 0 to 80 件",
                "best of achievement and improvement",
                "best of actual / target and linear from baseline to stretch",
                "yes/no")) {
            String more = levels + "  stretch 100\n";
            Exact low = attained(kpi(true, method, more, "64", Integer.toString(worse)))
                    .orElseThrow();
            Exact high = attained(kpi(true, method, more, "64", Integer.toString(better)))
                    .orElseThrow();
            assertTrue(low.compareTo(high) <= 0, method);
        }
        Exact yes = attained(kpi(true, "yes/no", "", "64", Integer.toString(better)))
                .orElseThrow();
        assertEquals(better >= 64 ? Exact.ONE : Exact.ZERO, yes);
    }
}
