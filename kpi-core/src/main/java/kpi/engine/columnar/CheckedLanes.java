package kpi.engine.columnar;

import java.util.Arrays;

/**
 * Lanes for numbers that the bounds of the columns do not keep within a long: each integer is checked, and a row whose integer
 * is too large is put among the rows that are left to the reference engine.
 */
final class CheckedLanes {
    private CheckedLanes() {}

    /** A lane that checks. */
    abstract static class Checked extends Lane {
        private final long[] over = new long[Block.WORDS];

        @Override
        final void fill(int from, int count) {
            Arrays.fill(over, 0L);
            compute(from, count);
        }

        abstract void compute(int from, int count);

        /** Sets the integer of a row, which {@code high} continues to the left, unless it is too large. */
        final void set(int i, long high, long low) {
            if (high == low >> 63 && low > -Lanes.LIMIT && low < Lanes.LIMIT) {
                out[i] = low;
            } else {
                tooLarge(i);
            }
        }

        /** What is computed of it further on is of no matter. */
        final void tooLarge(int i) {
            out[i] = 0;
            over[i >>> 6] |= 1L << i;
        }

        /** The rows whose integer is too large. */
        final Mask overflowed() {
            return new Mask() {
                @Override
                void fill(int from, int count) {
                    Checked.this.of(from, count);
                    System.arraycopy(over, 0, out, 0, Block.words(count));
                }
            };
        }
    }

    /** A lane whose own integers may be too large. */
    static final class Same extends Checked {
        private final Lane lane;

        Same(Lane lane) {
            this.lane = lane;
        }

        @Override
        void compute(int from, int count) {
            long[] in = lane.of(from, count);
            for (int i = 0; i < count; i++) {
                set(i, in[i] >> 63, in[i]);
            }
        }
    }

    /** A lane, and a factor times another. */
    static final class Plus extends Checked {
        private final Lane left;
        private final Lane right;
        private final long factor;

        Plus(Lane left, Lane right, long factor) {
            this.left = left;
            this.right = right;
            this.factor = factor;
        }

        @Override
        void compute(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            for (int i = 0; i < count; i++) {
                long low = other[i] * factor;
                if (Math.multiplyHigh(other[i], factor) == low >> 63) {
                    long sum = one[i] + low;
                    boolean over = ((one[i] ^ sum) & (low ^ sum)) < 0;
                    set(i, over ? ~(sum >> 63) : sum >> 63, sum);
                } else {
                    tooLarge(i);
                }
            }
        }
    }

    /** The product of two lanes. */
    static final class Times extends Checked {
        private final Lane left;
        private final Lane right;

        Times(Lane left, Lane right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void compute(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            for (int i = 0; i < count; i++) {
                set(i, Math.multiplyHigh(one[i], other[i]), one[i] * other[i]);
            }
        }
    }
}
