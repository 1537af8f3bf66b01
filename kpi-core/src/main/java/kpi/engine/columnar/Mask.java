package kpi.engine.columnar;

/** Finds one truth for each row of a block, a bit a row. For one thread. */
abstract class Mask {
    final long[] out = new long[Block.WORDS];
    private int at = -1;

    /** The truths of {@code count} rows from {@code from}, a multiple of 64; bits behind them are anything. */
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
