package kpi.engine.columnar;

/** The loops that add up, over the rows of a block or those of them that a mask has. */
final class Accumulate {
    /** Sets of sums that take turns, so that a row need not wait for the row before it. */
    static final int SETS = 4;

    private Accumulate() {}

    static int count(long[] mask, int words) {
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(mask[i]);
        }
        return count;
    }

    /** The sum of all. */
    static long sum(long[] values, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The sum of those in the mask. */
    static long sum(long[] values, long[] mask, int words) {
        long sum = 0;
        for (int word = 0; word < words; word++) {
            long bits = mask[word];
            if (bits == 0) {
                continue;
            }
            int start = word << 6;
            if (Long.bitCount(bits) < 16) {
                for (; bits != 0; bits &= bits - 1) {
                    sum += values[start + Long.numberOfTrailingZeros(bits)];
                }
            } else {
                for (int i = 0; i < 64; i++) {
                    sum += values[start + i] & -(bits >>> i & 1);
                }
            }
        }
        return sum;
    }

    /** Adds the value of each row, and {@code plus}, to the sum of its code: {@link #SETS} sums of 128 codes each. */
    static void byCode(byte[] codes, int from, long[] values, int count, long plus, long[] sums) {
        int i = 0;
        for (; i + 3 < count; i += SETS) {
            sums[codes[from + i]] += values[i] + plus;
            sums[codes[from + i + 1] + 128] += values[i + 1] + plus;
            sums[codes[from + i + 2] + 256] += values[i + 2] + plus;
            sums[codes[from + i + 3] + 384] += values[i + 3] + plus;
        }
        for (; i < count; i++) {
            sums[codes[from + i]] += values[i] + plus;
        }
    }

    /** The same of the rows in the mask. */
    static void byCode(byte[] codes, int from, long[] values, long[] mask, int words, long plus, long[] sums) {
        for (int word = 0; word < words; word++) {
            int start = word << 6;
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                int i = start + Long.numberOfTrailingZeros(bits);
                sums[codes[from + i] + ((i & 3) << 7)] += values[i] + plus;
            }
        }
    }
}
