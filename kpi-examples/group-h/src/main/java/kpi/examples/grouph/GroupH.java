package kpi.examples.grouph;

/** Computes the Group H scorecard. */
public final class GroupH {
    private GroupH() {}

    /** Runs the example. */
    public static void main(String[] args) {
        // Nothing to compute yet.
    }
}
