package kpi.engine;

import java.util.Objects;
import kpi.engine.columnar.Workers;

/**
 * Whether aggregates over datasets are computed column by column.
 *
 * @param fewestRows tables of fewer rows are left to the reference engine, which is ready sooner
 * @param workers who computes
 */
public record ColumnChoice(int fewestRows, Workers workers) {
    /** Every row is left to the reference engine. */
    public static final ColumnChoice NEVER = new ColumnChoice(Integer.MAX_VALUE, Workers.ALONE);

    /** As soon as it pays, by the calling thread alone. */
    public static final ColumnChoice FASTEST = new ColumnChoice(256, Workers.ALONE);

    public ColumnChoice {
        Objects.requireNonNull(workers, "workers");
    }

    /** Whether every row is left to the reference engine. */
    public boolean isNever() {
        return fewestRows == Integer.MAX_VALUE;
    }

    /** For tables of every size. */
    public static ColumnChoice always(Workers workers) {
        return new ColumnChoice(0, workers);
    }
}
