package kpi.number;

import java.math.BigInteger;

/** The reference model: a rational number in lowest terms, without any thought of speed or size. */
record Ratio(BigInteger n, BigInteger d) implements Comparable<Ratio> {
    static Ratio of(BigInteger n, BigInteger d) {
        BigInteger divisor = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
        return new Ratio(n.divide(divisor), d.divide(divisor));
    }

    static Ratio of(Exact value) {
        return new Ratio(value.numerator(), value.denominator());
    }

    static Ratio ofInteger(BigInteger value) {
        return new Ratio(value, BigInteger.ONE);
    }

    static Ratio tenTo(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        return exponent >= 0 ? ofInteger(power) : new Ratio(BigInteger.ONE, power);
    }

    Ratio plus(Ratio other) {
        return of(n.multiply(other.d).add(other.n.multiply(d)), d.multiply(other.d));
    }

    Ratio minus(Ratio other) {
        return plus(other.negate());
    }

    Ratio times(Ratio other) {
        return of(n.multiply(other.n), d.multiply(other.d));
    }

    Ratio dividedBy(Ratio other) {
        return of(n.multiply(other.d), d.multiply(other.n));
    }

    Ratio negate() {
        return new Ratio(n.negate(), d);
    }

    Ratio abs() {
        return new Ratio(n.abs(), d);
    }

    int signum() {
        return n.signum();
    }

    Ratio floor() {
        BigInteger[] parts = n.divideAndRemainder(d);
        return ofInteger(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** The integer that the definition of the mode names, found by comparing the distances to the two neighbours. */
    Ratio toInteger(Rounding mode) {
        Ratio low = floor();
        if (equals(low)) {
            return this;
        }
        Ratio high = low.plus(ofInteger(BigInteger.ONE));
        Ratio outer = signum() < 0 ? low : high;
        Ratio inner = signum() < 0 ? high : low;
        int toHigh = minus(low).compareTo(high.minus(this));
        Ratio nearest = toHigh < 0 ? low : high;
        return switch (mode) {
            case FLOOR -> low;
            case CEILING -> high;
            case UP -> outer;
            case DOWN -> inner;
            case HALF_UP -> toHigh == 0 ? outer : nearest;
            case HALF_DOWN -> toHigh == 0 ? inner : nearest;
            case HALF_EVEN -> toHigh == 0 ? (low.n.testBit(0) ? high : low) : nearest;
        };
    }

    Ratio toMultiple(Ratio step, Rounding mode) {
        return dividedBy(step).toInteger(mode).times(step);
    }

    Exact exact() {
        return Exact.of(n, d);
    }

    @Override
    public int compareTo(Ratio other) {
        return n.multiply(other.d).compareTo(other.n.multiply(d));
    }
}
