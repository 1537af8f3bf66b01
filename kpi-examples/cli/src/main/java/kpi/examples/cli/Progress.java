package kpi.examples.cli;

import java.util.Timer;
import java.util.TimerTask;

/** A line on standard error about work that takes over a second, if somebody watches; gone when the work is done. */
final class Progress implements AutoCloseable {
    private static final long AFTER_MILLIS = 1000;

    private static final String ERASED = "\r\u001B[K";

    private final Console console;
    private final Words words;
    private final Timer timer = new Timer("progress", true);
    private boolean shown;
    private boolean done;
    private String now = "";

    private Progress(Console console, Words words) {
        this.console = console;
        this.words = words;
        if (console.terminal()) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            show();
                        }
                    },
                    AFTER_MILLIS,
                    AFTER_MILLIS);
        }
    }

    static Progress of(Console console, Words words) {
        return new Progress(console, words);
    }

    synchronized void now(String key) {
        now = words.say(key);
    }

    private synchronized void show() {
        if (!done) {
            shown = true;
            console.err().append(ERASED).append(now).flush();
        }
    }

    @Override
    public synchronized void close() {
        timer.cancel();
        if (shown && !done) {
            console.err().append(ERASED).flush();
        }
        done = true;
    }
}
