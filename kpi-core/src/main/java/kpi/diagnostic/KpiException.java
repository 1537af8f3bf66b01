package kpi.diagnostic;

/**
 * The root of everything this library throws: for a host's own mistake, at a strict door such as {@code orElseThrow}, and
 * where the host asked to stop. What is wrong with a text or with data is never thrown but told as a {@link Problem}.
 */
public class KpiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected KpiException(String message) {
        super(message);
    }

    protected KpiException(String message, Throwable cause) {
        super(message, cause);
    }
}
