package kpi.engine.columnar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Several threads at one scan. The calling thread works too and never waits for a task that has not begun: an executor that
 * is busy, or refuses, only makes the scan slower.
 */
final class Crew {
    private Crew() {}

    /**
     * The probes of all threads, merged into those of the calling thread; empty if the host said stop.
     *
     * @param probes for each of the others
     */
    static Optional<List<Probe>> run(
            Scan scan,
            List<Probe> own,
            Supplier<List<Probe>> probes,
            List<long[]> left,
            Workers workers,
            int rows,
            BooleanSupplier stop) {
        int useful = (int) Math.min(workers.threads(), (rows + workers.rowsAtOnce() - 1L) / workers.rowsAtOnce());
        AtomicBoolean stopped = new AtomicBoolean();
        List<Helper> helpers = new ArrayList<>();
        for (int i = 1; i < useful; i++) {
            Helper helper = new Helper(scan, probes.get(), left, stopped);
            if (begin(helper, workers.executor())) {
                helpers.add(helper);
            }
        }
        try {
            scan.work(own, left, stop);
        } catch (Scan.Stopped asked) {
            stopped.set(true);
            helpers.forEach(Helper::end);
            return Optional.empty();
        } catch (RuntimeException | Error thrown) {
            stopped.set(true);
            helpers.forEach(Helper::end);
            throw thrown;
        }
        for (Helper helper : helpers) {
            if (helper.end()) {
                merge(own, helper.probes);
            }
        }
        return Optional.of(own);
    }

    private static boolean begin(Helper helper, Optional<Executor> executor) {
        if (executor.isEmpty()) {
            Thread thread = new Thread(helper, "kpi-rows");
            thread.setDaemon(true);
            thread.start();
            return true;
        }
        try {
            executor.get().execute(helper);
            return true;
        } catch (RejectedExecutionException busy) {
            return false;
        }
    }

    private static void merge(List<Probe> into, List<Probe> from) {
        for (int i = 0; i < into.size(); i++) {
            into.get(i).tally().merge(from.get(i).tally());
            into.get(i).shown().merge(from.get(i).shown());
        }
    }

    private enum State {
        WAITING,
        WORKING,
        DONE,
        NEVER
    }

    /** One of the other threads. */
    private static final class Helper implements Runnable {
        private final Scan scan;
        private final List<Probe> probes;
        private final List<long[]> left;
        private final AtomicBoolean stopped;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());

        Helper(Scan scan, List<Probe> probes, List<long[]> left, AtomicBoolean stopped) {
            this.scan = scan;
            this.probes = probes;
            this.left = left;
            this.stopped = stopped;
        }

        @Override
        public void run() {
            if (!state.compareAndSet(State.WAITING, State.WORKING)) {
                return;
            }
            try {
                scan.work(probes, left, stopped::get);
            } catch (Scan.Stopped asked) {
                // The calling thread knows why.
            } catch (RuntimeException | Error thrown) {
                failure.set(Optional.of(thrown));
            } finally {
                synchronized (this) {
                    state.set(State.DONE);
                    notifyAll();
                }
            }
        }

        /** Waits for what has begun, and keeps the rest from beginning; whether it had begun. */
        boolean end() {
            if (state.compareAndSet(State.WAITING, State.NEVER)) {
                return false;
            }
            boolean interrupted = false;
            synchronized (this) {
                while (state.get() != State.DONE) {
                    try {
                        wait();
                    } catch (InterruptedException later) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Objects.requireNonNull(failure.get()).ifPresent(Helper::rethrow);
            return true;
        }

        private static void rethrow(Throwable thrown) {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }
}
