package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Exact numbers are the field of the rationals, in whatever form they are kept. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class ExactLawsTest {
    @Property
    void arithmeticAgreesWithTheReference(@ForAll Exact a, @ForAll Exact b) {
        Ratio x = Ratio.of(a);
        Ratio y = Ratio.of(b);
        assertEquals(x.plus(y), Ratio.of(a.plus(b)));
        assertEquals(x.minus(y), Ratio.of(a.minus(b)));
        assertEquals(x.times(y), Ratio.of(a.times(b)));
        if (y.signum() != 0) {
            Ratio quotient = x.dividedBy(y);
            assertEquals(quotient, Ratio.of(a.dividedBy(b)));
            Ratio whole = quotient.toInteger(Rounding.DOWN);
            assertEquals(whole, Ratio.of(a.integerQuotient(b)));
            assertEquals(x.minus(whole.times(y)), Ratio.of(a.remainder(b)));
        }
    }

    @Property
    void additionIsAGroup(@ForAll Exact a, @ForAll Exact b, @ForAll Exact c) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertEquals(a, a.plus(Exact.ZERO));
        assertEquals(Exact.ZERO, a.plus(a.negate()));
        assertEquals(a.plus(b.negate()), a.minus(b));
    }

    @Property
    void multiplicationIsAGroupAndDistributes(@ForAll Exact a, @ForAll Exact b, @ForAll Exact c) {
        assertEquals(a.times(b), b.times(a));
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
        assertEquals(a, a.times(Exact.ONE));
        assertEquals(a.times(b).plus(a.times(c)), a.times(b.plus(c)));
        Assume.that(!b.isZero());
        assertEquals(Exact.ONE, b.times(Exact.ONE.dividedBy(b)));
        assertEquals(a, a.dividedBy(b).times(b));
        assertEquals(a.times(c).dividedBy(b), a.dividedBy(b).times(c));
    }

    @Property
    void orderAgreesWithTheReference(@ForAll Exact a, @ForAll Exact b) {
        int order = Integer.signum(Ratio.of(a).compareTo(Ratio.of(b)));
        assertEquals(order, Integer.signum(a.compareTo(b)));
        assertEquals(-order, Integer.signum(b.compareTo(a)));
        assertEquals(order, a.minus(b).signum());
        assertEquals(order == 0, a.equals(b));
        assertEquals(order <= 0 ? a : b, a.min(b));
        assertEquals(order >= 0 ? a : b, a.max(b));
    }

    @Property
    void closeNumbersAreTold(@ForAll Exact a, @ForAll @IntRange(min = 0, max = 60) int places) {
        Exact near = a.plus(Exact.of(1, places));
        assertTrue(a.compareTo(near) < 0);
        assertTrue(near.compareTo(a) > 0);
        assertTrue(!a.equals(near));
    }

    @Property
    void aNumberHasOneFormHoweverItCameAbout(@ForAll Exact a, @ForAll Exact b) {
        assertSameNumber(a, a.plus(b).minus(b));
        assertSameNumber(a, Ratio.of(a).exact());
        assertSameNumber(a, Exact.of(a.toString()));
        if (!b.isZero()) {
            assertSameNumber(a, a.times(b).dividedBy(b));
        }
        if (a.isDecimal()) {
            assertSameNumber(a, Exact.of(a.decimal()));
        }
    }

    private static void assertSameNumber(Exact expected, Exact found) {
        assertEquals(expected, found);
        assertEquals(found, expected);
        assertEquals(expected.hashCode(), found.hashCode());
        assertEquals(expected.toString(), found.toString());
        assertEquals(expected.digits(), found.digits());
        assertSame(expected.getClass(), found.getClass());
        assertEquals(expected.toBigDecimal(), found.toBigDecimal());
        assertEquals(0, expected.compareTo(found));
    }

    @Property
    void theParts(@ForAll Exact a) {
        assertEquals(BigInteger.ONE, a.numerator().gcd(a.denominator()).max(BigInteger.ONE));
        assertEquals(1, a.denominator().signum());
        assertEquals(a.numerator().signum(), a.signum());
        assertEquals(a.signum() == 0, a.isZero());
        assertEquals(a.denominator().equals(BigInteger.ONE), a.isInteger());
        assertEquals(terminates(a.denominator()), a.isDecimal());
        assertEquals(Ratio.of(a).negate(), Ratio.of(a.negate()));
        assertEquals(Ratio.of(a).abs(), Ratio.of(a.abs()));
        assertEquals(a.isDecimal(), a.toBigDecimal().isPresent());
        a.toBigDecimal().ifPresent(decimal -> {
            assertEquals(a, Exact.of(decimal));
            assertTrue(decimal.scale() == 0
                    || decimal.scale() > 0 && decimal.stripTrailingZeros().scale() == decimal.scale());
            assertEquals(decimal.toPlainString(), a.toString());
            assertEquals(Math.max(decimal.precision(), decimal.scale()), a.digits());
        });
        if (a.fitsLong()) {
            assertTrue(a.scale() >= 0 && a.scale() <= 18);
            assertEquals(a, Exact.of(a.unscaledLong(), a.scale()));
        }
    }

    private static boolean terminates(BigInteger denominator) {
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    @Property
    void whatFitsALongIsKeptInOne(@ForAll long unscaled, @ForAll @IntRange(min = 0, max = 18) int scale) {
        Exact value = Exact.of(new BigDecimal(BigInteger.valueOf(unscaled), scale));
        assertEquals(unscaled != Long.MIN_VALUE || value.toString().length() < 20, value.fitsLong());
        assertEquals(value, Exact.of(unscaled, scale));
        assertEquals(value, Exact.of(BigInteger.valueOf(unscaled), BigInteger.TEN.pow(scale)));
    }

    @Property
    void integerPowersAreRepeatedProducts(@ForAll Exact a, @ForAll @IntRange(min = 0, max = 9) int exponent) {
        Exact product = Exact.ONE;
        for (int i = 0; i < exponent; i++) {
            product = product.times(a);
        }
        assertEquals(product, a.power(exponent));
        if (!a.isZero()) {
            assertEquals(Exact.ONE.dividedBy(product), a.power(-exponent));
        }
    }

    @Property
    void theNearestDoubleIsTheOneTheDecimalExpansionGives(@ForAll Exact a) {
        BigDecimal expansion = a.toBigDecimal()
                .orElseGet(() -> new BigDecimal(a.numerator())
                        .divide(new BigDecimal(a.denominator()), 900, java.math.RoundingMode.DOWN));
        assertEquals(Double.parseDouble(expansion.toString()), a.toDoubleLossy());
    }
}
