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
 */
public record Workers(int threads, Optional<Executor> executor) {
    /** The calling thread alone. */
    public static final Workers ALONE = new Workers(1, Optional.empty());

    private static final int MOST_THREADS = 1024;

    public Workers {
        Objects.requireNonNull(executor, "executor");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new KpiUsageException(threads + " threads; from 1 to " + MOST_THREADS + " can be asked for");
        }
    }
}
