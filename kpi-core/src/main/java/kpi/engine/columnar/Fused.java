package kpi.engine.columnar;

import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawLongs;
import kpi.data.raw.RawShorts;

/**
 * Adds a column between limits to sums by code, read and added in one loop: what {@link Reads} and {@link Accumulate} do one
 * after the other. The loops differ only in the type of the array.
 */
final class Fused {
    private Fused() {}

    /** Adds the rows of the block, or those in the mask. */
    static void byCode(
            byte[] codes,
            Lowering.Limited values,
            int from,
            int count,
            boolean all,
            long[] mask,
            long plus,
            long[] sums) {
        if (all) {
            byCode(codes, values, from, from + count, plus, sums);
            return;
        }
        for (int word = 0; word < Block.words(count); word++) {
            int start = from + (word << 6);
            if (mask[word] == -1L) {
                byCode(codes, values, start, start + 64, plus, sums);
            } else {
                for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                    int row = start + Long.numberOfTrailingZeros(bits);
                    long value = Math.max(
                            values.low(), Math.min(values.high(), values.raw().get(row)));
                    sums[codes[row] + ((row & 3) << 7)] += value + plus;
                }
            }
        }
    }

    private static void byCode(byte[] codes, Lowering.Limited values, int from, int to, long plus, long[] sums) {
        long low = Math.max(-Lanes.LIMIT, values.low());
        long high = Math.min(Lanes.LIMIT, values.high());
        if (values.raw() instanceof RawBytes bytes) {
            add(codes, bytes.array(), from, to, low, high, plus, sums);
        } else if (values.raw() instanceof RawShorts shorts) {
            add(codes, shorts.array(), from, to, low, high, plus, sums);
        } else if (values.raw() instanceof RawInts ints) {
            add(codes, ints.array(), from, to, low, high, plus, sums);
        } else {
            add(codes, ((RawLongs) values.raw()).array(), from, to, low, high, plus, sums);
        }
    }

    private static void add(
            byte[] codes, byte[] values, int from, int to, long low, long high, long plus, long[] sums) {
        int i = from;
        if (low == -Lanes.LIMIT) {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.smaller(high, values[i]) + plus;
                sums[codes[i + 1] + 128] += Lanes.smaller(high, values[i + 1]) + plus;
                sums[codes[i + 2] + 256] += Lanes.smaller(high, values[i + 2]) + plus;
                sums[codes[i + 3] + 384] += Lanes.smaller(high, values[i + 3]) + plus;
            }
        } else {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
                sums[codes[i + 1] + 128] += Lanes.larger(low, Lanes.smaller(high, values[i + 1])) + plus;
                sums[codes[i + 2] + 256] += Lanes.larger(low, Lanes.smaller(high, values[i + 2])) + plus;
                sums[codes[i + 3] + 384] += Lanes.larger(low, Lanes.smaller(high, values[i + 3])) + plus;
            }
        }
        for (; i < to; i++) {
            sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
        }
    }

    private static void add(
            byte[] codes, short[] values, int from, int to, long low, long high, long plus, long[] sums) {
        int i = from;
        if (low == -Lanes.LIMIT) {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.smaller(high, values[i]) + plus;
                sums[codes[i + 1] + 128] += Lanes.smaller(high, values[i + 1]) + plus;
                sums[codes[i + 2] + 256] += Lanes.smaller(high, values[i + 2]) + plus;
                sums[codes[i + 3] + 384] += Lanes.smaller(high, values[i + 3]) + plus;
            }
        } else {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
                sums[codes[i + 1] + 128] += Lanes.larger(low, Lanes.smaller(high, values[i + 1])) + plus;
                sums[codes[i + 2] + 256] += Lanes.larger(low, Lanes.smaller(high, values[i + 2])) + plus;
                sums[codes[i + 3] + 384] += Lanes.larger(low, Lanes.smaller(high, values[i + 3])) + plus;
            }
        }
        for (; i < to; i++) {
            sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
        }
    }

    private static void add(byte[] codes, int[] values, int from, int to, long low, long high, long plus, long[] sums) {
        int i = from;
        if (low == -Lanes.LIMIT) {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.smaller(high, values[i]) + plus;
                sums[codes[i + 1] + 128] += Lanes.smaller(high, values[i + 1]) + plus;
                sums[codes[i + 2] + 256] += Lanes.smaller(high, values[i + 2]) + plus;
                sums[codes[i + 3] + 384] += Lanes.smaller(high, values[i + 3]) + plus;
            }
        } else {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
                sums[codes[i + 1] + 128] += Lanes.larger(low, Lanes.smaller(high, values[i + 1])) + plus;
                sums[codes[i + 2] + 256] += Lanes.larger(low, Lanes.smaller(high, values[i + 2])) + plus;
                sums[codes[i + 3] + 384] += Lanes.larger(low, Lanes.smaller(high, values[i + 3])) + plus;
            }
        }
        for (; i < to; i++) {
            sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
        }
    }

    private static void add(
            byte[] codes, long[] values, int from, int to, long low, long high, long plus, long[] sums) {
        int i = from;
        if (low == -Lanes.LIMIT) {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.smaller(high, values[i]) + plus;
                sums[codes[i + 1] + 128] += Lanes.smaller(high, values[i + 1]) + plus;
                sums[codes[i + 2] + 256] += Lanes.smaller(high, values[i + 2]) + plus;
                sums[codes[i + 3] + 384] += Lanes.smaller(high, values[i + 3]) + plus;
            }
        } else {
            for (; i + 3 < to; i += Accumulate.SETS) {
                sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
                sums[codes[i + 1] + 128] += Lanes.larger(low, Lanes.smaller(high, values[i + 1])) + plus;
                sums[codes[i + 2] + 256] += Lanes.larger(low, Lanes.smaller(high, values[i + 2])) + plus;
                sums[codes[i + 3] + 384] += Lanes.larger(low, Lanes.smaller(high, values[i + 3])) + plus;
            }
        }
        for (; i < to; i++) {
            sums[codes[i]] += Lanes.larger(low, Lanes.smaller(high, values[i])) + plus;
        }
    }
}
