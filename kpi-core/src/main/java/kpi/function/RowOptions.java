package kpi.function;

import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;

/**
 * What a formula wrote behind the rows, in the order of the parameters of their kind.
 *
 * @param levels shares from 0 to 1
 */
public record RowOptions(List<Exact> levels, List<RowChoice> choices) {
    /** Nothing. */
    public static final RowOptions NONE = new RowOptions(List.of(), List.of());

    public RowOptions {
        levels = List.copyOf(levels);
        choices = List.copyOf(choices);
        for (Exact level : levels) {
            if (level.signum() < 0 || level.compareTo(Exact.ONE) > 0) {
                throw new KpiUsageException("a level is from 0 to 1, not " + level);
            }
        }
    }

    /** Whether they are what these parameters ask for. */
    boolean fit(List<RowParameter> parameters) {
        int nextLevel = 0;
        int nextChoice = 0;
        for (RowParameter parameter : parameters) {
            if (parameter instanceof RowParameter.Named named) {
                if (nextChoice >= choices.size() || !named.choices().contains(choices.get(nextChoice++))) {
                    return false;
                }
            } else if (nextLevel++ >= levels.size()) {
                return false;
            }
        }
        return nextLevel == levels.size() && nextChoice == choices.size();
    }
}
