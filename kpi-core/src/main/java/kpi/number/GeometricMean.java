package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kpi.diagnostic.StopSignal;

/**
 * The root of a product whose degree is the number of its factors, to any number of digits.
 *
 * <p>The product itself may have millions of digits, so it is only formed where it is short. Otherwise its leading digits and
 * its exponent are kept apart, and one logarithm is taken at the end: an error of the product shrinks by the degree.
 */
final class GeometricMean {
    /** Beyond it the scaled product that an integer root is taken of becomes too long to be the fast way. */
    private static final int LARGEST_DEGREE = 300;

    private static final long LONGEST_PRODUCT = 2L * NumberBudget.DECIMAL_DIGITS;

    /** Digits beyond the wanted ones: rounding errors of 20 units a factor, and the few of logarithm and power. */
    private static final int GUARD_DIGITS = 4;

    /** A quotient, a power and a product of so many digits cost as much as so many comparisons. */
    private static final int STEPS_OF_A_FACTOR = 8;

    /** Each factor and how often it occurs, divided by what these numbers have in common. */
    private final Map<Exact, Integer> factors;

    private final int degree;
    private final StopSignal stop;

    private GeometricMean(Map<Exact, Integer> factors, int degree, StopSignal stop) {
        this.factors = factors;
        this.degree = degree;
        this.stop = stop;
    }

    /** The mean rounded half-even; of at least one number, none of them negative. */
    static Exact of(List<Exact> numbers, int digits, StopSignal stop) {
        if (numbers.isEmpty()) {
            throw NumberException.outsideDomain("the mean of no numbers");
        }
        Map<Exact, Integer> counts = new TreeMap<>();
        for (Exact number : numbers) {
            stop.step();
            if (number.signum() < 0) {
                throw NumberException.outsideDomain("the geometric mean of a negative number");
            }
            counts.merge(number, 1, Integer::sum);
        }
        if (counts.containsKey(Exact.ZERO)) {
            return Exact.ZERO;
        }
        int common = 0;
        for (int count : counts.values()) {
            stop.step();
            common = gcd(common, count);
        }
        int divisor = common;
        counts.replaceAll((number, count) -> {
            stop.step();
            return count / divisor;
        });
        return new GeometricMean(counts, numbers.size() / divisor, stop).rounded(digits);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private Exact rounded(int digits) {
        if (degree == 1) {
            return factors.keySet().iterator().next().roundToDigits(digits, Rounding.HALF_EVEN);
        }
        if (degree <= LARGEST_DEGREE && productDigits() < LONGEST_PRODUCT) {
            BigInteger above = BigInteger.ONE;
            BigInteger below = BigInteger.ONE;
            for (Map.Entry<Exact, Integer> factor : factors.entrySet()) {
                above = above.multiply(factor.getKey().numerator().pow(factor.getValue()));
                below = below.multiply(factor.getKey().denominator().pow(factor.getValue()));
            }
            return Approximations.integerRoot(above, below, 1, degree, digits);
        }
        return CorrectRounding.round(digits, this::approximated);
    }

    /** At least the digits of the numerator, and of the denominator, of the product. */
    private long productDigits() {
        long bits = 0;
        for (Map.Entry<Exact, Integer> factor : factors.entrySet()) {
            int longer = Math.max(
                    factor.getKey().numerator().bitLength(),
                    factor.getKey().denominator().bitLength());
            bits += (long) longer * factor.getValue();
        }
        return bits * 3 / 10;
    }

    /** With a relative error below 10^-precision. */
    private BigDecimal approximated(int precision) {
        MathContext context = new MathContext(precision + GUARD_DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal product = BigDecimal.ONE;
        long exponent = 0;
        for (Map.Entry<Exact, Integer> factor : factors.entrySet()) {
            stop.steps(STEPS_OF_A_FACTOR);
            BigDecimal number = new BigDecimal(factor.getKey().rawNumerator())
                    .divide(new BigDecimal(factor.getKey().rawDenominator()), context);
            int times = factor.getValue();
            exponent += (long) exponent(number) * times;
            BigDecimal power = mantissa(number).pow(times, context);
            exponent += exponent(power);
            product = product.multiply(mantissa(power), context);
            exponent += exponent(product);
            product = mantissa(product);
        }
        long whole = Math.floorDiv(exponent, degree);
        long rest = Math.floorMod(exponent, degree);
        BigDecimal logarithm = Logarithm.lnTen(precision + GUARD_DIGITS)
                .multiply(BigDecimal.valueOf(rest))
                .add(ln(product, precision));
        BigDecimal mean = Exponential.exp(logarithm.divide(BigDecimal.valueOf(degree), context), precision + 1);
        return mean.scaleByPowerOfTen((int) whole);
    }

    private static BigDecimal ln(BigDecimal mantissa, int precision) {
        return mantissa.compareTo(BigDecimal.ONE) == 0
                ? BigDecimal.ZERO
                : Logarithm.ln(Exact.of(mantissa), precision + GUARD_DIGITS);
    }

    /** The number is its mantissa, from 1 to below 10, times 10 to the power of this. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static BigDecimal mantissa(BigDecimal number) {
        return new BigDecimal(number.unscaledValue(), number.precision() - 1);
    }
}
