package kpi.model;

import kpi.diagnostic.KpiException;

/** Someone tried to build a term that means nothing; the analysis checks first, so this is a fault of the compiler. */
public final class IllTypedException extends KpiException {
    private static final long serialVersionUID = 1L;

    IllTypedException(String message) {
        super(message);
    }
}
