package kpi.engine.columnar;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import kpi.diagnostic.KpiUsageException;

/**
 * Who works through rows: the calling thread, and as many others as the host gives or asks for.
 *
 * @param threads how many work at most, the calling one among them
 * @param executor runs the others; where there is none, threads are begun for each pass and end with it
 * @param rowsAtOnce how many rows a thread takes at a time: a multiple of 1,024, at most 65,536
 */
public record Workers(int threads, Optional<Executor> executor, int rowsAtOnce) {
    /** The calling thread alone. */
    public static final Workers ALONE = new Workers(1, Optional.empty());

    private static final int MOST_THREADS = 1024;

    public Workers {
        Objects.requireNonNull(executor, "executor");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new KpiUsageException(threads + " threads; from 1 to " + MOST_THREADS + " can be asked for");
        }
        if (rowsAtOnce < 1 || rowsAtOnce > Block.MORSEL || rowsAtOnce % Block.ROWS != 0) {
            throw new KpiUsageException(rowsAtOnce + " rows at once");
        }
    }

    /** Each takes as many rows at a time as is usual. */
    public Workers(int threads, Optional<Executor> executor) {
        this(threads, executor, Block.MORSEL);
    }
}
