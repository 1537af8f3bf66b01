package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** A number that does not terminate, in lowest terms: its denominator has a prime factor other than two and five. */
final class Fraction extends Exact {
    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The quotient in its smallest form; neither argument is the least long. */
    static Exact reduced(long numerator, long denominator) {
        if (denominator == 0) {
            throw NumberException.divisionByZero();
        }
        long divisor = Longs.gcd(Math.abs(numerator), Math.abs(denominator));
        long n = denominator < 0 ? -numerator / divisor : numerator / divisor;
        long d = Math.abs(denominator) / divisor;
        if (d == 1) {
            return new ScaledLong(n, 0);
        }
        int twos = Long.numberOfTrailingZeros(d);
        long rest = d >> twos;
        int fives = 0;
        while (rest % 5 == 0) {
            rest /= 5;
            fives++;
        }
        if (rest == 1) {
            return decimal(BigInteger.valueOf(n), twos, fives);
        }
        return new Fraction(BigInteger.valueOf(n), BigInteger.valueOf(d));
    }

    /** The quotient in its smallest form, refused if it passes the budget. */
    static Exact reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw NumberException.divisionByZero();
        }
        BigSize.refuseHopeless(numerator);
        BigSize.refuseHopeless(denominator);
        if (Math.max(numerator.bitLength(), denominator.bitLength()) < Long.SIZE - 1) {
            return reduced(numerator.longValue(), denominator.longValue());
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger n = numerator.divide(denominator.signum() < 0 ? divisor.negate() : divisor);
        BigInteger d = denominator.abs().divide(divisor);
        int twos = d.getLowestSetBit();
        BigInteger odd = d.shiftRight(twos);
        int fives = BigSize.fives(odd);
        if (odd.equals(BigSize.FIVE.pow(fives))) {
            return decimal(n, twos, fives);
        }
        BigSize.refuseFraction(n);
        BigSize.refuseFraction(d);
        return new Fraction(n, d);
    }

    /** The numerator over 2^twos × 5^fives. */
    private static Exact decimal(BigInteger numerator, int twos, int fives) {
        int places = Math.max(twos, fives);
        if (places > NumberBudget.DECIMAL_DIGITS) {
            throw NumberException.tooLarge("more than " + NumberBudget.DECIMAL_DIGITS + " places");
        }
        BigInteger unscaled =
                numerator.multiply(BigSize.FIVE.pow(places - fives)).shiftLeft(places - twos);
        return WideDecimal.smallest(unscaled, places);
    }

    @Override
    public Exact negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    @Override
    public int signum() {
        return numerator.signum();
    }

    @Override
    public boolean isInteger() {
        return false;
    }

    @Override
    public boolean isDecimal() {
        return false;
    }

    @Override
    public BigInteger numerator() {
        return numerator;
    }

    @Override
    public BigInteger denominator() {
        return denominator;
    }

    @Override
    public Optional<BigDecimal> toBigDecimal() {
        return Optional.empty();
    }

    @Override
    public int digits() {
        return Math.max(BigSize.digits(numerator), BigSize.digits(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction o && numerator.equals(o.numerator) && denominator.equals(o.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    @Override
    BigInteger rawNumerator() {
        return numerator;
    }

    @Override
    BigInteger rawDenominator() {
        return denominator;
    }

    @Override
    boolean fitsLongs() {
        return Math.max(numerator.bitLength(), denominator.bitLength()) < Long.SIZE - 1;
    }

    @Override
    long longNumerator() {
        return numerator.longValue();
    }

    @Override
    long longDenominator() {
        return denominator.longValue();
    }

    @Override
    BigDecimal decimal() {
        throw Untrusted.noDecimal(this);
    }
}
