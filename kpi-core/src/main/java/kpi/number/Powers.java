package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact integer powers, refused before they are built if they are too large. */
final class Powers {
    /** Less than log10(2) = 0.30103 as parts of 100,000, so that an estimate never refuses what fits. */
    private static final long DIGITS_PER_BIT = 30_102;

    private Powers() {}

    static Exact power(Exact base, long exponent) {
        if (exponent == 0) {
            return Exact.ONE;
        }
        if (exponent < 0) {
            // The reciprocal first: its size tells whether the power fits. Negating the least long would overflow.
            Exact reciprocal = Exact.ONE.dividedBy(base);
            return exponent == Long.MIN_VALUE
                    ? power(reciprocal.times(reciprocal), 1L << 62)
                    : power(reciprocal, -exponent);
        }
        if (base.isDecimal()) {
            return decimal(base.decimal().stripTrailingZeros(), exponent);
        }
        int digits = NumberBudget.FRACTION_DIGITS;
        int safe = exponent(base.numerator(), exponent, digits);
        exponent(base.denominator(), exponent, digits);
        return Fraction.reduced(base.numerator().pow(safe), base.denominator().pow(safe));
    }

    private static Exact decimal(BigDecimal base, long exponent) {
        BigInteger unscaled = base.unscaledValue();
        if (unscaled.signum() == 0) {
            return Exact.ZERO;
        }
        // A stripped unscaled value has no factor of ten, so no power of it has: the places cannot cancel.
        boolean one = unscaled.abs().equals(BigInteger.ONE);
        if (base.scale() != 0 && exponent > NumberBudget.DECIMAL_DIGITS / Math.abs((long) base.scale())) {
            throw tooLarge();
        }
        if (one) {
            BigInteger sign = unscaled.signum() < 0 && (exponent & 1) != 0 ? unscaled : BigInteger.ONE;
            return WideDecimal.smallest(sign, (int) (base.scale() * exponent));
        }
        int safe = exponent(unscaled, exponent, NumberBudget.DECIMAL_DIGITS);
        return WideDecimal.smallest(unscaled.pow(safe), base.scale() * safe);
    }

    /** The exponent as an int, once it is clear that the power of {@code base} is not hopelessly long. */
    private static int exponent(BigInteger base, long exponent, int digits) {
        long bits = base.abs().bitLength() - 1L;
        if (bits > 0 && exponent > digits * 100_000L / DIGITS_PER_BIT / bits) {
            throw tooLarge();
        }
        // A base of one bit is 1 or -1, whose powers only know odd and even.
        return bits > 0 ? (int) exponent : (int) (exponent & 1);
    }

    private static NumberException tooLarge() {
        return NumberException.tooLarge("a power of too many digits");
    }
}
