package kpi.score;

/**
 * How much may be looked at to decide whether printed figures agree within the rounding of what is behind them; past it they
 * stay undecided. One effort serves a published figure, or all figures of a published column.
 */
final class Effort {
    /** Terms and cells looked at: some seconds at most. */
    static final long MOST = 5_000_000;

    private long left;

    Effort() {
        this(MOST);
    }

    Effort(long most) {
        this.left = most;
    }

    /** Whether so much more may be done; if not, nothing more may. */
    boolean allows(long more) {
        left = more > left ? 0 : left - more;
        return left > 0;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
