package kpi.number;

import java.math.BigInteger;

/** Integer roots, rounded down, by Newton's iteration in integers. */
final class IntegerRoot {
    private IntegerRoot() {}

    /** The largest integer whose power of {@code degree} is not above {@code value}; both are positive. */
    static BigInteger floor(BigInteger value, int degree) {
        if (degree == 1) {
            return value;
        }
        if (degree == 2) {
            return value.sqrt();
        }
        if (degree >= value.bitLength()) {
            return BigInteger.ONE;
        }
        // The root of the leading bits first, then twice as many of its bits a step. Newton's iteration converges
        // quadratically
        // only from an estimate with more bits than the degree has; from a worse one it would take a step per unit of
        // the degree.
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(degree) + 2;
        int dropped = Math.max(0, value.bitLength() / degree + 1 - needed);
        BigInteger root = bySearch(value.shiftRight(degree * dropped), degree, needed + 1);
        while (dropped > 0) {
            int gained = Math.min(dropped, Math.max(1, root.bitLength() - needed + 2));
            dropped -= gained;
            BigInteger above = root.add(BigInteger.ONE).shiftLeft(gained);
            root = newton(value.shiftRight(degree * dropped), degree, above);
        }
        return root;
    }

    /** The root, or zero if it is not exact; both are positive otherwise. */
    static BigInteger exact(BigInteger value, int degree) {
        BigInteger root = floor(value, degree);
        return root.pow(degree).equals(value) ? root : BigInteger.ZERO;
    }

    private static BigInteger bySearch(BigInteger value, int degree, int bits) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = bits; bit >= 0; bit--) {
            BigInteger candidate = root.setBit(bit);
            if (candidate.pow(degree).compareTo(value) <= 0) {
                root = candidate;
            }
        }
        return root;
    }

    /** From an estimate that is not below the root: the estimates fall until they reach it. */
    private static BigInteger newton(BigInteger value, int degree, BigInteger above) {
        BigInteger times = BigInteger.valueOf(degree - 1L);
        BigInteger all = BigInteger.valueOf(degree);
        BigInteger estimate = above;
        while (true) {
            BigInteger next = estimate.multiply(times)
                    .add(value.divide(estimate.pow(degree - 1)))
                    .divide(all);
            if (next.compareTo(estimate) >= 0) {
                return estimate;
            }
            estimate = next;
        }
    }
}
