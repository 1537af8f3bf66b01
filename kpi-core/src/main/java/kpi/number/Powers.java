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
        // The denominator of a fraction is at least 3, so the exponent is small once this is passed.
        refuseLong(base.numerator(), exponent, NumberBudget.FRACTION_DIGITS);
        refuseLong(base.denominator(), exponent, NumberBudget.FRACTION_DIGITS);
        return Fraction.reduced(
                base.numerator().pow((int) exponent), base.denominator().pow((int) exponent));
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
        refuseLong(unscaled, exponent, NumberBudget.DECIMAL_DIGITS);
        return WideDecimal.smallest(unscaled.pow((int) exponent), base.scale() * (int) exponent);
    }

    /** Refuses an exponent that surely gives {@code base} a power of more digits; a base of one bit, 1 or -1, never grows. */
    private static void refuseLong(BigInteger base, long exponent, int digits) {
        long bits = base.abs().bitLength() - 1L;
        if (bits > 0 && exponent > digits * 100_000L / DIGITS_PER_BIT / bits) {
            throw tooLarge();
        }
    }

    private static NumberException tooLarge() {
        return NumberException.tooLarge("a power of too many digits");
    }
}
