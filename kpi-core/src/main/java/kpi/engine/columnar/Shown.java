package kpi.engine.columnar;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The first rows that passed a filter, as many as are wanted. For one thread, which meets rows in order. */
final class Shown {
    private final int most;
    private int[] rows = new int[0];
    private int size;

    Shown(int most) {
        this.most = most;
    }

    boolean isFull() {
        return size >= most;
    }

    /** Takes the rows of a mask, up to those that are wanted. */
    void add(int from, long[] mask, int words) {
        for (int word = 0; word < words; word++) {
            for (long bits = mask[word]; bits != 0 && size < most; bits &= bits - 1) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, Math.min(most, Math.max(64, 2 * size)));
                }
                rows[size++] = from + (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
    }

    /** Takes those of another thread: the first of both are the first of all. */
    void merge(Shown other) {
        rows = IntStream.concat(IntStream.of(rows()), IntStream.of(other.rows()))
                .sorted()
                .limit(most)
                .toArray();
        size = rows.length;
    }

    int[] rows() {
        return IntStream.of(rows).limit(size).toArray();
    }
}
