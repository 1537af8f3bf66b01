package kpi.engine;

import kpi.model.InputDefinition;
import kpi.value.ReportingPeriod;

/**
 * What is known. Which of several figures counts, and what was known on a day, is decided behind it; the same question
 * gets the same answer throughout one evaluation.
 */
public interface FactSource {

    /** The figure of an input, of the dimension of its unit; missing if there is none. */
    Outcome input(InputDefinition input, ReportingPeriod period);

    /** The rows of a dataset. */
    RowSet rows(String table, ReportingPeriod period);
}
