package kpi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawNumbers;
import kpi.data.raw.RawShorts;

/** A growing list of int in pieces; see {@link LongChunks}. */
final class IntChunks {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;
    private static final int[] NONE = {};

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

    /** All values, as narrow as they allow; the list is empty afterwards. */
    RawNumbers drain() {
        long least = 0;
        long most = 0;
        for (int c = 0; c < chunks.size(); c++) {
            int[] chunk = chunks.get(c);
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
            default:
                int[] all = new int[size];
                for (int i = 0; i < size; i++) {
                    all[i] = taken(i);
                }
                return new RawInts(all);
        }
    }

    /** The value at an index, each asked once and in order: a piece that was read to its end is let go. */
    private int taken(int index) {
        int value = get(index);
        if ((index & LENGTH - 1) == LENGTH - 1) {
            chunks.set(index >>> BITS, NONE);
        }
        return value;
    }
}
