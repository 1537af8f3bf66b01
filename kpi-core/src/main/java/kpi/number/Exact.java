package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact rational number: {@code 1/3} times 3 is 1.
 *
 * <p>Immutable. Equality, hash and order go by value, whatever the form: 1.50 equals 3/2. There is no infinity, no "not a
 * number" and no negative zero. Every operation is exact or throws {@link NumberException}: a result past {@link
 * NumberBudget#standard()} is {@link NumberException.Kind#TOO_LARGE}, never a rounded value, and is refused before it is
 * built wherever its size can be told in advance.
 *
 * <p>{@link #toString()} is canonical ASCII that {@link #of(String)} reads back: {@code 5.35}, {@code -1/3}.
 *
 * <pre>{@code
 * Exact.of(746).dividedBy(Exact.of(15)).round(2, Rounding.HALF_UP); // 49.73
 * }</pre>
 */
public abstract sealed class Exact implements Comparable<Exact> permits ScaledLong, WideDecimal, Fraction {
    public static final Exact ZERO = new ScaledLong(0, 0);
    public static final Exact ONE = new ScaledLong(1, 0);
    public static final Exact TEN = new ScaledLong(10, 0);
    public static final Exact HUNDRED = new ScaledLong(100, 0);

    Exact() {}

    public static Exact of(long value) {
        return ScaledLong.make(value, 0);
    }

    /** {@code unscaled} × 10 to the power of minus {@code scale}; the scale may be negative. */
    public static Exact of(long unscaled, int scale) {
        return ScaledLong.make(unscaled, scale);
    }

    public static Exact of(BigDecimal value) {
        return WideDecimal.smallest(Untrusted.copy(value));
    }

    public static Exact of(BigInteger value) {
        return WideDecimal.smallest(Untrusted.copy(value), 0);
    }

    /** The quotient of two integers; a zero denominator is {@link NumberException.Kind#DIVISION_BY_ZERO}. */
    public static Exact of(BigInteger numerator, BigInteger denominator) {
        return Fraction.reduced(Untrusted.copy(numerator), Untrusted.copy(denominator));
    }

    /**
     * Reads what {@link #toString()} writes: {@code -12}, {@code 5.35}, {@code 1/3}. Anything else is a {@link
     * kpi.diagnostic.KpiUsageException}; what documents print is read by {@link NumberText}.
     */
    public static Exact of(String canonical) {
        return CanonicalText.read(canonical);
    }

    public Exact plus(Exact other) {
        return Rationals.plus(this, other);
    }

    public Exact minus(Exact other) {
        return plus(other.negate());
    }

    public Exact times(Exact other) {
        return Rationals.times(this, other);
    }

    /** The exact quotient; a zero divisor is {@link NumberException.Kind#DIVISION_BY_ZERO}. */
    public Exact dividedBy(Exact divisor) {
        return Rationals.dividedBy(this, divisor);
    }

    /**
     * The quotient rounded to {@code places}: equal to {@code dividedBy(divisor).round(places, mode)}, faster, and without
     * the refusal of a fraction that is too large in between.
     */
    public Exact dividedBy(Exact divisor, int places, Rounding mode) {
        return Rationals.roundedQuotient(this, divisor, places, mode);
    }

    /** The quotient cut towards zero to an integer. */
    public Exact integerQuotient(Exact divisor) {
        return dividedBy(divisor, 0, Rounding.DOWN);
    }

    /** What the cut quotient leaves; it has the sign of this number: -7 leaves -1 by 3. */
    public Exact remainder(Exact divisor) {
        return Rationals.remainder(this, divisor);
    }

    /** This number multiplied by itself; 0 to the power of 0 is 1, a negative power of 0 a division by zero. */
    public Exact power(int exponent) {
        return Powers.power(this, exponent);
    }

    public abstract Exact negate();

    public Exact abs() {
        return signum() < 0 ? negate() : this;
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public abstract int signum();

    public boolean isZero() {
        return signum() == 0;
    }

    public abstract boolean isInteger();

    /** Whether this number has finitely many decimal places. */
    public abstract boolean isDecimal();

    /** The numerator in lowest terms; it carries the sign. */
    public abstract BigInteger numerator();

    /** The denominator in lowest terms; positive. */
    public abstract BigInteger denominator();

    /** This number as a decimal without trailing zeros and without an exponent; empty if it does not terminate. */
    public abstract Optional<BigDecimal> toBigDecimal();

    /**
     * This number as a decimal of exactly {@code places} places. {@link RoundingMode#UNNECESSARY} with a value that needs
     * rounding is a {@link kpi.diagnostic.KpiUsageException}.
     */
    public BigDecimal toBigDecimal(int places, RoundingMode mode) {
        return Rationals.toBigDecimal(this, places, mode);
    }

    /**
     * Rounds to decimal places; negative places round to tens, hundreds and so on. More than {@link
     * NumberBudget#decimalDigits()} places, of either sign, are {@link NumberException.Kind#TOO_LARGE}.
     */
    public Exact round(int places, Rounding mode) {
        return Rationals.round(this, places, mode);
    }

    /** Rounds to a multiple of {@code step}; a step that is not positive is outside the domain. */
    public Exact roundToStep(Exact step, Rounding mode) {
        return Rationals.roundToStep(this, step, mode);
    }

    /** Rounds to significant digits: 0.012345 to three is 0.0123. Fewer than one digit is outside the domain. */
    public Exact roundToDigits(int digits, Rounding mode) {
        return SignificantDigits.round(this, digits, mode);
    }

    /** Cuts what follows the point. */
    public Exact truncate() {
        return round(0, Rounding.DOWN);
    }

    /** The largest integer that is not above this number. */
    public Exact floor() {
        return round(0, Rounding.FLOOR);
    }

    /** The smallest integer that is not below this number. */
    public Exact ceiling() {
        return round(0, Rounding.CEILING);
    }

    /**
     * Whether {@link #unscaledLong()} and {@link #scale()} can be asked. True for every decimal whose shortest unscaled value
     * fits a long (the least long excepted) with at most 18 places.
     */
    public boolean fitsLong() {
        return false;
    }

    /** With {@link #scale()} the value as it is kept, of any form that {@link #fitsLong()}; equal numbers may differ here. */
    public long unscaledLong() {
        throw Untrusted.noLong(this);
    }

    /** From 0 to 18: the number is {@code unscaledLong()} × 10 to the power of minus this. */
    public int scale() {
        throw Untrusted.noLong(this);
    }

    /** How long the number is: the decimal digits it takes to write it, or its longer part if it is a fraction. */
    public abstract int digits();

    /** The nearest double. The one conversion that loses; {@link NumberException.Kind#TOO_LARGE} where no double is near. */
    public double toDoubleLossy() {
        return LossyDouble.of(this);
    }

    @Override
    public int compareTo(Exact other) {
        return Rationals.compare(this, other);
    }

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    /** Canonical ASCII without exponent or grouping: {@code 5.35}, {@code 1/3}. */
    @Override
    public abstract String toString();

    /** The numerator over {@link #rawDenominator()}, not necessarily in lowest terms. */
    abstract BigInteger rawNumerator();

    /** Positive. */
    abstract BigInteger rawDenominator();

    /** Whether {@link #longNumerator()} and {@link #longDenominator()} can be asked. */
    abstract boolean fitsLongs();

    /** Never the least long. */
    abstract long longNumerator();

    abstract long longDenominator();

    /** This number as a decimal of any scale; only asked of one that {@link #isDecimal()}. */
    abstract BigDecimal decimal();
}
