package kpi.engine.columnar;

import java.util.Arrays;
import kpi.model.Relation;

/** Masks over lanes and other masks. */
final class Masks {
    private Masks() {}

    /** Every row or none. */
    static final class Constant extends Mask {
        Constant(boolean holds) {
            Arrays.fill(out, holds ? -1L : 0L);
        }

        @Override
        void fill(int from, int count) {}
    }

    /** The rows of a set. */
    static final class Set extends Mask {
        private final long[] words;

        /** No words at all are no rows. */
        Set(long[] words) {
            this.words = words;
        }

        @Override
        void fill(int from, int count) {
            int start = from >>> 6;
            int some = Math.min(Block.words(count), Math.max(0, words.length - start));
            if (some > 0) {
                System.arraycopy(words, start, out, 0, some);
            }
            Arrays.fill(out, Math.max(0, some), Block.words(count), 0L);
        }
    }

    /** The rows whose code is in a set. */
    static final class ByCode extends Mask {
        private final Lane codes;
        private final long[] values;

        /** The values are 1 in the set, and 0 out of it. */
        ByCode(Lane codes, long[] values) {
            this.codes = codes;
            // A missing row has the code -1.
            this.values = new long[values.length + 1];
            System.arraycopy(values, 0, this.values, 1, values.length);
        }

        @Override
        void fill(int from, int count) {
            long[] code = codes.of(from, count);
            for (int word = 0; word << 6 < count; word++) {
                int start = word << 6;
                int rows = Math.min(64, count - start);
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= values[(int) code[start + i] + 1] << i;
                }
                out[word] = bits;
            }
        }
    }

    /** The rows whose integer is neither below {@code low} nor above {@code high}. */
    static final class Within extends Mask {
        private final Lane lane;
        private final long low;
        private final long span;

        Within(Lane lane, long low, long high) {
            this.lane = lane;
            this.low = low;
            this.span = high - low + Long.MIN_VALUE;
        }

        @Override
        void fill(int from, int count) {
            long[] in = lane.of(from, count);
            for (int word = 0; word << 6 < count; word++) {
                int start = word << 6;
                int rows = Math.min(64, count - start);
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= (in[start + i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }

    /** The rows where two integers stand so to each other. */
    static final class Compare extends Mask {
        private final Relation relation;
        private final Lane left;
        private final Lane right;

        Compare(Relation relation, Lane left, Lane right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        void fill(int from, int count) {
            long[] one = left.of(from, count);
            long[] other = right.of(from, count);
            // Only two questions are asked; the others are their opposites, or ask the other way round.
            boolean equal = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
            boolean swapped = relation == Relation.GREATER || relation == Relation.AT_MOST;
            boolean opposite =
                    relation == Relation.NOT_EQUAL || relation == Relation.AT_LEAST || relation == Relation.AT_MOST;
            long[] lower = swapped ? other : one;
            long[] upper = swapped ? one : other;
            for (int word = 0; word << 6 < count; word++) {
                int start = word << 6;
                int rows = Math.min(64, count - start);
                long bits = equal ? equal(lower, upper, start, rows) : less(lower, upper, start, rows);
                out[word] = opposite ? ~bits : bits;
            }
        }

        private static long less(long[] lower, long[] upper, int start, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (lower[start + i] < upper[start + i] ? 1L : 0L) << i;
            }
            return bits;
        }

        private static long equal(long[] one, long[] other, int start, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (one[start + i] == other[start + i] ? 1L : 0L) << i;
            }
            return bits;
        }
    }

    /** All or any of several masks. */
    static final class Joined extends Mask {
        private final boolean all;
        private final Mask[] parts;

        Joined(boolean all, Mask[] parts) {
            this.all = all;
            this.parts = parts;
        }

        @Override
        void fill(int from, int count) {
            int words = Block.words(count);
            Arrays.fill(out, 0, words, all ? -1L : 0L);
            for (Mask part : parts) {
                long[] bits = part.of(from, count);
                for (int i = 0; i < words; i++) {
                    out[i] = all ? out[i] & bits[i] : out[i] | bits[i];
                }
            }
        }
    }

    /** The opposite. */
    static final class Negated extends Mask {
        private final Mask mask;

        Negated(Mask mask) {
            this.mask = mask;
        }

        @Override
        void fill(int from, int count) {
            long[] bits = mask.of(from, count);
            for (int i = 0; i < Block.words(count); i++) {
                out[i] = ~bits[i];
            }
        }
    }
}
