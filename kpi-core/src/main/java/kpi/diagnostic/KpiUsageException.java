package kpi.diagnostic;

/** The host's own mistake: an id that does not exist, facts of another program, an impossible argument. */
public class KpiUsageException extends KpiException {
    private static final long serialVersionUID = 1L;

    public KpiUsageException(String message) {
        super(message);
    }

    public KpiUsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
