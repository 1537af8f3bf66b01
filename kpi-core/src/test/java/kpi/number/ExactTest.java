package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {
    private static final String LONG_MAX = Long.toString(Long.MAX_VALUE);

    static Exact n(String canonical) {
        return Exact.of(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, 0.3",
        "1.5, -1.5, 0",
        "1/3, 2/3, 1",
        "1/3, 1/6, 0.5",
        "1/3, 0.25, 7/12",
        "9223372036854775807, 1, 9223372036854775808",
        "-9223372036854775807, -1, -9223372036854775808",
        "-9223372036854775808, 1, -9223372036854775807",
        "9223372036854775807, 0.000000000000000001, 9223372036854775807.000000000000000001",
        "0.000000000000000001, 9223372036854775807, 9223372036854775807.000000000000000001",
        "10000000000000000000000000000000000000001, -10000000000000000000000000000000000000000, 1",
        "4611686018427387904, 4611686018427387904, 9223372036854775808",
        "1/9223372036854775807, 1/9223372036854775806, "
                + "18446744073709551613/85070591730234615838173535747377725442",
    })
    void addsExactly(String a, String b, String sum) {
        assertEquals(n(sum), n(a).plus(n(b)));
        assertEquals(n(sum), n(b).plus(n(a)));
        assertEquals(n(a), n(sum).minus(n(b)));
        assertEquals(sum, n(a).plus(n(b)).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.1, 1.21",
        "1/3, 3, 1",
        "1/3, 0.3, 0.1",
        "2/3, -3/2, -1",
        "2/3, 5/7, 10/21",
        "9223372036854775807, 9223372036854775807, 85070591730234615847396907784232501249",
        "3037000500, 3037000500, 9223372037000250000",
        "-4611686018427387904, 2, -9223372036854775808",
        "0.000000001, 0.0000000001, 0.0000000000000000001",
        "0.0000000005, 0.0000000002, 0.0000000000000000001",
        "0.0000000000000000001, 10, 0.000000000000000001",
        "0, 1/3, 0",
    })
    void multipliesExactly(String a, String b, String product) {
        assertEquals(n(product), n(a).times(n(b)));
        assertEquals(n(product), n(b).times(n(a)));
        assertEquals(product, n(a).times(n(b)).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 1/3",
        "1, 8, 0.125",
        "746, 15, 746/15",
        "1, -3, -1/3",
        "0, -3, 0",
        "1.5, 0.5, 3",
        "1, 0.001, 1000",
        "0.001, 1, 0.001",
        "0.7, 0.07, 10",
        "1, 9223372036854775808, 0.000000000000000000108420217248550443400745280086994171142578125",
        "9223372036854775807, 0.000000000000000001, 9223372036854775807000000000000000000",
        "9223372036854775807, 0.000000000000000007, 1317624576693539401000000000000000000",
        "1/3, 1/3, 1",
        "1/3, 2, 1/6",
        "2, 1/3, 6",
        "1, 36893488147419103232, 0.000000000000000000027105054312137610850186320021748542785644531250",
    })
    void dividesExactly(String a, String b, String quotient) {
        assertEquals(n(quotient), n(a).dividedBy(n(b)));
        assertEquals(n(a), n(quotient).times(n(b)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-2.5", "1/3", "9223372036854775808"})
    void nothingIsDividedByZero(String dividend) {
        for (Exact zero : new Exact[] {Exact.ZERO, Exact.of(0, 5), n("1/3").minus(n("1/3"))}) {
            assertRefused(
                    NumberException.Kind.DIVISION_BY_ZERO, () -> n(dividend).dividedBy(zero));
            assertRefused(
                    NumberException.Kind.DIVISION_BY_ZERO, () -> n(dividend).remainder(zero));
            assertRefused(
                    NumberException.Kind.DIVISION_BY_ZERO, () -> n(dividend).integerQuotient(zero));
            assertRefused(
                    NumberException.Kind.DIVISION_BY_ZERO, () -> n(dividend).dividedBy(zero, 2, Rounding.HALF_UP));
        }
        assertRefused(NumberException.Kind.DIVISION_BY_ZERO, () -> Exact.of(BigInteger.ONE, BigInteger.ZERO));
    }

    @Test
    void theSeedsQuotientIsRoundedToTheTargetOnlyWhenRoundingIsWritten() {
        Exact quotient = Exact.of(746).dividedBy(Exact.of(15));
        assertTrue(quotient.compareTo(Exact.of(50)) < 0);
        assertEquals(n("49.73"), quotient.round(2, Rounding.HALF_UP));
        assertEquals(n("50"), quotient.round(0, Rounding.HALF_UP));
    }

    static Stream<Exact> oneAndAHalf() {
        return Stream.of(
                Exact.of(15, 1),
                Exact.of(1_500_000_000_000_000_000L, 18),
                Exact.of(new BigDecimal("1.5000000000000000000000000000000")),
                Exact.of(BigInteger.valueOf(9), BigInteger.valueOf(6)),
                n("1/3").times(n("4.5")));
    }

    @ParameterizedTest
    @MethodSource("oneAndAHalf")
    void equalityGoesByValue(Exact value) {
        assertEquals(n("3/2"), value);
        assertEquals(n("3/2").hashCode(), value.hashCode());
        assertEquals(0, value.compareTo(n("1.5")));
        assertEquals("1.5", value.toString());
        assertEquals(BigInteger.valueOf(3), value.numerator());
        assertEquals(BigInteger.TWO, value.denominator());
        assertEquals(Optional.of(new BigDecimal("1.5")), value.toBigDecimal());
        assertTrue(value.fitsLong());
        assertEquals(2, value.digits());
        assertTrue(value.isDecimal());
        assertFalse(value.isInteger());
    }

    @Test
    void unequalNumbersAreNotEqual() {
        assertNotEquals(n("1.5"), n("1.05"));
        assertNotEquals(n("1/3"), n("0.3333333333333333333333333333333333"));
        assertNotEquals(n("1/3"), n("2/3"));
        assertNotEquals(n("9223372036854775808"), n("9223372036854775809"));
        assertNotEquals(n("1/3"), n("1/7"));
        assertFalse(n("1").equals((Object) "1"));
    }

    @Test
    void theLeastLongIsANumberLikeAnyOther() {
        Exact least = Exact.of(Long.MIN_VALUE);
        assertEquals("-9223372036854775808", least.toString());
        assertEquals("9223372036854775808", least.negate().toString());
        assertEquals(least, least.negate().negate());
        assertFalse(least.fitsLong());
        assertEquals(n("-" + LONG_MAX), least.plus(Exact.ONE));
        assertTrue(least.plus(Exact.ONE).fitsLong());
        assertEquals("-9.223372036854775808", Exact.of(Long.MIN_VALUE, 18).toString());
        assertEquals("-92233720368547758080", Exact.of(Long.MIN_VALUE, -1).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, 5",
        "5, 1, 0.5",
        "5, -3, 5000",
        "0, 2147483647, 0",
        "0, -2147483648, 0",
        "-7, 18, -0.000000000000000007"
    })
    void readsAScaledLong(long unscaled, int scale, String expected) {
        assertEquals(expected, Exact.of(unscaled, scale).toString());
    }

    @Test
    void theUnscaledLongIsGivenOnlyWhereThereIsOne() {
        assertEquals(150, Exact.of(150, 2).unscaledLong());
        assertEquals(2, Exact.of(150, 2).scale());
        assertFalse(n("1/3").fitsLong());
        assertThrows(KpiUsageException.class, () -> n("1/3").unscaledLong());
        assertThrows(KpiUsageException.class, () -> n("1/3").scale());
        assertThrows(KpiUsageException.class, () -> n("9223372036854775808").unscaledLong());
        assertThrows(KpiUsageException.class, () -> n("9223372036854775808").scale());
    }

    @ParameterizedTest
    @CsvSource({
        "7, 3, 1",
        "-7, 3, -1",
        "7, -3, 1",
        "-7, -3, -1",
        "5.5, 2, 1.5",
        "1/3, 1/4, 1/12",
        "1, 1/3, 0",
        "10000000000000000000000, 7, 4",
        "1, 0.0000000000000000003, 0.0000000000000000001"
    })
    void theRemainderHasTheSignOfTheDividend(String a, String b, String remainder) {
        assertEquals(n(remainder), n(a).remainder(n(b)));
    }

    @Test
    void aDecimalOfPlacesCanBeAskedFor() {
        assertEquals(new BigDecimal("0.33"), n("1/3").toBigDecimal(2, RoundingMode.HALF_UP));
        assertEquals(new BigDecimal("1.500"), n("1.5").toBigDecimal(3, RoundingMode.UNNECESSARY));
        assertEquals(new BigDecimal("1.5"), Exact.of(1500, 3).toBigDecimal(1, RoundingMode.UNNECESSARY));
        assertEquals(Optional.empty(), n("1/3").toBigDecimal());
        assertThrows(KpiUsageException.class, () -> n("1.5").toBigDecimal(0, RoundingMode.UNNECESSARY));
        assertThrows(KpiUsageException.class, () -> n("1/3").toBigDecimal(5, RoundingMode.UNNECESSARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "+1", "1.", ".5", "1e3", "1/", "/3", "1/-3", "1,000", "１", "٣", "1 ", " 1", "0x10", "1.5/2",
                "--1"
            })
    void onlyTheCanonicalFormIsReadBack(String text) {
        assertThrows(KpiUsageException.class, () -> Exact.of(text));
    }

    static void assertRefused(NumberException.Kind kind, org.junit.jupiter.api.function.Executable call) {
        assertEquals(kind, assertThrows(NumberException.class, call).kind());
    }
}
