package kpi.engine.columnar;

import java.math.BigInteger;
import kpi.diagnostic.KpiUsageException;

/**
 * Sums of integers, one for each cell, exact whatever they come to. Where a plan proves that a long holds the sum of all
 * rows, one long is kept; else the upper and the lower half of each integer are added up apart, which cannot overflow for as
 * many rows as a table has.
 */
final class Total {
    private static final long LOWER = 0xFFFF_FFFFL;

    private final long[] lower;
    private final long[] upper;

    /** So many sums, of integers that may be wide. */
    Total(int cells, boolean wide) {
        this.lower = new long[cells];
        this.upper = wide ? new long[cells] : new long[0];
    }

    boolean isWide() {
        return upper.length > 0;
    }

    /** Adds to the sum of a cell what is a sum of few, or an integer of a total that is not wide. */
    void add(int cell, long value) {
        if (isWide()) {
            lower[cell] += value & LOWER;
            upper[cell] += value >> 32;
        } else {
            lower[cell] += value;
        }
    }

    void merge(Total other) {
        if (other.lower.length != lower.length || other.isWide() != isWide()) {
            throw new KpiUsageException("totals of different plans");
        }
        for (int i = 0; i < lower.length; i++) {
            lower[i] += other.lower[i];
        }
        for (int i = 0; i < upper.length; i++) {
            upper[i] += other.upper[i];
        }
    }

    BigInteger of(int cell) {
        BigInteger low = BigInteger.valueOf(lower[cell]);
        return isWide() ? low.add(BigInteger.valueOf(upper[cell]).shiftLeft(32)) : low;
    }
}
