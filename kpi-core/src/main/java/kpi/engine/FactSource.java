package kpi.engine;

import java.util.Optional;
import kpi.model.InputDefinition;
import kpi.model.LevelFigures;
import kpi.value.ReportingPeriod;

/**
 * What is known. Which of several figures counts, and what was known on a day, is decided behind it; the same question
 * gets the same answer throughout one evaluation.
 */
public interface FactSource {

    /** The figure of an input, of the dimension of its unit; missing if there is none. */
    Outcome input(InputDefinition input, ReportingPeriod period);

    /** What an example gives in place of a figure beside the target; empty where what the text says stands. */
    default Optional<Outcome> level(LevelFigures level, ReportingPeriod period) {
        return Optional.empty();
    }

    /** The rows of a dataset. */
    RowSet rows(String table, ReportingPeriod period);
}
