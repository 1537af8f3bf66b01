package kpi.diagnostic;

/**
 * The host asked to stop: its own stop signal said so while something was evaluated or written. Nothing half-done is
 * kept; the same call may be made again.
 */
public class KpiCancelledException extends KpiException {
    private static final long serialVersionUID = 1L;

    public KpiCancelledException(String message) {
        super(message);
    }
}
