package kpi.number;

import static kpi.number.ExactTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The normal distribution and the log-normal curve against values of another program (mpmath, to 60 digits) and against the
 * alternating series computed here, which shares nothing with the library: another series, another way to π, another logarithm,
 * and the ninth decile found by Newton's method instead of written down.
 */
class DistributionReferenceTest {
    private static final MathContext DIGITS = new MathContext(160);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ROOT_OF_TWO_PI = pi().multiply(TWO).sqrt(DIGITS);
    private static final BigDecimal NINTH_DECILE = ninthDecile();

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.6914624612740131036377046106083377",
        "3, 0.9986501019683699054733481852324050",
        "-3, 0.001349898031630094526651814767594977",
        "-0.0001, 0.4999601057720263471121731752703483",
        "6, 0.9999999990134123549623018592991359",
        "8.5, 0.9999999999999999905204651777966816",
        "-10, 7.619853024160526065973343251599308e-24",
        "-37.5, 4.605353009581954843827969097610896e-308",
        "-60, 1.237573028643398497398877328747999e-784",
    })
    void theNormalDistributionOfAnotherProgram(String argument, String value) {
        assertEquals(Exact.of(new BigDecimal(value)), Approximations.normal(n(argument)));
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 4000, 2000, 0.7025995858945453167843524957714333",
        "2500, 4000, 2500.5, 0.9000957034163150902576996266561906",
        "1, 600, 200, 0.9999999999999574347934825107687148",
        "600.5, 600, 200, 0.4996123502652634852312386984411991",
        "1000, 600, 200, 0.2756251776630833569899415983149359",
        "12345, 4000, 2336, 0.003624182772292979333217580209458243",
        "0.1, 0.25, 0.1001, 0.9002453822745000417492858087765534",
        "9, 0.25, 0.1, 2.693128614127265847502319008748876e-7",
    })
    void theLogNormalCurveOfAnotherProgram(String x, String median, String tenth, String value) {
        assertEquals(Exact.of(new BigDecimal(value)), Approximations.logNormal(n(x), n(median), n(tenth)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9.75", "-4.4", "-1.2", "-0.0625", "0.00001", "0.3", "1", "2.25", "5.5", "9"})
    void theNormalDistributionByTheAlternatingSeries(String argument) {
        assertEquals(rounded(below(new BigDecimal(argument))), Approximations.normal(n(argument)));
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 4000, 2000",
        "2999.99, 4000, 3000",
        "5800, 4000, 2336",
        "0.25, 0.2, 0.125",
        "700, 600, 200",
        "16, 8, 4",
        "1, 1000, 10",
        "65536, 256, 64",
    })
    void theLogNormalCurveByTheAlternatingSeries(String x, String median, String tenth) {
        BigDecimal fromMedian = ln(new BigDecimal(median).divide(new BigDecimal(x), DIGITS));
        BigDecimal toTenth = ln(new BigDecimal(median).divide(new BigDecimal(tenth), DIGITS));
        BigDecimal deviation = NINTH_DECILE.multiply(fromMedian).divide(toTenth, DIGITS);
        assertEquals(rounded(below(deviation)), Approximations.logNormal(n(x), n(median), n(tenth)));
    }

    private static Exact rounded(BigDecimal value) {
        return Exact.of(value.round(new MathContext(Approximations.DIGITS, java.math.RoundingMode.HALF_EVEN)));
    }

    /** {@code 1/2 + (z − z³/(2·3) + z⁵/(2²·2!·5) − …) / √(2π)}. */
    private static BigDecimal below(BigDecimal z) {
        BigDecimal square = z.multiply(z, DIGITS).negate();
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int n = 1; n < 600; n++) {
            power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(2L * n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return HALF.add(sum.divide(ROOT_OF_TWO_PI, DIGITS), DIGITS);
    }

    /** {@code 2·(t + t³/3 + t⁵/5 + …)} with t = (x − 1)/(x + 1), of a root so near 1 that the series is short. */
    private static BigDecimal ln(BigDecimal x) {
        BigDecimal root = x;
        for (int i = 0; i < 8; i++) {
            root = root.sqrt(DIGITS);
        }
        BigDecimal t = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = t.multiply(t, DIGITS);
        BigDecimal power = t;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; n < 200; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
            power = power.multiply(square, DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(512), DIGITS);
    }

    /** By the arithmetic-geometric mean; every round doubles the digits. */
    private static BigDecimal pi() {
        BigDecimal a = BigDecimal.ONE;
        BigDecimal b = HALF.sqrt(DIGITS);
        BigDecimal rest = new BigDecimal("0.25");
        BigDecimal weight = BigDecimal.ONE;
        for (int i = 0; i < 9; i++) {
            BigDecimal mean = a.add(b).divide(TWO, DIGITS);
            b = a.multiply(b, DIGITS).sqrt(DIGITS);
            rest = rest.subtract(weight.multiply(a.subtract(mean).pow(2, DIGITS), DIGITS), DIGITS);
            a = mean;
            weight = weight.multiply(TWO);
        }
        return a.add(b).pow(2, DIGITS).divide(rest.multiply(BigDecimal.valueOf(4)), DIGITS);
    }

    /** The density is taken by a difference, so no exponential is needed. */
    private static BigDecimal ninthDecile() {
        BigDecimal aim = new BigDecimal("0.9");
        BigDecimal before = new BigDecimal("1.2");
        BigDecimal z = new BigDecimal("1.3");
        BigDecimal enough = BigDecimal.ONE.movePointLeft(120);
        while (z.subtract(before).abs().compareTo(enough) > 0) {
            BigDecimal slope = below(z).subtract(below(before)).divide(z.subtract(before), DIGITS);
            before = z;
            z = z.subtract(below(z).subtract(aim).divide(slope, DIGITS), DIGITS);
        }
        return z;
    }
}
