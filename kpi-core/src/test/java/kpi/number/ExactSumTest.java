package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Neither order nor grouping may show in a sum of rows, also where it is too large to be exact. */
class ExactSumTest {
    /** Eight digits of denominator: small enough that a few fractions pass it. */
    private static final NumberBudget SMALL = new NumberBudget(1_000, 6_144, 10_000, 8);

    @Provide
    Arbitrary<List<Exact>> rows() {
        Arbitrary<Exact> fractions = Combinators.combine(
                        Arbitraries.integers().between(-1000, 1000),
                        Arbitraries.of(1, 2, 3, 7, 11, 13, 97, 101, 9973, 100_003))
                .as((n, d) -> Exact.of(BigInteger.valueOf(n), BigInteger.valueOf(d)));
        Arbitrary<Exact> decimals = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 50))
                .as((n, scale) -> Exact.of(n, scale));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, fractions), net.jqwik.api.Tuple.of(1, decimals))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void isTheExactSumOrTheSumOfRoundedRows(@ForAll("rows") List<Exact> rows) {
        ExactSum sum = sumOf(rows, SMALL);
        BigInteger common = rows.stream().map(Exact::denominator).reduce(BigInteger.ONE, ExactSumTest::lcm);
        boolean decimals = rows.stream().allMatch(Exact::isDecimal);
        boolean fits = decimals || common.compareTo(BigInteger.TEN.pow(SMALL.fractionDigits())) < 0;
        assertEquals(!fits, sum.isRounded());
        Exact expected = Exact.ZERO;
        for (Exact row : rows) {
            expected = expected.plus(fits ? row : row.round(ExactSum.PLACES, Rounding.HALF_UP));
        }
        assertEquals(expected, sum.value());
    }

    @Property
    void orderDoesNotShow(@ForAll("rows") List<Exact> rows, @ForAll Random random) {
        List<Exact> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertSame(sumOf(rows, SMALL), sumOf(shuffled, SMALL));
    }

    @Property
    void groupingDoesNotShow(@ForAll("rows") List<Exact> rows, @ForAll Random random) {
        int cut = random.nextInt(rows.size() + 1);
        ExactSum first = sumOf(rows.subList(0, cut), SMALL);
        first.merge(sumOf(rows.subList(cut, rows.size()), SMALL));
        assertSame(sumOf(rows, SMALL), first);
    }

    @Example
    void aThousandDifferentPrimesPassTheStandardBudgetInAnyOrder() {
        List<Exact> rows = new ArrayList<>();
        BigInteger prime = BigInteger.valueOf(1_000_000);
        for (int i = 0; i < 400; i++) {
            prime = prime.nextProbablePrime();
            rows.add(Exact.of(BigInteger.ONE, prime));
        }
        ExactSum sum = sumOf(rows, NumberBudget.standard());
        assertTrue(sum.isRounded());
        Collections.reverse(rows);
        assertSame(sum, sumOf(rows, NumberBudget.standard()));
        assertFalse(sumOf(rows.subList(0, 100), NumberBudget.standard()).isRounded());
    }

    @Example
    void whatIsSmallInTheEndIsNotRefusedForWhatItWasOnTheWay() {
        Exact large = Exact.of(BigInteger.TEN.pow(9_999).multiply(BigInteger.valueOf(9)));
        ExactSum sum = sumOf(List.of(large, large, large.negate(), large.negate(), Exact.ONE), NumberBudget.standard());
        assertEquals(Exact.ONE, sum.value());
        assertThrows(
                NumberException.class,
                () -> sumOf(List.of(large, large), NumberBudget.standard()).value());
    }

    @Example
    void aFractionBesideALongDecimalHasALongCommonDenominator() {
        Exact third = Exact.of(BigInteger.ONE, BigInteger.valueOf(3));
        Exact small = Exact.of(BigInteger.ONE, BigInteger.TEN.pow(1_500));
        assertFalse(sumOf(List.of(small, small), NumberBudget.standard()).isRounded());
        assertTrue(sumOf(List.of(small, third), NumberBudget.standard()).isRounded());
        assertTrue(sumOf(List.of(third, small), NumberBudget.standard()).isRounded());
    }

    private static ExactSum sumOf(List<Exact> rows, NumberBudget budget) {
        ExactSum sum = new ExactSum(budget);
        rows.forEach(sum::add);
        return sum;
    }

    private static void assertSame(ExactSum expected, ExactSum actual) {
        assertEquals(expected.isRounded(), actual.isRounded());
        assertEquals(expected.value(), actual.value());
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
