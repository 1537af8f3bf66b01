package kpi.engine.columnar;

import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawLongs;
import kpi.data.raw.RawNumbers;
import kpi.data.raw.RawShorts;

/** Lanes and masks that read a column of each width, with a limit on either side. The loops differ only in the type of the array. */
final class Reads {
    private Reads() {}

    /** The nearest int. */
    static int asInt(long limit) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, limit));
    }

    /** The integers of a column, none below {@code low} or above {@code high}. */
    static Lane lane(RawNumbers raw, long low, long high) {
        if (raw instanceof RawBytes bytes) {
            return new OfBytes(bytes.array(), low, high);
        }
        if (raw instanceof RawShorts shorts) {
            return new OfShorts(shorts.array(), low, high);
        }
        return raw instanceof RawInts ints
                ? new OfInts(ints.array(), low, high)
                : new OfLongs(((RawLongs) raw).array(), low, high);
    }

    /** The rows whose integer is neither below {@code low} nor above {@code high}. */
    static Mask within(RawNumbers raw, long low, long high) {
        if (raw instanceof RawBytes bytes) {
            return new WithinBytes(bytes.array(), low, high);
        }
        if (raw instanceof RawShorts shorts) {
            return new WithinShorts(shorts.array(), low, high);
        }
        return raw instanceof RawInts ints
                ? new WithinInts(ints.array(), low, high)
                : new WithinLongs(((RawLongs) raw).array(), low, high);
    }

    private static final class OfBytes extends Lane {
        private final byte[] array;
        private final int low;
        private final int high;

        OfBytes(byte[] array, long low, long high) {
            this.array = array;
            this.low = asInt(low);
            this.high = asInt(high);
        }

        @Override
        void fill(int from, int count) {
            if (low == Integer.MIN_VALUE && high == Integer.MAX_VALUE) {
                for (int i = 0; i < count; i++) {
                    out[i] = array[from + i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.max(low, Math.min(high, array[from + i]));
                }
            }
        }
    }

    private static final class WithinBytes extends Mask {
        private final byte[] array;
        private final long low;
        private final long span;

        WithinBytes(byte[] array, long low, long high) {
            this.array = array;
            this.low = low;
            this.span = high - low + Long.MIN_VALUE;
        }

        @Override
        void fill(int from, int count) {
            for (int word = 0; word << 6 < count; word++) {
                int start = from + (word << 6);
                int rows = Math.min(64, count - (word << 6));
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= (array[start + i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }

    private static final class OfShorts extends Lane {
        private final short[] array;
        private final int low;
        private final int high;

        OfShorts(short[] array, long low, long high) {
            this.array = array;
            this.low = asInt(low);
            this.high = asInt(high);
        }

        @Override
        void fill(int from, int count) {
            if (low == Integer.MIN_VALUE && high == Integer.MAX_VALUE) {
                for (int i = 0; i < count; i++) {
                    out[i] = array[from + i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.max(low, Math.min(high, array[from + i]));
                }
            }
        }
    }

    private static final class WithinShorts extends Mask {
        private final short[] array;
        private final long low;
        private final long span;

        WithinShorts(short[] array, long low, long high) {
            this.array = array;
            this.low = low;
            this.span = high - low + Long.MIN_VALUE;
        }

        @Override
        void fill(int from, int count) {
            for (int word = 0; word << 6 < count; word++) {
                int start = from + (word << 6);
                int rows = Math.min(64, count - (word << 6));
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= (array[start + i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }

    private static final class OfInts extends Lane {
        private final int[] array;
        private final int low;
        private final int high;

        OfInts(int[] array, long low, long high) {
            this.array = array;
            this.low = asInt(low);
            this.high = asInt(high);
        }

        @Override
        void fill(int from, int count) {
            if (low == Integer.MIN_VALUE && high == Integer.MAX_VALUE) {
                for (int i = 0; i < count; i++) {
                    out[i] = array[from + i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.max(low, Math.min(high, array[from + i]));
                }
            }
        }
    }

    private static final class WithinInts extends Mask {
        private final int[] array;
        private final long low;
        private final long span;

        WithinInts(int[] array, long low, long high) {
            this.array = array;
            this.low = low;
            this.span = high - low + Long.MIN_VALUE;
        }

        @Override
        void fill(int from, int count) {
            for (int word = 0; word << 6 < count; word++) {
                int start = from + (word << 6);
                int rows = Math.min(64, count - (word << 6));
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= (array[start + i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }

    private static final class OfLongs extends Lane {
        private final long[] array;
        private final long low;
        private final long high;

        OfLongs(long[] array, long low, long high) {
            this.array = array;
            this.low = low == Long.MIN_VALUE && high != Long.MAX_VALUE ? -Lanes.LIMIT : low;
            this.high = high == Long.MAX_VALUE && low != Long.MIN_VALUE ? Lanes.LIMIT : high;
        }

        @Override
        void fill(int from, int count) {
            if (low == Long.MIN_VALUE && high == Long.MAX_VALUE) {
                System.arraycopy(array, from, out, 0, count);
            } else {
                for (int i = 0; i < count; i++) {
                    out[i] = Lanes.larger(low, Lanes.smaller(high, array[from + i]));
                }
            }
        }
    }

    private static final class WithinLongs extends Mask {
        private final long[] array;
        private final long low;
        private final long span;

        WithinLongs(long[] array, long low, long high) {
            this.array = array;
            this.low = low;
            this.span = high - low + Long.MIN_VALUE;
        }

        @Override
        void fill(int from, int count) {
            for (int word = 0; word << 6 < count; word++) {
                int start = from + (word << 6);
                int rows = Math.min(64, count - (word << 6));
                long bits = 0;
                for (int i = 0; i < rows; i++) {
                    bits |= (array[start + i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }
}
