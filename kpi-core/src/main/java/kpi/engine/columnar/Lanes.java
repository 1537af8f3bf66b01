package kpi.engine.columnar;

import java.util.Arrays;
import kpi.model.Bound;
import kpi.number.Rounding;

/** Lanes over other lanes. None of them checks for overflow: that is disproved before they are made. */
final class Lanes {
    /** Every number in a lane is nearer to zero than this: the difference of two of them is a long. */
    static final long LIMIT = 1L << 62;

    private Lanes() {}

    /** The smaller of two numbers, without a branch, which on mixed data would be guessed wrong. */
    static long smaller(long one, long other) {
        long difference = one - other;
        return other + (difference & difference >> 63);
    }

    /** The larger of two numbers. */
    static long larger(long one, long other) {
        long difference = one - other;
        return one - (difference & difference >> 63);
    }

    /** One integer for every row. */
    static final class Constant extends Lane {
        Constant(long value) {
            Arrays.fill(out, value);
        }

        @Override
        void fill(int from, int count) {}
    }

    /** An integer for each code of a column. */
    static final class ByCode extends Lane {
        private final Lane codes;
        private final long[] values;

        ByCode(Lane codes, long[] values) {
            this.codes = codes;
            // A missing row has the code -1.
            this.values = new long[values.length + 1];
            System.arraycopy(values, 0, this.values, 1, values.length);
        }

        @Override
        void fill(int from, int count) {
            long[] code = codes.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = values[(int) code[i] + 1];
            }
        }
    }

    /** 1 for the rows of a mask, 0 for others. */
    static final class OfMask extends Lane {
        private final Mask mask;

        OfMask(Mask mask) {
            this.mask = mask;
        }

        @Override
        void fill(int from, int count) {
            long[] bits = mask.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = bits[i >>> 6] >>> i & 1;
            }
        }
    }

    /** A factor times a lane, and a constant. */
    static final class Linear extends Lane {
        private final Lane lane;
        private final long factor;
        private final long constant;

        Linear(Lane lane, long factor, long constant) {
            this.lane = lane;
            this.factor = factor;
            this.constant = constant;
        }

        @Override
        void fill(int from, int count) {
            long[] in = lane.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = in[i] * factor + constant;
            }
        }
    }

    /** A lane, and a factor times another. */
    static final class Plus extends Lane {
        private final Lane left;
        private final Lane right;
        private final long factor;

        Plus(Lane left, Lane right, long factor) {
            this.left = left;
            this.right = right;
            this.factor = factor;
        }

        @Override
        void fill(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = one[i] + other[i] * factor;
            }
        }
    }

    /** The product of two lanes. */
    static final class Times extends Lane {
        private final Lane left;
        private final Lane right;

        Times(Lane left, Lane right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void fill(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = one[i] * other[i];
            }
        }
    }

    /** A lane, none below {@code low} or above {@code high}. */
    static final class Limited extends Lane {
        private final Lane lane;
        private final long low;
        private final long high;

        Limited(Lane lane, long low, long high) {
            this.lane = lane;
            this.low = low;
            this.high = high;
        }

        @Override
        void fill(int from, int count) {
            long[] in = lane.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = larger(low, smaller(high, in[i]));
            }
        }
    }

    /** The smaller or the larger of two lanes. */
    static final class Extreme extends Lane {
        private final Bound bound;
        private final Lane left;
        private final Lane right;

        Extreme(Bound bound, Lane left, Lane right) {
            this.bound = bound;
            this.left = left;
            this.right = right;
        }

        @Override
        void fill(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            if (bound == Bound.AT_MOST) {
                for (int i = 0; i < count; i++) {
                    out[i] = smaller(one[i], other[i]);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    out[i] = larger(one[i], other[i]);
                }
            }
        }
    }

    /** One of two lanes, as a mask says. */
    static final class Choice extends Lane {
        private final Mask mask;
        private final Lane then;
        private final Lane otherwise;

        Choice(Mask mask, Lane then, Lane otherwise) {
            this.mask = mask;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        void fill(int from, int count) {
            long[] bits = mask.of(from, count);
            long[] one = then.of(from, count);
            long[] other = otherwise.of(from, count);
            for (int i = 0; i < count; i++) {
                long all = -(bits[i >>> 6] >>> i & 1);
                out[i] = one[i] & all | other[i] & ~all;
            }
        }
    }

    /** A lane over a positive divisor, rounded to an integer. */
    static final class Rounded extends Lane {
        private final Lane lane;
        private final long divisor;
        private final Rounding mode;

        Rounded(Lane lane, long divisor, Rounding mode) {
            this.lane = lane;
            this.divisor = divisor;
            this.mode = mode;
        }

        @Override
        void fill(int from, int count) {
            long[] in = lane.of(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = mode.quotient(in[i], divisor);
            }
        }
    }
}
