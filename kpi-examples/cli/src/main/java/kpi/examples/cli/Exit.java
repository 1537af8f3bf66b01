package kpi.examples.cli;

/** What the tool answers to the shell. */
final class Exit {
    static final int FINE = 0;

    /** The text or the data have errors, all of them listed. */
    static final int ERRORS = 1;

    static final int WRONG_USAGE = 2;

    private Exit() {}
}
