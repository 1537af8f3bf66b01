package kpi.number;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The natural logarithm and the exponential function to any precision. */
final class Logarithm {
    /** What is computed beyond what is needed; the last digits are not relied upon. */
    private static final int GUARD_DIGITS = 10;

    private static final MathContext ESTIMATE = new MathContext(16, RoundingMode.HALF_EVEN);

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    private Logarithm() {}

    /** The logarithm of a positive number other than 1, with a relative error below 10^-precision. */
    static BigDecimal ln(Exact value, int precision) {
        MathContext context = context(precision);
        BigInteger n = value.numerator();
        BigInteger d = value.denominator();
        BigInteger difference = n.subtract(d);
        if (difference.abs().multiply(THOUSAND).compareTo(d) < 0) {
            return nearOne(new BigDecimal(difference).divide(new BigDecimal(n.add(d)), context), context);
        }
        int exponent = SignificantDigits.exponent(n, d);
        BigDecimal mantissa =
                new BigDecimal(n).divide(new BigDecimal(d), context).movePointLeft(exponent);
        // Between 0.3 and 3, so that the two terms cannot cancel.
        if (mantissa.compareTo(BigDecimal.valueOf(3)) > 0) {
            mantissa = mantissa.movePointLeft(1);
            exponent++;
        }
        BigDecimal logarithm = lnOfMantissa(mantissa, context);
        return exponent == 0
                ? logarithm
                : logarithm.add(lnTen(precision).multiply(BigDecimal.valueOf(exponent)), context);
    }

    /**
     * The logarithm of a number not far from 1: an estimate, and the logarithm of what remains. big-math alone would not do: it
     * keeps ln 2, ln 3 and ln 10 from the first time they are asked for and later answers a higher precision with digits of them
     * that are not right.
     */
    private static BigDecimal lnOfMantissa(BigDecimal mantissa, MathContext context) {
        BigDecimal estimate = BigDecimalMath.log(mantissa.round(ESTIMATE), ESTIMATE);
        BigDecimal rest = mantissa.multiply(BigDecimalMath.exp(estimate.negate(), context), context);
        BigDecimal z = rest.subtract(BigDecimal.ONE).divide(rest.add(BigDecimal.ONE), context);
        return estimate.add(nearOne(z, context), context);
    }

    /** 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161). */
    static BigDecimal lnTen(int precision) {
        MathContext context = context(precision);
        return artanhOfInverse(31, context)
                .multiply(BigDecimal.valueOf(46))
                .add(artanhOfInverse(49, context).multiply(BigDecimal.valueOf(34)))
                .add(artanhOfInverse(161, context).multiply(BigDecimal.valueOf(20)), context);
    }

    /** e to the power of {@code value}, which is no larger than {@link Approximations} allows, with that relative error. */
    static BigDecimal exp(BigDecimal value, int precision) {
        // An absolute error of the argument is a relative error of the result.
        int places = Math.min(value.scale(), precision + GUARD_DIGITS);
        return BigDecimalMath.exp(value.setScale(places, RoundingMode.HALF_EVEN), context(precision));
    }

    /** 2 artanh(z), the logarithm of (1 + z)/(1 - z): near 1 a logarithm by any other way loses its leading digits. */
    private static BigDecimal nearOne(BigDecimal z, MathContext context) {
        return artanh(z, z.multiply(z, context), context).multiply(BigDecimal.valueOf(2), context);
    }

    private static BigDecimal artanhOfInverse(long inverse, MathContext context) {
        BigDecimal z = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), context);
        return artanh(z, z.multiply(z, context), context);
    }

    /** z + z³/3 + z⁵/5 + … of a small z, until a term no longer counts. */
    private static BigDecimal artanh(BigDecimal z, BigDecimal square, MathContext context) {
        BigDecimal power = z;
        BigDecimal sum = z;
        for (long n = 3; ; n += 2) {
            power = power.multiply(square, context);
            BigDecimal next = sum.add(power.divide(BigDecimal.valueOf(n), context), context);
            if (next.compareTo(sum) == 0) {
                return sum;
            }
            sum = next;
        }
    }

    private static MathContext context(int precision) {
        return new MathContext(precision + GUARD_DIGITS, RoundingMode.HALF_EVEN);
    }
}
