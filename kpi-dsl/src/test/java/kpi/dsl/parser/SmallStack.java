package kpi.dsl.parser;

import java.util.concurrent.atomic.AtomicReference;

/** Runs something on a thread with 256 kB of stack, as small as hosts use. */
public final class SmallStack {
    private static final int SIZE = 256 * 1024;

    private SmallStack() {}

    public static void run(Runnable task) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        task.run();
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "small stack",
                SIZE);
        thread.start();
        thread.join();
        if (failure.get() != null) {
            throw new AssertionError("failed on a small stack", failure.get());
        }
    }
}
