package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.StopSignal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mean of any number of factors, held against the exact product raised to the power. */
class GeometricMeanTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2, 8                    | 4
            2                       | 2
            1, 1, 1                 | 1
            0, 5                    | 0
            1/3, 3                  | 1
            1/3, 1/3                | 0.3333333333333333333333333333333333
            2/3, 1/6                | 0.3333333333333333333333333333333333
            0.6971, 0.3447, 0.5506  | 0.5095547539367684818878269898430167
            """)
    void shortProducts(String numbers, String mean) {
        assertEquals(Exact.of(mean), Approximations.geometricMean(exact(numbers)));
    }

    private static List<Exact> exact(String numbers) {
        List<Exact> exact = new ArrayList<>();
        for (String number : numbers.split(",")) {
            exact.add(Exact.of(number.strip()));
        }
        return exact;
    }

    @Test
    void equalFactorsAreTheirOwnMeanHoweverMany() {
        List<Exact> many = Collections.nCopies(100_000, Exact.of("123456789.987654321"));
        assertEquals(Exact.of("123456789.987654321"), Approximations.geometricMean(many));
    }

    @Test
    void tiesAreDecidedExactlyWhereTheFactorsRepeat() {
        // 35 digits, the last a 5: half-even goes to the even neighbour.
        Exact tie = Exact.of("1.2345678901234567890123456789012345");
        Exact even = Exact.of("1.234567890123456789012345678901234");
        assertEquals(even, Approximations.geometricMean(Collections.nCopies(1000, tie)));
        assertEquals(even, Approximations.geometricMean(List.of(tie.times(Exact.of(4)), tie.dividedBy(Exact.of(4)))));
    }

    @Test
    void extremeFactorsCancel() {
        Exact large = Exact.of(BigInteger.TEN.pow(9_000).add(BigInteger.ONE));
        Exact small = Exact.of(new BigDecimal("1e-9000"));
        List<Exact> numbers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            numbers.add(large);
            numbers.add(small);
            numbers.add(Exact.of(7));
            numbers.add(Exact.of(7));
        }
        numbers.add(Exact.of(7));
        Exact mean = Approximations.geometricMean(numbers);
        // (7^801 × (1 + 1e-9000)^400)^(1/1601): seven to the power of 801/1601.
        assertEquals(Approximations.power(Exact.of(7), Exact.of(801).dividedBy(Exact.of(1601))), mean);
    }

    @Test
    void whatHasNoMeanIsRefused() {
        assertRefused(List.of());
        assertRefused(List.of(Exact.of(-1), Exact.of(-4)));
        assertRefused(List.of(Exact.ZERO, Exact.of(-4)));
    }

    private static void assertRefused(List<Exact> numbers) {
        NumberException refused = assertThrows(NumberException.class, () -> Approximations.geometricMean(numbers));
        assertEquals(NumberException.Kind.OUTSIDE_DOMAIN, refused.kind());
    }

    /** More than 300 factors, so that their product is never formed. */
    @Provide
    Arbitrary<List<Exact>> many() {
        Arbitrary<Exact> fractions = Arbitraries.integers()
                .between(1, 999)
                .flatMap(n -> Arbitraries.integers()
                        .between(1, 999)
                        .map(d -> Exact.of(n).dividedBy(Exact.of(d))));
        Arbitrary<Exact> decimals = Arbitraries.longs()
                .between(1, 99_999_999)
                .flatMap(n -> Arbitraries.integers().between(-9, 12).map(scale -> Exact.of(n, scale)));
        return Arbitraries.oneOf(fractions, decimals).list().ofMinSize(301).ofMaxSize(400);
    }

    @Property(tries = 100)
    void manyFactorsAreRoundedCorrectly(@ForAll("many") List<Exact> numbers) {
        Exact mean = Approximations.geometricMean(numbers);
        BigDecimal decimal = mean.toBigDecimal().orElseThrow().stripTrailingZeros();
        assertTrue(decimal.precision() <= Approximations.DIGITS);
        int place = decimal.scale() + Approximations.DIGITS - decimal.precision();
        BigDecimal half = BigDecimal.valueOf(5).scaleByPowerOfTen(-place - 1);
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (Exact number : numbers) {
            above = above.multiply(number.numerator());
            below = below.multiply(number.denominator());
        }
        BigDecimal product = new BigDecimal(above);
        BigDecimal divisor = new BigDecimal(below);
        assertTrue(decimal.subtract(half).pow(numbers.size()).multiply(divisor).compareTo(product) <= 0);
        assertTrue(decimal.add(half).pow(numbers.size()).multiply(divisor).compareTo(product) >= 0);
    }

    @Property(tries = 50)
    void theOrderOfTheFactorsDoesNotMatter(@ForAll("many") List<Exact> numbers) {
        List<Exact> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        assertEquals(Approximations.geometricMean(numbers), Approximations.geometricMean(reversed));
    }

    /** The product of many numbers takes long; reading them is not all there is to stop. */
    @Test
    void theHostIsAskedWhileTheyAreMultiplied() {
        List<Exact> numbers = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            numbers.add(Exact.of(i));
        }
        AtomicInteger asked = new AtomicInteger();
        StopSignal stop = StopSignal.of(() -> asked.incrementAndGet() < 0);
        assertEquals(Approximations.geometricMean(numbers), Approximations.geometricMean(numbers, stop));
        assertTrue(asked.get() >= 20_000 * 11 / StopSignal.STEPS, "asked " + asked);
        AtomicInteger more = new AtomicInteger();
        StopSignal stops = StopSignal.of(() -> more.incrementAndGet() > 70);
        assertThrows(KpiCancelledException.class, () -> Approximations.geometricMean(numbers, stops));
        assertEquals(71, more.get());
    }
}
