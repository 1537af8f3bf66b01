package kpi.run;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.ColumnChoice;
import kpi.engine.columnar.Workers;

/**
 * Who computes aggregates over the rows of datasets. Results are the same whichever is chosen, bit for bit, with their marks,
 * reasons and explanations: only the time differs. Immutable; each method answers a changed copy.
 *
 * <p>The library begins no thread unless a host asks for one here, and none outlives the evaluation.
 *
 * <p>Example: {@code Evaluation.of(period).rowsBy(RowEngine.fastest().threads(4))}.
 */
public final class RowEngine {
    private static final RowEngine FASTEST = new RowEngine(ColumnChoice.FASTEST);
    private static final RowEngine REFERENCE = new RowEngine(ColumnChoice.NEVER);
    private static final RowEngine COLUMNAR = new RowEngine(ColumnChoice.always(Workers.ALONE));

    private final ColumnChoice choice;

    private RowEngine(ColumnChoice choice) {
        this.choice = choice;
    }

    /** Column by column where that is sure to be right and worth the planning, row by row elsewhere. */
    public static RowEngine fastest() {
        return FASTEST;
    }

    /** Row by row: the engine that says what is meant. */
    public static RowEngine reference() {
        return REFERENCE;
    }

    /** Column by column wherever that is sure to be right, however small the dataset: to test one engine with the other. */
    public static RowEngine columnar() {
        return COLUMNAR;
    }

    /**
     * With so many threads, the calling one among them; the others begin with each pass over a large dataset and end with it.
     *
     * @throws KpiUsageException if there are fewer than one, or more than 1,024
     */
    public RowEngine threads(int count) {
        return with(new Workers(count, Optional.empty()));
    }

    /**
     * With so many threads, the calling one among them; the others are tasks of the executor. A task that has not begun when
     * the work is done is not waited for, and does nothing.
     *
     * @throws KpiUsageException if there are fewer than one, or more than 1,024
     */
    public RowEngine threads(int count, Executor executor) {
        return with(new Workers(count, Optional.of(Objects.requireNonNull(executor, "executor"))));
    }

    private RowEngine with(Workers workers) {
        return choice.isNever() ? this : new RowEngine(new ColumnChoice(choice.fewestRows(), workers));
    }

    ColumnChoice choice() {
        return choice;
    }
}
