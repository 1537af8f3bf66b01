package kpi.engine.columnar;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawNumbers;
import kpi.data.raw.RawShorts;

/** Which integers were met: a byte for each where they lie close together, else a set. Once all are met, nothing is looked at. */
final class Seen {
    private static final long MOST_MARKS = 1L << 24;

    private final long least;
    private final byte[] marks;
    private final Set<Long> others = new HashSet<>();
    private long left;

    /** Of integers that lie between these. */
    Seen(long least, long most) {
        this.least = least;
        long span = most - least + 1;
        boolean close = span > 0 && span <= MOST_MARKS;
        this.marks = new byte[close ? (int) span : 0];
        this.left = close ? span : Long.MAX_VALUE;
    }

    boolean isFull() {
        return left == 0;
    }

    void add(long value) {
        if (marks.length == 0) {
            others.add(value);
        } else {
            mark((int) (value - least));
        }
    }

    private void mark(int index) {
        if (marks[index] == 0) {
            marks[index] = 1;
            left--;
        }
    }

    /** Adds the integers of a column at the rows of a mask. */
    void add(RawNumbers raw, int from, long[] mask, int words) {
        if (marks.length > 0 && raw instanceof RawBytes bytes) {
            add(bytes.array(), from, mask, words);
        } else if (marks.length > 0 && raw instanceof RawShorts shorts) {
            add(shorts.array(), from, mask, words);
        } else if (marks.length > 0 && raw instanceof RawInts ints) {
            add(ints.array(), from, mask, words);
        } else {
            for (int word = 0; word < words; word++) {
                for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                    add(raw.get(from + (word << 6) + Long.numberOfTrailingZeros(bits)));
                }
            }
        }
    }

    private void add(byte[] raw, int from, long[] mask, int words) {
        int shift = (int) least;
        for (int word = 0; word < words; word++) {
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                mark(raw[from + (word << 6) + Long.numberOfTrailingZeros(bits)] - shift);
            }
        }
    }

    private void add(short[] raw, int from, long[] mask, int words) {
        int shift = (int) least;
        for (int word = 0; word < words; word++) {
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                mark(raw[from + (word << 6) + Long.numberOfTrailingZeros(bits)] - shift);
            }
        }
    }

    private void add(int[] raw, int from, long[] mask, int words) {
        for (int word = 0; word < words; word++) {
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                add(raw[from + (word << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
    }

    void merge(Seen other) {
        for (int i = 0; i < marks.length; i++) {
            if (other.marks[i] != 0) {
                mark(i);
            }
        }
        others.addAll(other.others);
    }

    /** Each integer that was met, once. */
    void forEach(LongConsumer each) {
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                each.accept(least + i);
            }
        }
        others.forEach(each::accept);
    }
}
