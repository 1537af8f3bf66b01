package kpi.result;

import java.io.IOException;
import kpi.diagnostic.KpiException;

/**
 * What a result is written to has refused it; the cause says why. What was written before stays written, and the result
 * itself is as good as before.
 */
public class KpiOutputException extends KpiException {
    private static final long serialVersionUID = 1L;

    public KpiOutputException(IOException cause) {
        super("the result could not be written: " + cause.getMessage(), cause);
    }
}
