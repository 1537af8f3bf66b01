package kpi.dsl;

import java.math.BigInteger;
import java.util.Collection;
import kpi.number.Exact;

/** A fraction of whole numbers, for reference models: it knows nothing of the library's numbers but how to become one. */
record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    Fraction {
        if (below.signum() <= 0) {
            throw new IllegalArgumentException("a fraction of " + below);
        }
        BigInteger common = above.gcd(below);
        above = above.divide(common);
        below = below.divide(common);
    }

    static Fraction of(long number) {
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Fraction of(long above, long below) {
        return of(above).over(of(below));
    }

    static Fraction sum(Collection<Fraction> all) {
        return all.stream().reduce(ZERO, Fraction::plus);
    }

    static Fraction mean(Collection<Fraction> all) {
        return sum(all).over(of(all.size()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.above.negate(), other.below));
    }

    Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    Fraction over(Fraction other) {
        BigInteger under = below.multiply(other.above);
        BigInteger over = above.multiply(other.below);
        return under.signum() < 0 ? new Fraction(over.negate(), under.negate()) : new Fraction(over, under);
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** To the nearest multiple of one over a power of ten, a tie away from zero. */
    Fraction rounded(int places) {
        BigInteger scale = BigInteger.TEN.pow(places);
        BigInteger twice = above.abs().multiply(scale).multiply(BigInteger.TWO).add(below);
        BigInteger whole = twice.divide(below.multiply(BigInteger.TWO));
        return new Fraction(above.signum() < 0 ? whole.negate() : whole, scale);
    }

    @Override
    public int compareTo(Fraction other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    Exact exact() {
        return Exact.of(above, below);
    }
}
