package kpi.number;

import static kpi.number.ExactTest.assertRefused;
import static kpi.number.ExactTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.number.NumberException.Kind;
import kpi.number.NumberText.Fault;
import kpi.number.NumberText.Number;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** At a limit a number is a number; one past it, it is refused. */
class NumberBudgetTest {
    private static final Exact LARGEST = Exact.of(BigInteger.TEN.pow(10_000).subtract(BigInteger.ONE));
    private static final Exact SMALLEST = Exact.of(1, 10_000);

    @Test
    void decimalsHaveTenThousandDigits() {
        assertEquals(10_000, LARGEST.digits());
        assertRefused(Kind.TOO_LARGE, () -> LARGEST.plus(Exact.ONE));
        assertRefused(Kind.TOO_LARGE, () -> LARGEST.negate().minus(Exact.ONE));
        assertRefused(Kind.TOO_LARGE, () -> LARGEST.times(Exact.TEN));
        assertRefused(Kind.TOO_LARGE, () -> LARGEST.plus(n("0.1")));
        assertEquals(Exact.ZERO, LARGEST.minus(LARGEST));
        assertEquals(10_000, Exact.of(1, -9_999).digits());
        assertEquals("1" + "0".repeat(9_999), Exact.of(1, -9_999).toString());
        assertRefused(Kind.TOO_LARGE, () -> Exact.of(1, -10_000));
    }

    @Test
    void decimalsHaveTenThousandPlaces() {
        assertEquals(10_000, SMALLEST.digits());
        assertEquals("0." + "0".repeat(9_999) + "1", SMALLEST.toString());
        assertEquals(SMALLEST, Exact.of(SMALLEST.toString()));
        assertEquals(n("-" + SMALLEST), SMALLEST.negate());
        assertRefused(Kind.TOO_LARGE, () -> SMALLEST.times(n("0.1")));
        assertRefused(Kind.TOO_LARGE, () -> SMALLEST.dividedBy(Exact.of(2)));
        assertRefused(Kind.TOO_LARGE, () -> SMALLEST.plus(Exact.ONE).plus(Exact.of(1, -9_999)));
        assertRefused(Kind.TOO_LARGE, () -> Exact.of(1, 10_001));
        assertEquals(SMALLEST, Exact.of(10, 10_001));
        assertEquals(SMALLEST, Exact.of(new BigDecimal(BigInteger.TEN.pow(9_000), 19_000)));
    }

    @Test
    void fractionsHaveAThousandDigitsOnEachSide() {
        BigInteger limit = BigInteger.TEN.pow(1_000);
        Exact largest = Exact.of(limit.subtract(BigInteger.ONE), BigInteger.valueOf(7));
        assertEquals(1_000, largest.digits());
        assertRefused(Kind.TOO_LARGE, () -> Exact.of(limit, BigInteger.valueOf(7)));
        assertRefused(Kind.TOO_LARGE, () -> Exact.of(limit.negate(), BigInteger.valueOf(7)));
        Exact smallest = Exact.of(BigInteger.ONE, limit.subtract(BigInteger.ONE));
        assertEquals(1_000, smallest.digits());
        assertRefused(Kind.TOO_LARGE, () -> Exact.of(BigInteger.ONE, limit.add(BigInteger.ONE)));
        assertRefused(Kind.TOO_LARGE, () -> largest.times(Exact.TEN));
        assertEquals(Exact.ONE, smallest.times(Exact.ONE.dividedBy(smallest)));
    }

    @Test
    void placesGoToTenThousand() {
        Exact third = n("1/3");
        assertEquals(n("0." + "3".repeat(10_000)), third.round(10_000, Rounding.HALF_UP));
        assertEquals(Exact.ZERO, Exact.ONE.round(-10_000, Rounding.HALF_UP));
        for (Exact value : List.of(Exact.ZERO, Exact.ONE, third, LARGEST)) {
            for (int places : new int[] {10_001, -10_001, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertRefused(Kind.TOO_LARGE, () -> value.round(places, Rounding.HALF_UP));
                assertRefused(Kind.TOO_LARGE, () -> value.dividedBy(Exact.of(7), places, Rounding.HALF_UP));
                assertRefused(Kind.TOO_LARGE, () -> value.toBigDecimal(places, java.math.RoundingMode.HALF_UP));
            }
        }
        assertRefused(Kind.TOO_LARGE, () -> Exact.ONE.round(-10_000, Rounding.UP));
        assertRefused(Kind.TOO_LARGE, () -> third.roundToDigits(Integer.MAX_VALUE, Rounding.HALF_UP));
        assertEquals(Exact.ONE, Exact.ONE.roundToDigits(Integer.MAX_VALUE, Rounding.HALF_UP));
    }

    @Test
    void whatIsNoStepOrNoDigitIsOutsideTheDomain() {
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Exact.ONE.roundToStep(Exact.ZERO, Rounding.HALF_UP));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Exact.ONE.roundToStep(n("-0.5"), Rounding.HALF_UP));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> n("1/3").roundToStep(n("-1/3"), Rounding.HALF_UP));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Exact.ONE.roundToDigits(0, Rounding.HALF_UP));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> n("1/3").roundToDigits(-1, Rounding.HALF_UP));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 33219, 10000",
        "-2, 33219, 10000",
        "10, 9999, 10000",
        "0.1, 10000, 10000",
        "0.1, -9999, 10000",
        "1/3, 2095, 1000"
    })
    void powersGoToTheLimit(String base, int exponent, int digits) {
        assertEquals(digits, n(base).power(exponent).digits());
        assertRefused(Kind.TOO_LARGE, () -> n(base).power(exponent + Integer.signum(exponent)));
    }

    @Test
    void textIsCountedBeforeItIsRead() {
        assertRefused(Kind.TOO_LARGE, () -> Exact.of("1".repeat(10_004)));
        assertRefused(Kind.TOO_LARGE, () -> Exact.of("1".repeat(10_001)));
        assertEquals(LARGEST, Exact.of("9".repeat(10_000)));
        assertInstanceOf(Number.class, printed("9".repeat(1_000)));
        Fault digits = assertInstanceOf(Fault.class, printed("9".repeat(1_001)));
        assertEquals(new Fault(Fault.Kind.TOO_MANY_DIGITS, 1_000, "1000"), digits);
        assertInstanceOf(Fault.class, printed("0." + "3".repeat(1_000)));
        assertInstanceOf(Number.class, printed("1e6144"));
        assertInstanceOf(Number.class, printed("9".repeat(1_000) + "e6144"));
        assertInstanceOf(Number.class, printed("0." + "9".repeat(999) + "e-6144"));
        Fault exponent = assertInstanceOf(Fault.class, printed("12e6145"));
        assertEquals(new Fault(Fault.Kind.EXPONENT_TOO_LARGE, 2, "6144"), exponent);
    }

    @Test
    void aWiderBudgetForTextDoesNotWidenNumbers() {
        NumberBudget wide = new NumberBudget(20_000, 20_000, 20_000, 20_000);
        assertEquals(new Fault(Fault.Kind.TOO_MANY_DIGITS, 0, "20000"), NumberText.read("1e15000", 0, wide));
        assertInstanceOf(Number.class, NumberText.read("1e9999", 0, wide));
        NumberBudget narrow = new NumberBudget(3, 0, 1, 1);
        assertInstanceOf(Number.class, NumberText.read("123", 0, narrow));
        assertInstanceOf(Fault.class, NumberText.read("1234", 0, narrow));
        assertInstanceOf(Number.class, NumberText.read("1e0", 0, narrow));
        assertInstanceOf(Fault.class, NumberText.read("1e1", 0, narrow));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "1, -1, 1, 1", "1, 0, 0, 1", "1, 0, 1, 0"})
    void aBudgetLeavesRoomForADigit(int literalDigits, int literalExponent, int decimalDigits, int fractionDigits) {
        assertThrows(
                KpiUsageException.class,
                () -> new NumberBudget(literalDigits, literalExponent, decimalDigits, fractionDigits));
    }

    private static NumberText.Reading printed(String text) {
        return NumberText.read(text, 0, NumberBudget.standard());
    }

    static Stream<Executable> hopeless() {
        Exact e6144 = Exact.of(1, -6144);
        return Stream.of(
                () -> n("9").power(387_420_489),
                () -> n("1.0000001").power(1_000_000_000),
                () -> n("0.9999999").power(Integer.MIN_VALUE),
                () -> n("2/3").power(Integer.MAX_VALUE),
                () -> e6144.times(e6144),
                () -> Exact.ONE.dividedBy(e6144).dividedBy(e6144),
                () -> LARGEST.times(LARGEST),
                () -> LARGEST.dividedBy(LARGEST.minus(Exact.ONE)),
                () -> LARGEST.plus(n("1/3")),
                () -> Exact.of(new BigDecimal("1e999999999")),
                () -> Exact.of(new BigDecimal("1e-999999999")),
                () -> Exact.of(new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE)),
                () -> Exact.of(1, Integer.MAX_VALUE),
                () -> Exact.of(1, Integer.MIN_VALUE),
                () -> Exact.of(BigInteger.ONE.shiftLeft(100_000_000)),
                () -> Exact.of(BigInteger.ONE.shiftLeft(100_000_000), BigInteger.valueOf(3)),
                () -> Exact.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(100_000_000)),
                () -> Exact.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(40_000)),
                () -> e6144.toDoubleLossy());
    }

    /** What is built first and refused then would take minutes, or all memory. */
    @ParameterizedTest
    @MethodSource("hopeless")
    void theHopelessIsRefusedAtOnce(Executable call) {
        assertRefused(Kind.TOO_LARGE, call);
    }
}
