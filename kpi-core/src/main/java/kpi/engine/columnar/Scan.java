package kpi.engine.columnar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** One pass over the rows of a table for several asks. */
final class Scan {
    /** The host is asked whether to stop after so many blocks: a few thousand rows. */
    private static final int BLOCKS_BETWEEN_QUESTIONS = 4;

    private final int rows;
    private final long[] selected;
    private final boolean whole;
    private final int rowsAtOnce;
    private final AtomicInteger next = new AtomicInteger();

    /** Over the selected rows, a bit a row; {@code whole} says that all are. */
    Scan(int rows, long[] selected, boolean whole, int rowsAtOnce) {
        this.rows = rows;
        this.selected = selected;
        this.whole = whole;
        this.rowsAtOnce = rowsAtOnce;
    }

    /** Says that the host wants to stop. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped by the host", null, false, false);
        }
    }

    /**
     * Works through morsels until none is left. Several threads may do so, each with probes of its own.
     *
     * @param left for each probe the rows that are left to the reference engine; threads write to different words
     */
    void work(List<Probe> probes, List<long[]> left, BooleanSupplier stop) {
        long[] block = new long[Block.WORDS];
        int morsels = (int) (((long) rows + rowsAtOnce - 1) / rowsAtOnce);
        for (int morsel = next.getAndIncrement(); morsel < morsels; morsel = next.getAndIncrement()) {
            int start = morsel * rowsAtOnce;
            int end = (int) Math.min(rows, (long) start + rowsAtOnce);
            int blocks = 0;
            for (int from = start; from < end; from += Block.ROWS) {
                if (blocks++ % BLOCKS_BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
                    throw new Stopped();
                }
                int count = Math.min(Block.ROWS, end - from);
                boolean all = select(from, count, block);
                for (int i = 0; i < probes.size(); i++) {
                    probes.get(i).gather(from, count, block, all, left.get(i));
                }
            }
            for (Probe probe : probes) {
                probe.endMorsel();
            }
        }
    }

    private boolean select(int from, int count, long[] block) {
        int words = Block.words(count);
        int start = from >>> 6;
        for (int i = 0; i < words; i++) {
            block[i] = whole ? -1L : start + i < selected.length ? selected[start + i] : 0L;
        }
        if ((count & 63) != 0) {
            block[words - 1] &= (1L << count) - 1;
        }
        return whole;
    }

    /** Probes for jobs; empty for one that longs may not hold. */
    static List<Optional<Probe>> probes(List<Job> jobs, List<Source> sources, long rows) {
        Lowering lowering = new Lowering(sources);
        List<Optional<Probe>> probes = new ArrayList<>();
        for (Job job : jobs) {
            probes.add(Probe.of(job, lowering, sources, rows));
        }
        return probes;
    }
}
