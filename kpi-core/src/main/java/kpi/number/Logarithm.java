package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The natural logarithm to any precision, in binary fixed point.
 *
 * <p>Not big-math's: that keeps ln 2, ln 3 and ln 10 from the first time they are asked for, and answers a later call for more
 * digits with digits that are not right, so its values depend on what the process computed before.
 */
final class Logarithm {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    /** What rounding errors of a few dozen operations, and the fourfold of two square roots, cannot reach. */
    private static final int GUARD_BITS = 40;

    /** Enough for every logarithm that is not next to a tie. */
    private static final int USUAL_BITS = 256;

    private static final int USUAL_DIGITS = 60;

    private static final BigInteger USUAL_LN_TWO = seriesOfLnTwo(USUAL_BITS);
    private static final BigDecimal USUAL_LN_TEN = ln(Exact.TEN, USUAL_DIGITS);

    private Logarithm() {}

    /** The logarithm of a positive number other than 1, with a relative error below 10^-precision. */
    static BigDecimal ln(Exact value, int precision) {
        BigInteger n = value.numerator();
        BigInteger d = value.denominator();
        int bits = bits(precision);
        BigInteger difference = n.subtract(d);
        if (difference.abs().multiply(THOUSAND).compareTo(d) < 0) {
            return nearOne(difference, n.add(d), bits, precision);
        }
        // value = mantissa × 2^exponent with a mantissa between 3/4 and 3/2, so that the two terms of the sum cannot
        // cancel.
        int exponent = n.bitLength() - d.bitLength();
        BigInteger mantissa = shifted(n, bits - exponent).divide(shifted(d, exponent - bits));
        BigInteger quarter = BigInteger.ONE.shiftLeft(bits - 2);
        if (mantissa.compareTo(quarter.multiply(BigInteger.valueOf(3))) < 0) {
            exponent--;
            mantissa = mantissa.shiftLeft(1);
        } else if (mantissa.compareTo(quarter.multiply(BigInteger.valueOf(6))) > 0) {
            exponent++;
            mantissa = mantissa.shiftRight(1);
        }
        BigInteger sum = ofMantissa(mantissa, bits).add(lnTwo(bits).multiply(BigInteger.valueOf(exponent)));
        return decimal(sum, bits, precision);
    }

    /** The logarithm of 10, with that relative error. */
    static BigDecimal lnTen(int precision) {
        return precision <= USUAL_DIGITS ? USUAL_LN_TEN : ln(Exact.TEN, precision);
    }

    /**
     * ln((1 + z)/(1 - z)) = 2z (1 + z²/3 + z⁴/5 + …) for a small z: near 1 the logarithm has as many significant digits as z, and
     * fixed point would lose them.
     */
    private static BigDecimal nearOne(BigInteger dividend, BigInteger divisor, int bits, int precision) {
        MathContext context = new MathContext(precision + 5, RoundingMode.HALF_EVEN);
        BigDecimal z = new BigDecimal(dividend).divide(new BigDecimal(divisor), context);
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        BigInteger fixed = shifted(dividend, bits).divide(divisor);
        BigInteger series = series(one, fixed.multiply(fixed).shiftRight(bits), bits);
        return z.multiply(decimal(series, bits, precision + 5), context).multiply(BigDecimal.valueOf(2), context);
    }

    /** Four times the logarithm of the fourth root, which is so near 1 that the series is short. */
    private static BigInteger ofMantissa(BigInteger mantissa, int bits) {
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        BigInteger root = mantissa.shiftLeft(bits).sqrt().shiftLeft(bits).sqrt();
        BigInteger z = root.subtract(one).shiftLeft(bits).divide(root.add(one));
        return series(z, z.multiply(z).shiftRight(bits), bits).shiftLeft(3);
    }

    /** first × (1 + square/3 + square²/5 + …) until a term vanishes. */
    private static BigInteger series(BigInteger first, BigInteger square, int bits) {
        BigInteger power = first;
        BigInteger sum = first;
        for (long n = 3; ; n += 2) {
            power = power.multiply(square).shiftRight(bits);
            BigInteger term = power.divide(BigInteger.valueOf(n));
            if (term.signum() == 0) {
                return sum;
            }
            sum = sum.add(term);
        }
    }

    private static BigInteger lnTwo(int bits) {
        return bits <= USUAL_BITS ? USUAL_LN_TWO.shiftRight(USUAL_BITS - bits) : seriesOfLnTwo(bits);
    }

    /** 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749), with bits to spare for the exponent it will be multiplied by. */
    private static BigInteger seriesOfLnTwo(int bits) {
        int spare = 24;
        return artanhOfInverse(26, bits + spare)
                .multiply(BigInteger.valueOf(18))
                .subtract(artanhOfInverse(4801, bits + spare).shiftLeft(1))
                .add(artanhOfInverse(8749, bits + spare).shiftLeft(3))
                .shiftRight(spare);
    }

    private static BigInteger artanhOfInverse(long inverse, int bits) {
        BigInteger square = BigInteger.valueOf(inverse * inverse);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (long n = 3; power.signum() != 0; n += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    /** A digit takes less than 10/3 bits. The logarithm of what is not near 1 is at least 1/1001. */
    private static int bits(int precision) {
        return precision * 10 / 3 + GUARD_BITS;
    }

    private static BigInteger shifted(BigInteger value, int bits) {
        return bits > 0 ? value.shiftLeft(bits) : value;
    }

    /** value / 2^bits, with a few digits more than the precision. */
    private static BigDecimal decimal(BigInteger value, int bits, int precision) {
        int places = precision + 5;
        return new BigDecimal(value.multiply(BigInteger.TEN.pow(places)).shiftRight(bits), places);
    }
}
