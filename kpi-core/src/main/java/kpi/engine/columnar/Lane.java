package kpi.engine.columnar;

/** Computes one integer for each row of a block. For one thread; a lane that several others need computes each block once. */
abstract class Lane {
    final long[] out = new long[Block.ROWS];
    private int at = -1;

    /** The integers of {@code count} rows from {@code from}; good until the next block is asked for. */
    final long[] of(int from, int count) {
        if (at != from) {
            fill(from, count);
            at = from;
        }
        return out;
    }

    /** Fills {@link #out}. */
    abstract void fill(int from, int count);
}
