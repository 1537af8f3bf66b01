package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The form of nearly every number: a long and up to 18 places. Each operation here stays in longs and answers at once, or
 * leaves the work to {@link Rationals}.
 *
 * <p>The least long is never used, so that negating cannot overflow. A decimal that has this form never takes another one.
 */
final class ScaledLong extends Exact {
    static final int MAX_SCALE = 18;

    private final long unscaled;
    private final int scale;

    /** Of an unscaled value that is not the least long, and a scale from 0 to 18. */
    ScaledLong(long unscaled, int scale) {
        this.unscaled = unscaled;
        this.scale = scale;
    }

    static Exact make(long unscaled, int scale) {
        if (scale >= 0 && scale <= MAX_SCALE && unscaled != Long.MIN_VALUE) {
            return new ScaledLong(unscaled, scale);
        }
        return WideDecimal.smallest(BigInteger.valueOf(unscaled), scale);
    }

    @Override
    public Exact plus(Exact other) {
        return other instanceof ScaledLong o ? plus(o, o.unscaled) : super.plus(other);
    }

    @Override
    public Exact minus(Exact other) {
        return other instanceof ScaledLong o ? plus(o, -o.unscaled) : super.minus(other);
    }

    /** Adds {@code addend}, which is the unscaled value of {@code other} or its negation. */
    private Exact plus(ScaledLong other, long addend) {
        long left = unscaled;
        long right = addend;
        int common = scale;
        if (scale < other.scale) {
            common = other.scale;
            long power = Longs.power(common - scale);
            if (!Longs.fits(left, power)) {
                return wideSum(other, addend);
            }
            left *= power;
        } else if (scale > other.scale) {
            long power = Longs.power(scale - other.scale);
            if (!Longs.fits(right, power)) {
                return wideSum(other, addend);
            }
            right *= power;
        }
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0 || sum == Long.MIN_VALUE) {
            return wideSum(other, addend);
        }
        return new ScaledLong(sum, common);
    }

    private Exact wideSum(ScaledLong other, long addend) {
        return WideDecimal.smallest(decimal().add(BigDecimal.valueOf(addend, other.scale)));
    }

    @Override
    public Exact times(Exact other) {
        if (other instanceof ScaledLong o) {
            int sum = scale + o.scale;
            if (sum <= MAX_SCALE && Longs.fits(unscaled, o.unscaled)) {
                return new ScaledLong(unscaled * o.unscaled, sum);
            }
        }
        return super.times(other);
    }

    @Override
    public Exact dividedBy(Exact divisor) {
        if (divisor instanceof ScaledLong d && d.unscaled != 0) {
            long left = unscaled;
            long right = d.unscaled;
            int shift = d.scale - scale;
            if (shift <= 0 && left % right == 0) {
                return new ScaledLong(left / right, -shift);
            }
            long power = Longs.power(Math.abs(shift));
            if (shift > 0 && Longs.fits(left, power)) {
                return Fraction.reduced(left * power, right);
            }
            if (shift <= 0 && Longs.fits(right, power)) {
                return Fraction.reduced(left, right * power);
            }
        }
        return super.dividedBy(divisor);
    }

    @Override
    public Exact dividedBy(Exact divisor, int places, Rounding mode) {
        if (divisor instanceof ScaledLong d && d.unscaled != 0 && places >= 0 && places <= MAX_SCALE) {
            int shift = places + d.scale - scale;
            long left = d.unscaled < 0 ? -unscaled : unscaled;
            long right = Math.abs(d.unscaled);
            if (shift >= 0 && shift <= MAX_SCALE && Longs.fits(left, Longs.power(shift))) {
                return new ScaledLong(mode.quotient(left * Longs.power(shift), right), places);
            }
            if (shift < 0 && Longs.fits(right, Longs.power(-shift))) {
                return new ScaledLong(mode.quotient(left, right * Longs.power(-shift)), places);
            }
        }
        return super.dividedBy(divisor, places, mode);
    }

    @Override
    public Exact remainder(Exact divisor) {
        if (divisor instanceof ScaledLong d && d.unscaled != 0) {
            int common = Math.max(scale, d.scale);
            long left = Longs.power(common - scale);
            long right = Longs.power(common - d.scale);
            if (Longs.fits(unscaled, left) && Longs.fits(d.unscaled, right)) {
                return new ScaledLong(unscaled * left % (d.unscaled * right), common);
            }
        }
        return super.remainder(divisor);
    }

    @Override
    public Exact round(int places, Rounding mode) {
        if (places >= scale && places <= NumberBudget.DECIMAL_DIGITS) {
            return this;
        }
        if (places >= 0 && places < scale) {
            return new ScaledLong(mode.quotient(unscaled, Longs.power(scale - places)), places);
        }
        return super.round(places, mode);
    }

    @Override
    public Exact roundToStep(Exact step, Rounding mode) {
        if (step instanceof ScaledLong s && s.unscaled > 0) {
            int common = Math.max(scale, s.scale);
            long left = Longs.power(common - scale);
            long right = Longs.power(common - s.scale);
            if (Longs.fits(unscaled, left) && Longs.fits(s.unscaled, right)) {
                long unit = s.unscaled * right;
                long steps = mode.quotient(unscaled * left, unit);
                if (Longs.fits(steps, unit)) {
                    return new ScaledLong(steps * unit, common);
                }
            }
        }
        return super.roundToStep(step, mode);
    }

    @Override
    public Exact negate() {
        return new ScaledLong(-unscaled, scale);
    }

    @Override
    public int signum() {
        return Long.signum(unscaled);
    }

    @Override
    public boolean isInteger() {
        return scale == 0 || unscaled % Longs.power(scale) == 0;
    }

    @Override
    public boolean isDecimal() {
        return true;
    }

    @Override
    public BigInteger numerator() {
        return BigInteger.valueOf(unscaled / divisorInCommon());
    }

    @Override
    public BigInteger denominator() {
        return BigInteger.valueOf(Longs.power(scale) / divisorInCommon());
    }

    private long divisorInCommon() {
        return Longs.gcd(Math.abs(unscaled), Longs.power(scale));
    }

    @Override
    public Optional<BigDecimal> toBigDecimal() {
        int zeros = Longs.trailingZeros(unscaled, scale);
        return Optional.of(BigDecimal.valueOf(unscaled / Longs.power(zeros), scale - zeros));
    }

    @Override
    public boolean fitsLong() {
        return true;
    }

    @Override
    public long unscaledLong() {
        return unscaled;
    }

    @Override
    public int scale() {
        return scale;
    }

    @Override
    public int digits() {
        int zeros = Longs.trailingZeros(unscaled, scale);
        return Math.max(Longs.digits(unscaled / Longs.power(zeros)), scale - zeros);
    }

    @Override
    public int compareTo(Exact other) {
        if (!(other instanceof ScaledLong o)) {
            return super.compareTo(other);
        }
        if (scale == o.scale) {
            return Long.compare(unscaled, o.unscaled);
        }
        if (scale < o.scale) {
            long power = Longs.power(o.scale - scale);
            // A product that overflows is farther from zero than any long, so its sign decides.
            return Longs.fits(unscaled, power) ? Long.compare(unscaled * power, o.unscaled) : Long.signum(unscaled);
        }
        long power = Longs.power(scale - o.scale);
        return Longs.fits(o.unscaled, power) ? Long.compare(unscaled, o.unscaled * power) : -Long.signum(o.unscaled);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaledLong o && compareTo(o) == 0;
    }

    @Override
    public int hashCode() {
        int zeros = Longs.trailingZeros(unscaled, scale);
        return 31 * Long.hashCode(unscaled / Longs.power(zeros)) + scale - zeros;
    }

    @Override
    public String toString() {
        int zeros = Longs.trailingZeros(unscaled, scale);
        return Longs.plain(unscaled / Longs.power(zeros), scale - zeros);
    }

    @Override
    BigInteger rawNumerator() {
        return BigInteger.valueOf(unscaled);
    }

    @Override
    BigInteger rawDenominator() {
        return BigInteger.valueOf(Longs.power(scale));
    }

    @Override
    boolean fitsLongs() {
        return true;
    }

    @Override
    long longNumerator() {
        return unscaled;
    }

    @Override
    long longDenominator() {
        return Longs.power(scale);
    }

    @Override
    BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }
}
