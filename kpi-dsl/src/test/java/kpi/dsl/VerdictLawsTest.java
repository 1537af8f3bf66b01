package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import kpi.result.KpiResult;
import kpi.result.Verdict;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What meets a target under each direction and each printed relation, and what an attainment attains, against whole hundredths. */
class VerdictLawsTest {
    private static final List<Integer> TARGETS = List.of(8_000, 9_600, 6_400, 4_800);

    private static Verdict verdict(String direction, String target, int actual, String more) {
        String text = "calendar roc\nkpi A \"a\" {\n  reported 109: " + figure(actual) + "\n  unit %\n  direction "
                + direction + "\n  target 109: " + target + "\n" + more + "}\n";
        KpiResult kpi = KpiCompiler.standard()
                .compile(Source.of("verdict.kpi", text))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
        return kpi.verdict();
    }

    private static String figure(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString() + "%";
    }

    private static Verdict of(boolean attained) {
        return attained ? Verdict.ATTAINED : Verdict.NOT_ATTAINED;
    }

    @Provide
    Arbitrary<Integer> targets() {
        return Arbitraries.of(TARGETS);
    }

    /** Near a target, at the ends of a tolerance of 10 %, or anywhere. */
    @Provide
    Arbitrary<Integer> offsets() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0, 1, -1, 480, 481, -480, -481, 800, -800, 801, 640, 960, -961)),
                Tuple.of(1, Arbitraries.integers().between(-3_000, 3_000)));
    }

    @Property(tries = 100)
    void aRelationIsAsPrinted(@ForAll("targets") int target, @ForAll("offsets") int off) {
        int actual = target + off;
        for (String direction : List.of("higher is better", "lower is better")) {
            assertEquals(of(actual >= target), verdict(direction, "≧" + figure(target), actual, ""));
            assertEquals(of(actual <= target), verdict(direction, "≦" + figure(target), actual, ""));
            assertEquals(of(actual == target), verdict(direction, "= " + figure(target), actual, ""));
        }
        assertEquals(of(actual >= target), verdict("higher is better", figure(target), actual, ""));
        assertEquals(of(actual <= target), verdict("lower is better", figure(target), actual, ""));
    }

    @Property(tries = 100)
    void nearIsNearEnoughUpToTheTolerance(
            @ForAll("targets") int target,
            @ForAll("offsets") int off,
            @ForAll @IntRange(min = 1, max = 12) int within) {
        int actual = target + off;
        String more = "  attained when actual meets target\n";
        assertEquals(
                of(Math.abs(off) * 100L <= (long) target * within),
                verdict("nearest to target is better, within " + within + "% of target", figure(target), actual, more));
        assertEquals(
                of(Math.abs(off) <= within * 100),
                verdict("nearest to target is better, within " + within + " 百分點", figure(target), actual, more));
    }

    /** 99.996 % is printed as 100.00 %, and is not 100 %; by the printed attainment it is. */
    @Property(tries = 100)
    void roundingOfTheAttainmentChangesNoVerdictOfTheActual(@ForAll("targets") int target, @ForAll("offsets") int off) {
        int actual = target + off;
        String attainment = "  attainment actual / target, at most 100%, rounded to 0 places\n";
        assertEquals(
                of(actual >= target),
                verdict(
                        "higher is better",
                        figure(target),
                        actual,
                        attainment + "  attained when actual meets target\n"));
        Fraction rounded = Fraction.of(actual, target).times(Fraction.of(100)).rounded(0);
        assertEquals(
                of(rounded.compareTo(Fraction.of(100)) >= 0),
                verdict(
                        "higher is better",
                        figure(target),
                        actual,
                        attainment + "  attained when attainment ≧ 100%\n"));
    }
}
