package kpi.score;

import kpi.diagnostic.StopSignal;

/**
 * How much may be looked at to decide whether printed figures agree within the rounding of what is behind them; past it they
 * stay undecided. One effort serves a published figure, or all figures of a published column.
 */
final class Effort {
    /** Terms and cells looked at: some seconds at most. */
    static final long MOST = 5_000_000;

    private final StopSignal stop;
    private long left;

    /** @param stop asked on the way */
    Effort(StopSignal stop) {
        this.stop = stop;
        this.left = MOST;
    }

    /** Whether so much more may be done; if not, nothing more may. */
    boolean allows(long more) {
        stop.steps((int) Math.min(more, StopSignal.STEPS));
        left = more > left ? 0 : left - more;
        return left > 0;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
