package kpi.diagnostic;

/** The host asked to stop. */
public class KpiCancelledException extends KpiException {
    private static final long serialVersionUID = 1L;

    public KpiCancelledException(String message) {
        super(message);
    }
}
