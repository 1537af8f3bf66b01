package kpi.data;

import java.util.List;

/** Finds the row that has the key of the staged row already, in a hash table of row numbers. */
final class KeyIndex {
    private final List<ColumnBuilder> columns;

    /** Numbers in a file cannot be chosen to collide if the file's author does not know this. */
    private final long salt = mix(System.identityHashCode(this));

    private final LongChunks hashes = new LongChunks();
    private int[] slots = new int[64];
    private int rows;
    private long stagedHash;
    private int freeSlot;

    KeyIndex(List<ColumnBuilder> columns) {
        this.columns = columns;
    }

    /** The kept row with the same key as the staged one; -1 if there is none. */
    int find() {
        stagedHash = salt;
        for (ColumnBuilder column : columns) {
            stagedHash = mix(stagedHash ^ column.stagedKeyHash());
        }
        int mask = slots.length - 1;
        int slot = (int) stagedHash & mask;
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            if (hashes.get(row) == stagedHash && isStaged(row)) {
                return row;
            }
            slot = slot + 1 & mask;
        }
        freeSlot = slot;
        return -1;
    }

    /** Keeps the key that {@link #find} did not find. */
    void add() {
        hashes.add(stagedHash);
        slots[freeSlot] = ++rows;
        if (rows * 2L > slots.length && slots.length < 1 << 30) {
            grow();
        }
    }

    private boolean isStaged(int row) {
        for (ColumnBuilder column : columns) {
            if (!column.stagedKeyEquals(row)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int row = 0; row < rows; row++) {
            int slot = (int) hashes.get(row) & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = row + 1;
        }
        slots = larger;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
