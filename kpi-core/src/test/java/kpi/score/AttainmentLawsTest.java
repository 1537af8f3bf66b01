package kpi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import kpi.data.Vintage;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.KpiResult;
import kpi.result.Verdict;
import kpi.run.Card;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Quantity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the attainment as a ratio, capped at 100 % and rounded to two places, through a whole program. */
class AttainmentLawsTest {
    /** Targets that make ties: every fourth actual of two places over 80 ends in a five at the third. */
    private static final List<Integer> TARGETS = List.of(80, 96, 64, 48);

    private static final List<KpiProgram> PROGRAMS = TARGETS.stream()
            .map(target -> new Card()
                    .kpi(Card.newKpi("K", "率", Units.PERCENT).steps().target(Card.Y109, target + "%"))
                    .program())
            .toList();

    private static final KpiUnit THOUSANDS = UnitTable.standard().find("千元").orElseThrow();

    /** Hundredths of a percent; ties, the target itself and its neighbours come up often. */
    @Provide
    Arbitrary<Integer> hundredths() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20_000),
                Arbitraries.of(TARGETS).map(target -> target * 100),
                Arbitraries.of(TARGETS).map(target -> target * 100 - 1),
                Arbitraries.of(TARGETS).map(target -> target * 100 + 1),
                Arbitraries.integers().between(1, 1_000).map(n -> n * 4 + 2));
    }

    @Provide
    Arbitrary<Integer> which() {
        return Arbitraries.integers().between(0, TARGETS.size() - 1);
    }

    private static KpiResult evaluate(int which, Exact percent) {
        KpiProgram program = PROGRAMS.get(which);
        Facts facts = program.facts()
                .actual("K", Card.Y109, Quantity.of(percent, Units.PERCENT), Vintage.none())
                .build()
                .orElseThrow();
        return program.evaluate("K", facts, Evaluation.of(Card.Y109));
    }

    private static Exact capped(KpiResult kpi) {
        return kpi.attainment().orElseThrow().in(Units.PERCENT);
    }

    private static Exact raw(KpiResult kpi) {
        return kpi.attainmentRaw().orElseThrow().in(Units.PERCENT);
    }

    @Property
    void agreesWithWholeNumberArithmetic(@ForAll("which") int which, @ForAll("hundredths") int actual) {
        KpiResult kpi = evaluate(which, Exact.of(actual, 2));
        BigInteger n = BigInteger.valueOf(actual).multiply(BigInteger.valueOf(100));
        BigInteger d = BigInteger.valueOf(TARGETS.get(which));
        BigInteger halfUp = n.add(n).add(d).divide(d.add(d));
        assertEquals(Exact.of(halfUp).dividedBy(Exact.HUNDRED), raw(kpi));
        BigInteger full = BigInteger.valueOf(10_000);
        assertEquals(Exact.of(halfUp.min(full)).dividedBy(Exact.HUNDRED), capped(kpi));
        assertEquals(
                Exact.of(n, d).dividedBy(Exact.HUNDRED),
                kpi.attainment().unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals(actual >= TARGETS.get(which) * 100 ? Verdict.ATTAINED : Verdict.NOT_ATTAINED, kpi.verdict());
    }

    @Property
    void isBounded(@ForAll("which") int which, @ForAll("hundredths") int actual) {
        Exact capped = capped(evaluate(which, Exact.of(actual, 2)));
        assertTrue(capped.signum() >= 0 && capped.compareTo(Exact.HUNDRED) <= 0, capped::toString);
    }

    @Property
    void neverFallsWhenTheActualRises(
            @ForAll("which") int which, @ForAll("hundredths") int actual, @ForAll("hundredths") int more) {
        KpiResult lower = evaluate(which, Exact.of(actual, 2));
        KpiResult higher = evaluate(which, Exact.of(actual, 2).plus(Exact.of(more, 3)));
        assertTrue(capped(lower).compareTo(capped(higher)) <= 0);
        assertTrue(raw(lower).compareTo(raw(higher)) <= 0);
        assertTrue(lower.verdict() == Verdict.NOT_ATTAINED || higher.verdict() == Verdict.ATTAINED);
    }

    @Property
    void neverRisesWhenTheTargetRises(@ForAll("hundredths") int actual) {
        List<Exact> byTarget = List.of(3, 2, 0, 1).stream()
                .map(which -> capped(evaluate(which, Exact.of(actual, 2))))
                .toList();
        for (int i = 1; i < byTarget.size(); i++) {
            assertTrue(byTarget.get(i - 1).compareTo(byTarget.get(i)) >= 0, byTarget::toString);
        }
    }

    @Property
    void theCapIsIdempotentAndSitsOnTheRawFigure(@ForAll("which") int which, @ForAll("hundredths") int actual) {
        KpiResult kpi = evaluate(which, Exact.of(actual, 2));
        Exact again = capped(kpi).min(Exact.HUNDRED).round(2, Rounding.HALF_UP);
        assertEquals(capped(kpi), again);
        assertEquals(raw(kpi).min(Exact.HUNDRED), capped(kpi));
    }

    /** 元 and 千元 are the same money: the unit of input and target changes nothing. */
    @Property
    void isTheSameInEveryUnit(@ForAll("which") int which, @ForAll("hundredths") int actual) {
        Exact inNtd = money(Units.NTD, TARGETS.get(which) + ",000", Quantity.of(Exact.of(actual, 2), THOUSANDS));
        Exact inThousands =
                money(THOUSANDS, Integer.toString(TARGETS.get(which)), Quantity.of(Exact.of(actual * 10L), Units.NTD));
        assertEquals(inNtd, inThousands);
        assertEquals(capped(evaluate(which, Exact.of(actual, 2))), inNtd);
    }

    private static Exact money(KpiUnit unit, String target, Quantity actual) {
        KpiProgram program = new Card()
                .kpi(Card.newKpi("K", "額", unit).steps().target(Card.Y109, target))
                .program();
        Facts facts = program.facts()
                .actual("K", Card.Y109, actual, Vintage.none())
                .build()
                .orElseThrow();
        return capped(program.evaluate("K", facts, Evaluation.of(Card.Y109)));
    }

    /** Almost is not attained, however close the shown attainment comes. */
    @Property
    void almostIsNotAttained(@ForAll("which") int which, @ForAll("hundredths") int tiny) {
        Exact almost = Exact.of(TARGETS.get(which)).minus(Exact.of(tiny, 7));
        KpiResult kpi = evaluate(which, almost);
        assertEquals(Verdict.NOT_ATTAINED, kpi.verdict());
        assertEquals(Optional.of(almost), kpi.actual().value().map(value -> value.in(Units.PERCENT)));
    }
}
