package kpi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing list of int in pieces; see {@link LongChunks}. */
final class IntChunks {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;

    private final List<int[]> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        int at = size & LENGTH - 1;
        if (at == 0) {
            // The first piece starts small: most tables are.
            chunks.add(new int[size == 0 ? 64 : LENGTH]);
        }
        int[] chunk = chunks.get(chunks.size() - 1);
        if (at == chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.min(LENGTH, chunk.length * 8));
            chunks.set(chunks.size() - 1, chunk);
        }
        chunk[at] = value;
        size++;
    }

    int get(int index) {
        return chunks.get(index >>> BITS)[index & LENGTH - 1];
    }

    void removeLast() {
        size--;
        if ((size & LENGTH - 1) == 0) {
            chunks.remove(chunks.size() - 1);
        }
    }

    /** All values; the list is empty afterwards. */
    int[] drain() {
        int[] all = new int[size];
        for (int c = 0; c < chunks.size(); c++) {
            int from = c << BITS;
            System.arraycopy(chunks.get(c), 0, all, from, Math.min(LENGTH, size - from));
            chunks.set(c, new int[0]);
        }
        chunks.clear();
        size = 0;
        return all;
    }
}
