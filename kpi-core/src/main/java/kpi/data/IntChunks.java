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
    private int[] last = NONE;
    private int filled;
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if (filled == last.length) {
            addRoom();
        }
        last[filled++] = value;
        size++;
    }

    private void addRoom() {
        if (filled > 0 && filled < LENGTH) {
            last = Arrays.copyOf(last, Math.min(LENGTH, filled * 8));
            chunks.set(chunks.size() - 1, last);
        } else {
            // The first piece starts small: most tables are.
            last = new int[size == 0 ? 64 : LENGTH];
            chunks.add(last);
            filled = 0;
        }
    }

    int get(int index) {
        return chunks.get(index >>> BITS)[index & LENGTH - 1];
    }

    void removeLast() {
        size--;
        filled--;
        if (filled == 0) {
            chunks.remove(chunks.size() - 1);
            last = chunks.isEmpty() ? NONE : chunks.get(chunks.size() - 1);
            filled = chunks.isEmpty() ? 0 : LENGTH;
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
        last = NONE;
        filled = 0;
        size = 0;
        return all;
    }

    private RawNumbers drained(int width) {
        switch (width) {
            case Byte.BYTES:
                byte[] bytes = new byte[size];
                for (int c = 0; c < chunks.size(); c++) {
                    int[] chunk = taken(c);
                    int from = c << BITS;
                    int count = Math.min(LENGTH, size - from);
                    for (int i = 0; i < count; i++) {
                        bytes[from + i] = (byte) chunk[i];
                    }
                }
                return new RawBytes(bytes);
            case Short.BYTES:
                short[] shorts = new short[size];
                for (int c = 0; c < chunks.size(); c++) {
                    int[] chunk = taken(c);
                    int from = c << BITS;
                    int count = Math.min(LENGTH, size - from);
                    for (int i = 0; i < count; i++) {
                        shorts[from + i] = (short) chunk[i];
                    }
                }
                return new RawShorts(shorts);
            default:
                int[] all = new int[size];
                for (int c = 0; c < chunks.size(); c++) {
                    int from = c << BITS;
                    System.arraycopy(taken(c), 0, all, from, Math.min(LENGTH, size - from));
                }
                return new RawInts(all);
        }
    }

    /** A piece, which the list lets go. */
    private int[] taken(int piece) {
        int[] chunk = chunks.get(piece);
        chunks.set(piece, NONE);
        return chunk;
    }
}
