package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every method of attainment against a reference that knows whole numbers only: hundredths of the actual and of the target. */
class AttainmentMethodsTest {
    private static final String BANDS = "bands by actual / target%s {\n    100%%  100%% and above\n"
            + "    50%% to 100%%  80%% and above, below 100%%\n    0%%  below 80%%\n  }";
    private static final String BY_SIGN = "actual / target%1$s\n             when target = 0 件: yes/no%1$s\n"
            + "             when target < 0 件: progress from baseline to target%1$s";
    private static final String OWN_BANDS = "bands%s {\n    100%%  90 件 and above\n    0%%  below 90 件\n  }";

    /** n / d with d > 0, or nothing. */
    private record Share(long n, long d) {
        static Optional<Share> of(long n, long d) {
            return d == 0 ? Optional.empty() : Optional.of(d < 0 ? new Share(-n, -d) : new Share(n, d));
        }

        Share cut() {
            return n < 0 ? new Share(0, 1) : n > d ? new Share(1, 1) : this;
        }

        Share atMostOne() {
            return n > d ? new Share(1, 1) : this;
        }

        /** To hundredths of a percent, half away from zero. */
        Share rounded() {
            long half = (Math.abs(n) * 20_000 + d) / (2 * d);
            return new Share(n < 0 ? -half : half, 10_000);
        }

        Exact exact() {
            return Exact.of(n).dividedBy(Exact.of(d));
        }
    }

    /** A share by hundredths of actual and target; empty where there is none. */
    private interface Reference {
        Optional<Share> of(long actual, long target);
    }

    /**
     * A method.
     *
     * @param better +1 where more is better, −1 where less is, 0 where near is
     * @param cut whether it is kept between 0 % and 100 % by itself
     * @param scales whether actual and target times one number leave it as it is
     */
    private record Method(String text, int better, boolean cut, boolean scales, Reference reference) {
        String line(String steps) {
            return text.contains("%s") || text.contains("%1$s") ? text.formatted(steps) : text + steps;
        }
    }

    private static final long BASELINE = -300;
    private static final long WORST = 10_000;
    private static final long THRESHOLD = 2_000;
    private static final long BENCHMARK = 9_000;
    private static final long REACH = BENCHMARK - THRESHOLD;

    private static final List<Method> METHODS = List.of(
            new Method("actual / target", 1, false, true, (a, t) -> t > 0 ? Share.of(a, t) : Optional.empty()),
            new Method(
                    "target / actual", -1, false, true, (a, t) -> a > 0 && t >= 0 ? Share.of(t, a) : Optional.empty()),
            new Method(
                    "2 − actual / target",
                    -1,
                    false,
                    true,
                    (a, t) -> t > 0 ? Share.of(2 * t - a, t) : Optional.empty()),
            new Method("1 − actual / target", -1, false, true, (a, t) -> t > 0 ? Share.of(t - a, t) : Optional.empty()),
            new Method("closeness", 0, true, true, (a, t) -> Share.of(Math.abs(t) - Math.abs(a - t), Math.abs(t))),
            new Method(
                    "progress from baseline to target",
                    1,
                    false,
                    false,
                    (a, t) -> Share.of(a - BASELINE, t - BASELINE)),
            new Method(
                    "linear from baseline to target", 1, true, false, (a, t) -> Share.of(a - BASELINE, t - BASELINE)),
            new Method("goalposts 0 件 to 80 件", 1, true, false, (a, t) -> Share.of(a, 8_000)),
            new Method("goalposts 0 件 to 80 件", -1, true, false, (a, t) -> Share.of(8_000 - a, 8_000)),
            new Method("progress from 100 件 to target", -1, false, false, (a, t) -> Share.of(a - WORST, t - WORST)),
            new Method("linear from 100 件 to target", -1, true, false, (a, t) -> Share.of(a - WORST, t - WORST)),
            new Method("linear from threshold to benchmark", 1, true, false, (a, t) -> Share.of(a - THRESHOLD, REACH)),
            new Method("linear from benchmark to threshold", -1, true, false, (a, t) -> Share.of(BENCHMARK - a, REACH)),
            new Method("achievement", 1, true, false, (a, t) -> Share.of(a - THRESHOLD, REACH)),
            new Method("improvement", 1, true, false, (a, t) -> Share.of(a - BASELINE, BENCHMARK - BASELINE)),
            new Method(
                    "best of achievement and improvement",
                    1,
                    true,
                    false,
                    (a, t) -> larger(Share.of(a - THRESHOLD, REACH), Share.of(a - BASELINE, BENCHMARK - BASELINE))),
            new Method("yes/no", 1, false, true, (a, t) -> Share.of(a >= t ? 1 : 0, 1)),
            new Method("yes/no", -1, false, true, (a, t) -> Share.of(a <= t ? 1 : 0, 1)),
            new Method("undefined", 1, false, true, (a, t) -> Optional.empty()),
            new Method(
                    BY_SIGN,
                    1,
                    false,
                    false,
                    (a, t) -> t > 0
                            ? Share.of(a, t)
                            : t == 0 ? Share.of(a >= 0 ? 1 : 0, 1) : Share.of(a - BASELINE, t - BASELINE)),
            new Method(
                    BANDS,
                    1,
                    false,
                    true,
                    (a, t) -> t == 0
                            ? Optional.empty()
                            : Share.of(a, t).map(share -> {
                                boolean low = 10 * share.n() < 8 * share.d();
                                boolean high = share.n() >= share.d();
                                // Half of it at 80 %, all of it at 100 %: 0.5 + (s − 0.8) × 2.5.
                                return high
                                        ? new Share(1, 1)
                                        : low
                                                ? new Share(0, 1)
                                                : new Share(25 * share.n() - 15 * share.d(), 10 * share.d());
                            })),
            new Method(OWN_BANDS, 1, false, false, (a, t) -> Share.of(a >= 9_000 ? 1 : 0, 1)),
            new Method(
                    "best of actual / target and goalposts 0 件 to 80 件",
                    1,
                    false,
                    false,
                    (a, t) -> t > 0 ? larger(Share.of(a, t), Share.of(a, 8_000).map(Share::cut)) : Optional.empty()));

    private static Optional<Share> larger(Optional<Share> one, Optional<Share> other) {
        Share first = one.orElseThrow();
        Share second = other.orElseThrow();
        return first.n() * second.d() >= second.n() * first.d() ? one : other;
    }

    private static KpiResult kpi(Method method, String steps, long actual, long target) {
        String direction = method.better() > 0
                ? "higher is better"
                : method.better() < 0 ? "lower is better" : "nearest to target is better";
        // A printed target of zero or below is asked about in the text; one that is data has an outcome.
        String goal = target > 0
                ? "\n  target 109: " + figure(target)
                : "\n  input goal in 件 109: " + figure(target) + "\n  target 109: goal";
        String text = "calendar roc\nkpi A \"a\" {\n  reported 109: " + figure(actual) + "\n  unit 件\n  direction "
                + direction + "\n  baseline -3\n  threshold 20\n  benchmark 90" + goal + "\n  attainment "
                + method.line(steps) + "\n}\n";
        return KpiCompiler.standard()
                .compile(Source.of("method.kpi", text))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
    }

    private static String figure(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static Optional<Exact> capped(KpiResult kpi) {
        return kpi.attainment().value().map(Quantity::canonical);
    }

    private static Optional<Exact> raw(KpiResult kpi) {
        return kpi.attainmentRaw().value().map(Quantity::canonical);
    }

    @Provide
    Arbitrary<Method> methods() {
        return Arbitraries.of(METHODS);
    }

    /** Hundredths; ties at the second place of % against 80 and 96, and the targets themselves. */
    @Provide
    Arbitrary<Long> actuals() {
        return Arbitraries.longs()
                .between(-20_000, 20_000)
                .edgeCases(edges ->
                        edges.add(0L, 1L, -1L, 2L, 4_824L, 7_433L, 4_800L, 6_400L, 8_000L, 9_600L, 8_999L, 9_000L));
    }

    @Provide
    Arbitrary<Long> targets() {
        return Arbitraries.of(8_000L, 9_600L, 6_400L, 4_800L, 0L, -200L, 1L, 300L);
    }

    @Property(tries = 250)
    void isWhatTheReferenceSays(
            @ForAll("methods") Method method, @ForAll("actuals") long actual, @ForAll("targets") long target) {
        Optional<Share> expected = method.reference().of(actual, target);
        KpiResult kpi = kpi(method, "", actual, target);
        assertEquals(expected.map(Share::exact), raw(kpi), method.text());
        assertEquals(expected.map(share -> method.cut() ? share.cut() : share).map(Share::exact), capped(kpi));
        assertEquals(expected.isEmpty(), !kpi.attainment().reasons().isEmpty(), "what has no value says why");
    }

    @Property(tries = 250)
    void capAndRoundingKeepTheRawFigure(
            @ForAll("methods") Method method, @ForAll("actuals") long actual, @ForAll("targets") long target) {
        Optional<Share> expected = method.reference().of(actual, target);
        KpiResult kpi = kpi(method, ", at most 100%, rounded to 2 places", actual, target);
        assertEquals(expected.map(Share::rounded).map(Share::exact), raw(kpi), method.text());
        Optional<Exact> kept = expected.map(share -> method.cut() ? share.cut() : share.atMostOne())
                .map(Share::rounded)
                .map(Share::exact);
        assertEquals(kept, capped(kpi), method.text());
        assertTrue(capped(kpi).filter(share -> share.compareTo(Exact.ONE) > 0).isEmpty());
    }

    @Property(tries = 200)
    void aBetterActualIsNeverWorthLess(
            @ForAll("methods") Method method,
            @ForAll("actuals") long one,
            @ForAll("actuals") long other,
            @ForAll("targets") long target) {
        boolean firstWorse = method.better() == 0
                ? Math.abs(one - target) >= Math.abs(other - target)
                : method.better() * one <= method.better() * other;
        Optional<Exact> worse = capped(kpi(method, "", firstWorse ? one : other, target));
        Optional<Exact> better = capped(kpi(method, "", firstWorse ? other : one, target));
        // Bands by a formula of the author's own fall where the target is below zero; a baseline lies below its target.
        boolean promised = target > BASELINE && (target > 0 || !method.text().startsWith("bands by"));
        if (promised && worse.isPresent() && better.isPresent()) {
            assertTrue(worse.get().compareTo(better.get()) <= 0, method.text());
        }
    }

    @Property(tries = 200)
    void aUnitTenTimesAsLargeChangesNothing(
            @ForAll("methods") Method method, @ForAll("actuals") long actual, @ForAll("targets") long target) {
        if (method.scales()) {
            assertEquals(capped(kpi(method, "", actual, target)), capped(kpi(method, "", 10 * actual, 10 * target)));
        }
    }

    /** What is measured from figures of its own is not the same when actual and target alone grow. */
    @Test
    void figuresOfTheirOwnDoNotScale() {
        for (Method method : METHODS) {
            boolean same = List.of(1_000L, 4_000L, 6_000L).stream()
                    .allMatch(actual -> List.of(6_400L, -200L).stream()
                            .allMatch(target -> capped(kpi(method, "", actual, target))
                                    .equals(capped(kpi(method, "", 2 * actual, 2 * target)))));
            assertEquals(method.scales(), same, method.text());
        }
    }

    @Test
    void aCurveByLogarithmIsAFormula() {
        String curve =
                "(ln(actual / 1 件) − ln(100)) / (ln(75000) − ln(100)), at least 0%, at most 100%, rounded to 2 places";
        Method log = new Method(curve, 1, false, false, (a, t) -> Optional.empty());
        assertEquals(Optional.of(Exact.of("0.5506")), capped(kpi(log, "", 382_900, 100)));
        assertEquals(Optional.of(Exact.ZERO), capped(kpi(log, "", 5_000, 100)));
        assertEquals(Optional.of(Exact.ONE), capped(kpi(log, "", 8_000_000, 100)));
        assertNotEquals(raw(kpi(log, "", 5_000, 100)), capped(kpi(log, "", 5_000, 100)));
        assertEquals(Optional.empty(), capped(kpi(log, "", 0, 100)));
    }

    /** Between 1 and a power of two the way is the exponent: what a logarithm gives at powers is known without one. */
    @Property(tries = 80)
    void aCurveByLogarithmIsTheExponent(
            @ForAll @IntRange(min = 1, max = 12) int whole, @ForAll @IntRange(min = -2, max = 14) int part) {
        String curve = "(ln(actual / 1 件) − ln(1)) / (ln(" + (1 << whole) + ") − ln(1)), at least 0%, at most 100%";
        Method log = new Method(curve, 1, true, false, (a, t) -> Optional.empty());
        long actual = part < 0 ? 100L >> -part : 100L << part;
        Share way = new Share(part, whole);
        Exact off = raw(kpi(log, "", actual, 100)).orElseThrow().minus(way.exact());
        Exact least = Exact.of(1, 30);
        assertTrue(off.compareTo(least) < 0 && off.negate().compareTo(least) < 0, curve);
        assertEquals(Optional.of(way.cut().rounded().exact()), capped(kpi(log, ", rounded to 2 places", actual, 100)));
    }
}
