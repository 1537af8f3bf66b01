package kpi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of long in pieces. Growing by pieces never holds a column twice, and the pieces are let go one by one
 * while the final array fills.
 */
final class LongChunks {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(long value) {
        int at = size & LENGTH - 1;
        if (at == 0) {
            // The first piece starts small: most tables are.
            chunks.add(new long[size == 0 ? 64 : LENGTH]);
        }
        long[] chunk = chunks.get(chunks.size() - 1);
        if (at == chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.min(LENGTH, chunk.length * 8));
            chunks.set(chunks.size() - 1, chunk);
        }
        chunk[at] = value;
        size++;
    }

    long get(int index) {
        return chunks.get(index >>> BITS)[index & LENGTH - 1];
    }

    void multiplyAll(long factor) {
        for (long[] chunk : chunks) {
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] *= factor;
            }
        }
    }

    void removeLast() {
        size--;
        if ((size & LENGTH - 1) == 0) {
            chunks.remove(chunks.size() - 1);
        }
    }

    /** All values; the list is empty afterwards. */
    long[] drain() {
        long[] all = new long[size];
        for (int c = 0; c < chunks.size(); c++) {
            int from = c << BITS;
            System.arraycopy(chunks.get(c), 0, all, from, Math.min(LENGTH, size - from));
            chunks.set(c, new long[0]);
        }
        chunks.clear();
        size = 0;
        return all;
    }
}
