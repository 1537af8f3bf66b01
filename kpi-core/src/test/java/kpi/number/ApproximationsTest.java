package kpi.number;

import static kpi.number.ExactTest.assertRefused;
import static kpi.number.ExactTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;

import kpi.number.NumberException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are those of Python's decimal module, whose ln, exp and sqrt are correctly rounded, or follow from the argument. */
class ApproximationsTest {
    @ParameterizedTest
    @CsvSource({
        "2, 0.6931471805599453094172321214581766",
        "10, 2.302585092994045684017991454684364",
        "1, 0",
        "0.5, -0.6931471805599453094172321214581766",
        "1.000001, 0.0000009999995000003333330833335333331666668095",
    })
    void naturalLogarithms(String argument, String value) {
        assertEquals(n(value).roundToDigits(34, Rounding.HALF_EVEN), Approximations.ln(n(argument)));
    }

    @ParameterizedTest
    @CsvSource({"1000, 3", "1, 0", "0.001, -3", "2, 0.3010299956639811952137388947244930"})
    void decimalLogarithms(String argument, String value) {
        assertEquals(n(value), Approximations.log10(n(argument)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2.718281828459045235360287471352662", "-1, 0.3678794411714423215955237701614609"})
    void exponentials(String argument, String value) {
        assertEquals(n(value), Approximations.exp(n(argument)));
    }

    @Test
    void anExponentialNextToATieIsRoundedToItsTrueSide() {
        // e^x = 1 + x + x²/2 + …: above the tie 1 + 5·10^-34 by 1.25·10^-67, and below it once more than that is taken
        // away.
        Exact tie = Exact.of(5, 34);
        Exact above = Exact.ONE.plus(Exact.of(1, 33));
        assertEquals(above, Approximations.exp(tie));
        assertEquals(Exact.ONE, Approximations.exp(tie.minus(Exact.of(1251, 70))));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 400, 1200})
    void theHarderTheRoundingTheMoreDigitsAreComputed(int digits) {
        // The logarithm of a tie, a little too large or too small: e to its power is next to the tie.
        Exact tie = Exact.ONE.plus(Exact.of(5, 34));
        Exact hard = Exact.of(Logarithm.ln(tie, digits + 40));
        Exact above = Exact.ONE.plus(Exact.of(1, 33));
        assertEquals(above, Approximations.exp(hard.plus(Exact.of(1, digits))));
        assertEquals(Exact.ONE, Approximations.exp(hard.minus(Exact.of(1, digits))));
    }

    @Test
    void whatNoReasonableNumberOfDigitsDecidesIsRefused() {
        Exact tie = Exact.ONE.plus(Exact.of(5, 34));
        assertRefused(Kind.TOO_LARGE, () -> Approximations.exp(Exact.of(Logarithm.ln(tie, 1_700))));
        assertRefused(Kind.TOO_LARGE, () -> Approximations.ln(Exact.of(Exponential.exp(tie.decimal(), 1_700))));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 2, 2",
        "0.04, 2, 0.2",
        "2, 2, 1.414213562373095048801688724209698",
        "4/9, 2, 0.6666666666666666666666666666666667",
        "0, 5, 0",
        "-8, 3, -2",
        "27/64, 3, 0.75",
        "0.001728, 3, 0.12",
        "2, 1, 2",
        "2, 2147483647, 1.000000000322771808595667268407085",
    })
    void roots(String argument, int degree, String value) {
        assertEquals(n(value), Approximations.root(n(argument), degree));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1/3, 2",
        "8, -1/3, 0.5",
        "25, 24.5, 17763568394002504646778106689453120",
        "2, 0.3333333333333333333333333333333333, 1.259921049894873164767210607278228",
        "2, 0.5, 1.414213562373095048801688724209698",
        "2, 10, 1024",
        "1/3, -4, 81",
        "1/3, 4, 1/81",
        "0, 0, 1",
        "0, 0.5, 0",
        "0, 1000000000000000000000000000000, 0",
        "-1, 1000000000000000000000000000001, -1",
        "-1, -1000000000000000000000000000000, 1",
        "1, -9223372036854775808, 1",
        "-2, 3, -8",
        "-0.5, -3, -8",
    })
    void powers(String base, String exponent, String value) {
        assertEquals(n(value), Approximations.power(n(base), n(exponent)));
    }

    @Test
    void aRationalPowerOfAHugeBaseIsFoundToBeATie() {
        assertEquals(n("17763568394002504646778106689453120"), Approximations.power(n("5").power(1000), n("49/1000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-1/3"})
    void onlyPositiveNumbersHaveLogarithms(String argument) {
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.ln(n(argument)));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.log10(n(argument)));
    }

    @Test
    void whatHasNoRealValueIsRefused() {
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.sqrt(n("-1")));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.root(n("4"), 0));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.root(n("4"), -2));
        assertRefused(Kind.OUTSIDE_DOMAIN, () -> Approximations.power(n("-8"), n("1/3")));
        assertRefused(Kind.DIVISION_BY_ZERO, () -> Approximations.power(n("0"), n("-1")));
        assertRefused(Kind.DIVISION_BY_ZERO, () -> Approximations.power(n("0"), n("-0.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 387420489",
        "10, 10000000000",
        "1.0000001, 1000000000",
        "2, 1000000000000000000000000000000",
        "2, -9223372036854775808",
        "1/3, 10000",
        "1.5, 1000000000000000000000000000000.5",
        "0.1, 10001",
    })
    void powersOfTooManyDigitsAreRefused(String base, String exponent) {
        assertRefused(Kind.TOO_LARGE, () -> Approximations.power(n(base), n(exponent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1000000000", "23100.1", "-23100"})
    void exponentialsOfTooManyDigitsAreRefused(String argument) {
        assertRefused(Kind.TOO_LARGE, () -> Approximations.exp(n(argument)));
    }
}
