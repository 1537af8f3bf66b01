package kpi.diagnostic;

/** The root of everything this library throws. */
public class KpiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected KpiException(String message) {
        super(message);
    }

    protected KpiException(String message, Throwable cause) {
        super(message, cause);
    }
}
