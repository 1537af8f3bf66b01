package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import kpi.diagnostic.StopSignal;
import kpi.number.NumberException.Kind;

/**
 * The functions whose values are not rational: each answers the true result for the exact argument, rounded half-even to {@link
 * #DIGITS} significant digits. So {@code sqrt(4)} is 2, {@code power(8, 1/3)} is 2, and {@code sqrt(2)} times itself is not 2.
 *
 * <p>Where there is no real value they refuse with {@link Kind#OUTSIDE_DOMAIN}, where the value passes {@link
 * NumberBudget#standard()} with {@link Kind#TOO_LARGE}, before it is computed.
 */
public final class Approximations {
    public static final int DIGITS = 34;

    /** Above 10,001 × ln 10: e to that power has too many digits, of either sign. */
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(23_100);

    /** Beyond it the power that an integer root is taken of becomes too long to be the fast way. */
    private static final int LARGEST_INTEGER_DEGREE = 300;

    private static final int LONGEST_EXACT_POWER = 2 * NumberBudget.DECIMAL_DIGITS;

    private Approximations() {}

    /** The natural logarithm; of a positive number. */
    public static Exact ln(Exact value) {
        return ln(value, DIGITS);
    }

    /** The logarithm to base 10; of a positive number. Exact for powers of ten. */
    public static Exact log10(Exact value) {
        return log10(value, DIGITS);
    }

    /** e to the power of {@code exponent}. */
    public static Exact exp(Exact exponent) {
        return exp(exponent, DIGITS);
    }

    /** The square root; of a number that is not negative. */
    public static Exact sqrt(Exact value) {
        return root(value, 2, DIGITS);
    }

    /** The real root of a positive degree; a negative number has one of odd degree: the third root of -8 is -2. */
    public static Exact root(Exact value, int degree) {
        return root(value, degree, DIGITS);
    }

    /**
     * The power. An integer exponent gives the exact power, of however many digits the budget allows; 0 to the power of 0 is 1. Any
     * other exponent p/q gives the rounded power of a base that is not negative.
     */
    public static Exact power(Exact base, Exact exponent) {
        return exponent.isInteger()
                ? integerPower(base, exponent.numerator())
                : fractionalPower(base, exponent, DIGITS);
    }

    /**
     * How much of the standard normal distribution lies below a number. Below −60 it is refused as too large: a number with
     * more than 700 zeros behind the point.
     */
    public static Exact normal(Exact value) {
        if (value.isZero()) {
            return Exact.of(5, 1);
        }
        if (value.compareTo(NormalDistribution.FARTHEST.negate()) < 0) {
            throw NumberException.tooLarge("a share of a distribution that is too close to nothing");
        }
        return CorrectRounding.round(DIGITS, w -> NormalDistribution.below(decimal(value, 2 * w), w));
    }

    /**
     * The share of a log-normal distribution that lies above a number, by its median (a half lies above) and its tenth percentile
     * (nine tenths lie above). At 0 it is 1; a number below 0, and points that do not rise from above 0, are refused.
     */
    public static Exact logNormal(Exact value, Exact median, Exact tenth) {
        if (value.signum() < 0 || tenth.signum() <= 0 || tenth.compareTo(median) >= 0) {
            throw NumberException.outsideDomain("no log-normal curve through these points");
        }
        if (value.isZero()) {
            return Exact.ONE;
        }
        if (value.equals(median)) {
            return Exact.of(5, 1);
        }
        if (value.equals(tenth)) {
            return Exact.of(9, 1);
        }
        BigDecimal rough = deviation(value, median, tenth, DIGITS);
        if (rough.compareTo(NormalDistribution.FARTHEST.negate().decimal()) < 0) {
            throw NumberException.tooLarge("a share of a distribution that is too close to nothing");
        }
        return CorrectRounding.round(DIGITS, w -> NormalDistribution.below(deviation(value, median, tenth, w + 6), w));
    }

    /** How many standard deviations a number lies below the median. */
    private static BigDecimal deviation(Exact value, Exact median, Exact tenth, int precision) {
        BigDecimal distance = Logarithm.ln(median.dividedBy(value), precision + 2);
        BigDecimal scale = Logarithm.ln(median.dividedBy(tenth), precision + 2);
        MathContext context = context(precision + 4);
        return NormalDistribution.nineTenths(precision)
                .multiply(distance, context)
                .divide(scale, context);
    }

    /**
     * The root of the product of n numbers whose degree is n; none of them may be negative. The product is never too large: it is
     * not formed where it is long.
     */
    public static Exact geometricMean(List<Exact> numbers) {
        return geometricMean(numbers, StopSignal.never());
    }

    /** The same of many numbers; the host is asked while they are multiplied. */
    public static Exact geometricMean(List<Exact> numbers, StopSignal stop) {
        return GeometricMean.of(numbers, DIGITS, stop);
    }

    static Exact ln(Exact value, int digits) {
        refuseUnlessPositive(value);
        return value.equals(Exact.ONE) ? Exact.ZERO : CorrectRounding.round(digits, w -> Logarithm.ln(value, w));
    }

    static Exact log10(Exact value, int digits) {
        refuseUnlessPositive(value);
        if (value.isDecimal()) {
            BigDecimal decimal = value.decimal().stripTrailingZeros();
            if (decimal.unscaledValue().equals(BigInteger.ONE)) {
                return Exact.of(-decimal.scale()).roundToDigits(digits, Rounding.HALF_EVEN);
            }
        }
        return CorrectRounding.round(
                digits, w -> Logarithm.ln(value, w + 1).divide(Logarithm.lnTen(w + 1), context(w + 2)));
    }

    static Exact exp(Exact exponent, int digits) {
        if (exponent.isZero()) {
            return Exact.ONE;
        }
        if (exponent.abs().compareTo(Exact.of(LARGEST_EXPONENT)) > 0) {
            throw tooLarge();
        }
        return CorrectRounding.round(digits, w -> Exponential.exp(decimal(exponent, w), w));
    }

    static Exact root(Exact value, int degree, int digits) {
        if (degree < 1) {
            throw NumberException.outsideDomain("a root of degree " + degree);
        }
        if (value.signum() >= 0) {
            return value.isZero() ? value : positivePower(value, BigInteger.ONE, BigInteger.valueOf(degree), digits);
        }
        if (degree % 2 == 0) {
            throw NumberException.outsideDomain("an even root of a negative number");
        }
        return root(value.negate(), degree, digits).negate();
    }

    /** Any power, rounded to {@code digits}. */
    static Exact power(Exact base, Exact exponent, int digits) {
        if (base.signum() < 0 && exponent.isInteger()) {
            Exact power = fractionalPower(base.negate(), exponent, digits);
            return exponent.numerator().testBit(0) ? power.negate() : power;
        }
        return exponent.isZero() ? Exact.ONE : fractionalPower(base, exponent, digits);
    }

    private static Exact integerPower(Exact base, BigInteger exponent) {
        if (exponent.bitLength() < Long.SIZE) {
            return Powers.power(base, exponent.longValue());
        }
        // Whatever is not 0, 1 or -1 has too long a power; these three only know whether the exponent is zero, and its
        // parity.
        BigInteger same = BigInteger.valueOf(exponent.signum() * (exponent.testBit(0) ? 1L : 2L));
        if (base.abs().compareTo(Exact.ONE) == 0 || base.isZero()) {
            return Powers.power(base, same.longValue());
        }
        throw tooLarge();
    }

    private static Exact fractionalPower(Exact base, Exact exponent, int digits) {
        if (base.signum() < 0) {
            throw NumberException.outsideDomain("a fractional power of a negative number");
        }
        if (base.isZero()) {
            if (exponent.signum() < 0) {
                throw NumberException.divisionByZero();
            }
            return base;
        }
        return positivePower(base, exponent.numerator(), exponent.denominator(), digits);
    }

    /** base^(p/q) of a positive base, with p/q in lowest terms and not zero, q positive. */
    private static Exact positivePower(Exact base, BigInteger p, BigInteger q, int digits) {
        if (base.equals(Exact.ONE)) {
            return base;
        }
        int length = Math.max(base.numerator().bitLength(), base.denominator().bitLength());
        if (q.bitLength() < Integer.SIZE && fitsExactly(length, p)) {
            int degree = q.intValue();
            if (degree <= LARGEST_INTEGER_DEGREE) {
                return integerRoot(base.numerator(), base.denominator(), p.intValue(), degree, digits);
            }
        }
        // A rational result, the only one that could be a tie, needs a base that is a power of degree q.
        if (q.compareTo(BigInteger.valueOf(length)) <= 0) {
            BigInteger n = IntegerRoot.exact(base.numerator(), q.intValue());
            BigInteger d = IntegerRoot.exact(base.denominator(), q.intValue());
            int rootLength = Math.max(n.bitLength(), d.bitLength());
            if (n.signum() > 0 && d.signum() > 0 && fitsExactly(rootLength, p)) {
                return integerRoot(n, d, p.intValue(), 1, digits);
            }
        }
        if (exponent(base, p, q, digits).abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw tooLarge();
        }
        return CorrectRounding.round(digits, w -> Exponential.exp(exponent(base, p, q, w + 6), w + 1));
    }

    /** Whether a number of so many bits has a power of p of a length that is no trouble. */
    private static boolean fitsExactly(int bits, BigInteger p) {
        return p.bitLength() < Integer.SIZE && (long) bits * Math.abs(p.longValue()) * 3 / 10 < LONGEST_EXACT_POWER;
    }

    /** (n/d)^(p/degree), from the integer root of a power scaled so far that the digits behind the wanted ones are zeros or not. */
    static Exact integerRoot(BigInteger n, BigInteger d, int p, int degree, int digits) {
        BigInteger above = (p > 0 ? n : d).pow(Math.abs(p));
        BigInteger below = (p > 0 ? d : n).pow(Math.abs(p));
        int first = Math.floorDiv(SignificantDigits.exponent(above, below), degree);
        int scale = digits + 1 - first;
        BigInteger shift = BigInteger.TEN.pow(Math.abs(scale) * degree);
        BigInteger[] parts = scale >= 0
                ? above.multiply(shift).divideAndRemainder(below)
                : above.divideAndRemainder(below.multiply(shift));
        BigInteger root = IntegerRoot.floor(parts[0], degree);
        boolean exact = parts[1].signum() == 0 && root.pow(degree).equals(parts[0]);
        // One more digit says whether anything follows, which is all that rounding asks.
        BigInteger sticky = root.multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
        return WideDecimal.smallest(new BigDecimal(sticky, scale + 1).round(context(digits)));
    }

    /** ln(base) × p/q, with a relative error below 10^-precision. */
    private static BigDecimal exponent(Exact base, BigInteger p, BigInteger q, int precision) {
        MathContext context = context(precision + 4);
        return Logarithm.ln(base, precision + 2)
                .multiply(new BigDecimal(p), context)
                .divide(new BigDecimal(q), context);
    }

    private static BigDecimal decimal(Exact value, int places) {
        return new BigDecimal(value.rawNumerator())
                .divide(new BigDecimal(value.rawDenominator()), places + 20, RoundingMode.HALF_EVEN);
    }

    private static MathContext context(int digits) {
        return new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    private static void refuseUnlessPositive(Exact value) {
        if (value.signum() <= 0) {
            throw NumberException.outsideDomain("the logarithm of a number that is not positive");
        }
    }

    private static NumberException tooLarge() {
        return NumberException.tooLarge("a power of too many digits");
    }
}
