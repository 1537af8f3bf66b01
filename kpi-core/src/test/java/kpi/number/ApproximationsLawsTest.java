package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * A value is the true result rounded to 34 digits if the true result lies within half a unit of its last digit. For roots and
 * rational powers that is checked exactly, by raising the two ends to the power; for the others by a plain Taylor series of e^x
 * with 140 places.
 */
class ApproximationsLawsTest {
    private static final String LN_TEN =
            "2.30258509299404568401799145468436420760110148862877297603332790096757260967735248023599720508959829834196778404228624863340952546508280675666628736910";

    private static final MathContext REFERENCE = new MathContext(140);

    @Provide
    Arbitrary<Exact> positive() {
        Arbitrary<Exact> decimals = Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        Arbitraries.integers().between(-5, 30))
                .as(Exact::of);
        Arbitrary<Exact> fractions = Combinators.combine(
                        Arbitraries.longs().between(1, 100_000),
                        Arbitraries.longs().between(1, 100_000))
                .as((n, d) -> Exact.of(BigInteger.valueOf(n), BigInteger.valueOf(d)));
        Arbitrary<Exact> nearOne = Combinators.combine(
                        Arbitraries.integers().between(-1000, 1000),
                        Arbitraries.integers().between(3, 40))
                .as((n, places) -> Exact.ONE.plus(Exact.of(n, places)));
        return Arbitraries.oneOf(decimals, fractions, nearOne)
                .filter(x -> x.signum() > 0)
                .withoutEdgeCases();
    }

    @Property
    void rootsAreRoundedCorrectly(@ForAll("positive") Exact x, @ForAll @IntRange(min = 1, max = 40) int degree) {
        Exact root = Approximations.root(x, degree);
        Exact half = halfOfLastUnit(root);
        assertTrue(root.minus(half).power(degree).compareTo(x) <= 0);
        assertTrue(root.plus(half).power(degree).compareTo(x) >= 0);
        assertTrue(significantDigits(root) <= 34);
    }

    @Property
    void rootsOfPowersAreExact(
            @ForAll @IntRange(min = 1, max = 100_000) int n,
            @ForAll @IntRange(min = 0, max = 5) int places,
            @ForAll @IntRange(min = 1, max = 60) int degree) {
        Exact root = Exact.of(n, places);
        assertEquals(root, Approximations.root(root.power(degree), degree));
        assertEquals(root, Approximations.power(root.power(degree), Exact.ONE.dividedBy(Exact.of(degree))));
        assertEquals(root.negate(), Approximations.root(root.negate().power(2 * degree + 1), 2 * degree + 1));
    }

    @Property
    void fractionalPowersAreRoundedCorrectly(
            @ForAll("positive") Exact x,
            @ForAll @IntRange(min = -12, max = 12) int p,
            @ForAll @IntRange(min = 2, max = 12) int q) {
        Exact exponent = Exact.of(p).dividedBy(Exact.of(q));
        Assume.that(!exponent.isInteger());
        Exact power = Approximations.power(x, exponent);
        Exact half = halfOfLastUnit(power);
        Exact target = x.power(p);
        assertTrue(power.minus(half).power(q).compareTo(target) <= 0);
        assertTrue(power.plus(half).power(q).compareTo(target) >= 0);
    }

    @Property
    void bothWaysToAPowerAgree(@ForAll("positive") Exact x, @ForAll @IntRange(min = 301, max = 900) int degree) {
        // The same exponent as one that integer roots take and as one that they do not.
        Exact root = Approximations.root(x, degree);
        Exact half = halfOfLastUnit(root);
        BigDecimal low = root.minus(half).toBigDecimal().orElseThrow().pow(degree, REFERENCE);
        BigDecimal high = root.plus(half).toBigDecimal().orElseThrow().pow(degree, REFERENCE);
        assertTrue(Exact.of(low).compareTo(x) <= 0);
        assertTrue(Exact.of(high).compareTo(x) >= 0);
    }

    @Property
    void exponentialsAreRoundedCorrectly(@ForAll("positive") Exact magnitude, @ForAll boolean negative) {
        Exact x = magnitude.remainder(Exact.of(200));
        Exact exponent = negative ? x.negate() : x;
        BigDecimal reference = exp(exponent);
        Exact value = Approximations.exp(exponent);
        Exact half = halfOfLastUnit(value);
        assertTrue(value.minus(half).compareTo(Exact.of(reference)) <= 0);
        assertTrue(value.plus(half).compareTo(Exact.of(reference)) >= 0);
    }

    @Property
    void logarithmsAreRoundedCorrectly(@ForAll("positive") Exact x) {
        Exact value = Approximations.ln(x);
        Exact half = halfOfLastUnit(value);
        assertTrue(Exact.of(exp(value.minus(half))).compareTo(x) <= 0);
        assertTrue(Exact.of(exp(value.plus(half))).compareTo(x) >= 0);
    }

    @Property
    void decimalLogarithmsAreRoundedCorrectly(@ForAll("positive") Exact x) {
        Exact value = Approximations.log10(x);
        Exact half = halfOfLastUnit(value);
        Exact lnTen = Exact.of(LN_TEN);
        assertTrue(Exact.of(exp(value.minus(half).times(lnTen))).compareTo(x) <= 0);
        assertTrue(Exact.of(exp(value.plus(half).times(lnTen))).compareTo(x) >= 0);
    }

    @Property
    void integerRootsAreTheLargestThatFit(
            @ForAll("naturals") BigInteger value, @ForAll @IntRange(min = 1, max = 400) int degree) {
        BigInteger root = IntegerRoot.floor(value, degree);
        assertTrue(root.pow(degree).compareTo(value) <= 0);
        assertTrue(root.add(BigInteger.ONE).pow(degree).compareTo(value) > 0);
        assertEquals(root.pow(degree).equals(value) ? root : BigInteger.ZERO, IntegerRoot.exact(value, degree));
    }

    @Provide
    Arbitrary<BigInteger> naturals() {
        Arbitrary<BigInteger> any = Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.ONE.shiftLeft(4_000));
        Arbitrary<BigInteger> aroundPowers = Combinators.combine(
                        Arbitraries.integers().between(2, 5_000),
                        Arbitraries.integers().between(1, 300),
                        Arbitraries.integers().between(-1, 1))
                .as((base, exponent, offset) ->
                        BigInteger.valueOf(base).pow(exponent).add(BigInteger.valueOf(offset)));
        return Arbitraries.oneOf(any, aroundPowers);
    }

    private static int significantDigits(Exact decimal) {
        return decimal.toBigDecimal().orElseThrow().stripTrailingZeros().precision();
    }

    /** Half of a unit of the 34th digit; towards zero from a power of ten the true interval is shorter still. */
    private static Exact halfOfLastUnit(Exact value) {
        if (value.isZero()) {
            return Exact.of(1, 60);
        }
        BigDecimal decimal = value.toBigDecimal().orElseThrow();
        return Exact.of(5, decimal.scale() - decimal.precision() + 35);
    }

    /** e^x by the Taylor series of x/2^20, squared twenty times. */
    private static BigDecimal exp(Exact x) {
        BigDecimal small = new BigDecimal(x.numerator())
                .divide(new BigDecimal(x.denominator()).multiply(BigDecimal.valueOf(1L << 20)), REFERENCE);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 60; n++) {
            term = term.multiply(small, REFERENCE).divide(BigDecimal.valueOf(n), REFERENCE);
            sum = sum.add(term, REFERENCE);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, REFERENCE);
        }
        return sum;
    }
}
