package kpi.engine.columnar;

/** The sizes in which rows are worked through. */
final class Block {
    /** So many rows are computed at a time: their intermediate numbers stay in the cache nearest to the processor. */
    static final int ROWS = 1024;

    /** One bit a row. */
    static final int WORDS = ROWS / 64;

    /** So many rows one thread takes at a time, and sums of so many are kept apart before they are added to the whole. */
    static final int MORSEL = 64 * ROWS;

    private Block() {}

    /** How many words so many rows take. */
    static int words(int rows) {
        return rows + 63 >>> 6;
    }
}
