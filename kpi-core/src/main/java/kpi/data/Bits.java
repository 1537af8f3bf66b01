package kpi.data;

import java.util.Arrays;
import kpi.data.raw.RawLongs;
import kpi.diagnostic.KpiUsageException;

/** An immutable set of rows, one bit a row: which are missing, which are true. */
public final class Bits {
    private static final long[] NO_WORDS = {};

    private final int size;
    private final int count;
    private final long[] words;

    private Bits(int size, int count, long[] words) {
        this.size = size;
        this.count = count;
        this.words = words;
    }

    /** No row of {@code size} rows. */
    public static Bits none(int size) {
        return new Bits(size, 0, NO_WORDS);
    }

    static Bits of(int size, long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count == 0 ? none(size) : new Bits(size, count, Arrays.copyOf(words, (size + 63) >>> 6));
    }

    /** Whether the row is in the set. Refuses a row that does not exist. */
    public boolean get(int row) {
        if (row < 0 || row >= size) {
            throw new KpiUsageException("row " + row + " of " + size);
        }
        return contains(row);
    }

    boolean contains(int row) {
        return count != 0 && (words[row >>> 6] & 1L << row) != 0;
    }

    /** How many rows there are, in the set or not. */
    public int size() {
        return size;
    }

    /** How many rows are in the set. */
    public int count() {
        return count;
    }

    /**
     * For engines: row r is bit {@code r & 63} of word {@code r >>> 6}; bits past the last row are 0. No words at all
     * when no row is in the set.
     */
    public RawLongs raw() {
        return new RawLongs(words);
    }

    /** Grows row by row. */
    static final class Builder {
        private long[] words = NO_WORDS;

        void set(int row) {
            int word = row >>> 6;
            if (word >= words.length) {
                words = Arrays.copyOf(words, Math.max(16, Math.max(word + 1, words.length + (words.length >> 1))));
            }
            words[word] |= 1L << row;
        }

        void clear(int row) {
            int word = row >>> 6;
            if (word < words.length) {
                words[word] &= ~(1L << row);
            }
        }

        boolean contains(int row) {
            int word = row >>> 6;
            return word < words.length && (words[word] & 1L << row) != 0;
        }

        Bits build(int size) {
            return of(size, words);
        }
    }
}
