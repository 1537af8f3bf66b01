package kpi.run;

import static kpi.run.Card.Y109;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kpi.number.Exact;
import kpi.unit.Units;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the points rule of HF2.1: a base, a deduction, and additions of which two are capped each. */
class PointsLawsTest {
    private static final KpiProgram PROGRAM = MiniGroupH.program();
    private static final List<String> KINDS = List.of("有償", "標租", "委營OT", "促參");

    /** A case: its kind and how many places it has. */
    private record Case(String kind, int places) {
        Map<String, Object> row() {
            return Map.of("年度", Y109, "類別", kind, "處數", places);
        }

        /** In tenths of a point: 0.1 a place, at most 1; or 0.2; or 1. */
        int tenths() {
            return switch (kind) {
                case "有償", "標租" -> Math.min(places, 10);
                case "委營OT" -> 2;
                default -> 10;
            };
        }
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        Arbitrary<Integer> places = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 9, 10, 11, 12), Arbitraries.integers().between(0, 200));
        return Combinators.combine(Arbitraries.of(KINDS), places)
                .as(Case::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Boolean>> agencies() {
        return Arbitraries.of(true, false).list().ofMaxSize(40);
    }

    private static Exact points(List<Boolean> meeting, List<Case> cases) {
        List<Map<String, Object>> agencies = new ArrayList<>();
        for (boolean meets : meeting) {
            agencies.add(Map.of("年度", Y109, "名稱", "機關" + agencies.size(), "達標", meets));
        }
        Facts facts = PROGRAM.facts()
                .addRows("機關", agencies)
                .addRows("案件", cases.stream().map(Case::row).toList())
                .build()
                .orElseThrow();
        return PROGRAM.evaluate("HF2.1", facts, Evaluation.of(Y109))
                .actual()
                .orElseThrow()
                .in(Units.POINTS);
    }

    @Property(tries = 300)
    void agreesWithTenthsInWholeNumbers(@ForAll("agencies") List<Boolean> agencies, @ForAll("cases") List<Case> cases) {
        BigInteger tenths = BigInteger.valueOf(800);
        for (boolean meets : agencies) {
            tenths = tenths.subtract(meets ? BigInteger.ZERO : BigInteger.ONE);
        }
        for (Case each : cases) {
            tenths = tenths.add(BigInteger.valueOf(each.tenths()));
        }
        assertEquals(Exact.of(tenths).dividedBy(Exact.TEN), points(agencies, cases));
    }

    @Property(tries = 200)
    void oneMoreFailingAgencyCostsExactlyATenth(
            @ForAll("agencies") List<Boolean> agencies, @ForAll("cases") List<Case> cases) {
        List<Boolean> worse = new ArrayList<>(agencies);
        worse.add(false);
        assertEquals(Exact.of(1, 1), points(agencies, cases).minus(points(worse, cases)));
    }

    @Property(tries = 200)
    void anAdditionNeverLowersAndNoCaseAddsMoreThanAPoint(
            @ForAll("agencies") List<Boolean> agencies,
            @ForAll("cases") List<Case> cases,
            @ForAll("cases") List<Case> more) {
        List<Case> all = new ArrayList<>(cases);
        all.addAll(more);
        Exact gain = points(agencies, all).minus(points(agencies, cases));
        assertTrue(gain.signum() >= 0, gain::toString);
        assertTrue(gain.compareTo(Exact.of(more.size())) <= 0, gain::toString);
    }

    @Property(tries = 200)
    void theOrderOfRowsChangesNothing(
            @ForAll("agencies") List<Boolean> agencies, @ForAll("cases") List<Case> cases, @ForAll long seed) {
        List<Case> shuffled = new ArrayList<>(cases);
        List<Boolean> others = new ArrayList<>(agencies);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        Collections.shuffle(others, random);
        assertEquals(points(agencies, cases), points(others, shuffled));
    }

    @Property(tries = 100)
    void placesPastTheCapAddNothing(@ForAll("cases") List<Case> cases) {
        List<Case> capped = cases.stream()
                .map(each -> new Case(each.kind(), Math.min(each.places(), 10)))
                .toList();
        assertEquals(points(List.of(), capped), points(List.of(), cases));
    }
}
