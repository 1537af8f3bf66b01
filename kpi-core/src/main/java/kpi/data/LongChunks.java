package kpi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawLongs;
import kpi.data.raw.RawNumbers;
import kpi.data.raw.RawShorts;

/**
 * A growing list of long in pieces. Growing by pieces never holds a column twice, and the pieces are let go one by one
 * while the final array fills.
 */
final class LongChunks {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;
    private static final long[] NONE = {};

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

    /** All values, as narrow as they allow; the list is empty afterwards. */
    RawNumbers drain() {
        long least = 0;
        long most = 0;
        for (int c = 0; c < chunks.size(); c++) {
            long[] chunk = chunks.get(c);
            int count = Math.min(LENGTH, size - (c << BITS));
            for (int i = 0; i < count; i++) {
                least = Math.min(least, chunk[i]);
                most = Math.max(most, chunk[i]);
            }
        }
        RawNumbers all = drained(RawNumbers.widthOf(least, most));
        chunks.clear();
        size = 0;
        return all;
    }

    private RawNumbers drained(int width) {
        switch (width) {
            case Byte.BYTES:
                byte[] bytes = new byte[size];
                for (int i = 0; i < size; i++) {
                    bytes[i] = (byte) taken(i);
                }
                return new RawBytes(bytes);
            case Short.BYTES:
                short[] shorts = new short[size];
                for (int i = 0; i < size; i++) {
                    shorts[i] = (short) taken(i);
                }
                return new RawShorts(shorts);
            case Integer.BYTES:
                int[] ints = new int[size];
                for (int i = 0; i < size; i++) {
                    ints[i] = (int) taken(i);
                }
                return new RawInts(ints);
            default:
                long[] all = new long[size];
                for (int i = 0; i < size; i++) {
                    all[i] = taken(i);
                }
                return new RawLongs(all);
        }
    }

    /** The value at an index, each asked once and in order: a piece that was read to its end is let go. */
    private long taken(int index) {
        long value = get(index);
        if ((index & LENGTH - 1) == LENGTH - 1) {
            chunks.set(index >>> BITS, NONE);
        }
        return value;
    }
}
