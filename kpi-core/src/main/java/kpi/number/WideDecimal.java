package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A decimal that is too long, or has too many places, for a {@link ScaledLong}. Kept without trailing zeros, so equal numbers
 * are kept equally.
 */
final class WideDecimal extends Exact {
    private final BigDecimal value;

    /** Of a stripped value within the budget that no {@link ScaledLong} holds. */
    private WideDecimal(BigDecimal value) {
        this.value = value;
    }

    /** The number in its smallest form, refused if it passes the budget. */
    static Exact smallest(BigDecimal value) {
        return smallest(value.unscaledValue(), value.scale());
    }

    /** {@code unscaled} × 10 to the power of minus {@code scale}, in its smallest form, refused if it passes the budget. */
    static Exact smallest(BigInteger unscaled, int scale) {
        if (unscaled.bitLength() < Long.SIZE && scale >= 0 && scale <= ScaledLong.MAX_SCALE) {
            long small = unscaled.longValue();
            if (small != Long.MIN_VALUE) {
                return new ScaledLong(small, scale);
            }
        }
        if (unscaled.signum() == 0) {
            return ZERO;
        }
        BigSize.refuseHopeless(unscaled);
        BigInteger digits = unscaled;
        long places = scale;
        int zeros = BigSize.trailingZeros(unscaled);
        if (zeros > 0) {
            digits = unscaled.divide(BigInteger.TEN.pow(zeros));
            places -= zeros;
        }
        if (digits.bitLength() < Long.SIZE && places <= ScaledLong.MAX_SCALE && places >= -ScaledLong.MAX_SCALE) {
            long small = digits.longValue();
            if (places >= 0 && small != Long.MIN_VALUE) {
                return new ScaledLong(small, (int) places);
            }
            if (places < 0 && Longs.fits(small, Longs.power((int) -places))) {
                return new ScaledLong(small * Longs.power((int) -places), 0);
            }
        }
        BigSize.refuseDecimal(digits, places);
        return new WideDecimal(new BigDecimal(digits, (int) places));
    }

    @Override
    public Exact negate() {
        // No ScaledLong holds the least long, so both signs of a value have the same form.
        return new WideDecimal(value.negate());
    }

    @Override
    public int signum() {
        return value.signum();
    }

    @Override
    public boolean isInteger() {
        return value.scale() <= 0;
    }

    @Override
    public boolean isDecimal() {
        return true;
    }

    @Override
    public BigInteger numerator() {
        BigInteger raw = rawNumerator();
        return isInteger() ? raw : raw.divide(raw.gcd(rawDenominator()));
    }

    @Override
    public BigInteger denominator() {
        BigInteger raw = rawDenominator();
        return isInteger() ? raw : raw.divide(raw.gcd(rawNumerator()));
    }

    @Override
    public Optional<BigDecimal> toBigDecimal() {
        return Optional.of(isInteger() ? value.setScale(0) : value);
    }

    @Override
    public int digits() {
        return BigSize.digits(value.unscaledValue(), value.scale());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WideDecimal o
                && value.scale() == o.value.scale()
                && value.unscaledValue().equals(o.value.unscaledValue());
    }

    @Override
    public int hashCode() {
        return 31 * value.unscaledValue().hashCode() + value.scale();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }

    @Override
    BigInteger rawNumerator() {
        BigInteger unscaled = value.unscaledValue();
        return isInteger() ? unscaled.multiply(BigInteger.TEN.pow(-value.scale())) : unscaled;
    }

    @Override
    BigInteger rawDenominator() {
        return isInteger() ? BigInteger.ONE : BigInteger.TEN.pow(value.scale());
    }

    @Override
    boolean fitsLongs() {
        return false;
    }

    @Override
    long longNumerator() {
        throw Untrusted.noLong(this);
    }

    @Override
    long longDenominator() {
        throw Untrusted.noLong(this);
    }

    @Override
    BigDecimal decimal() {
        return value;
    }
}
