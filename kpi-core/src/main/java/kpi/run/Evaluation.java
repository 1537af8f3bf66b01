package kpi.run;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kpi.value.ReportingPeriod;

/**
 * How to evaluate: what the library never reads for itself. Immutable; each method answers a changed copy.
 *
 * <p>Example: {@code Evaluation.of(ReportingPeriod.roc(109)).knownOn(LocalDate.of(2020, 12, 15))}.
 */
public final class Evaluation {
    private static final BooleanSupplier NEVER = () -> false;

    private final ReportingPeriod period;
    private final Optional<LocalDate> knownOn;
    private final boolean everyPeriod;
    private final Detail detail;
    private final BooleanSupplier stop;
    private final RowEngine rows;

    private Evaluation(
            ReportingPeriod period,
            Optional<LocalDate> knownOn,
            boolean everyPeriod,
            Detail detail,
            BooleanSupplier stop,
            RowEngine rows) {
        this.period = Objects.requireNonNull(period, "period");
        this.knownOn = Objects.requireNonNull(knownOn, "knownOn");
        this.everyPeriod = everyPeriod;
        this.detail = Objects.requireNonNull(detail, "detail");
        this.stop = Objects.requireNonNull(stop, "stop");
        this.rows = Objects.requireNonNull(rows, "rows");
    }

    /** How much is explained. */
    public enum Detail {
        /** Nothing: the fastest. */
        NONE,
        /** Each step of each rule. */
        STEPS,
        /** And what each row of a dataset contributes. */
        ROWS
    }

    /** All data count, steps are explained, nothing cancels. */
    public static Evaluation of(ReportingPeriod period) {
        return new Evaluation(period, Optional.empty(), false, Detail.STEPS, NEVER, RowEngine.fastest());
    }

    /**
     * The latest period for what is evaluated once, as {@link #of} does; and each row of a dataset that has a column of
     * periods in the row's own period, which is what to ask for when nobody names a period. A KPI per row then has all rows
     * of its dataset, a KPI per group whose columns hold the period all groups of all periods; each result says its period.
     *
     * <p>Targets, versions and ranks of a row are those of its period. What aggregates the rows of a KPI still sees the rows
     * of the period it is itself evaluated in. A dataset without periods has the same rows in every period.
     *
     * <p>Example: {@code Evaluation.everyPeriod(program.latestPeriod(facts).orElseThrow())}.
     */
    public static Evaluation everyPeriod(ReportingPeriod latest) {
        return new Evaluation(latest, Optional.empty(), true, Detail.STEPS, NEVER, RowEngine.fastest());
    }

    /** As known on a day: data dated later are not seen, undated data are. */
    public Evaluation knownOn(LocalDate day) {
        return new Evaluation(period, Optional.of(day), everyPeriod, detail, stop, rows);
    }

    public Evaluation explain(Detail much) {
        return new Evaluation(period, knownOn, everyPeriod, much, stop, rows);
    }

    /** Asked often while evaluating; once true, the evaluation ends with {@link kpi.diagnostic.KpiCancelledException}. */
    public Evaluation cancelWhen(BooleanSupplier signal) {
        return new Evaluation(period, knownOn, everyPeriod, detail, signal, rows);
    }

    /** Who computes aggregates over datasets; the results are the same whoever does. */
    public Evaluation rowsBy(RowEngine engine) {
        return new Evaluation(period, knownOn, everyPeriod, detail, stop, engine);
    }

    public ReportingPeriod period() {
        return period;
    }

    /** Whether rows are evaluated each in its own period. */
    public boolean isEveryPeriod() {
        return everyPeriod;
    }

    public Optional<LocalDate> knownOn() {
        return knownOn;
    }

    public Detail detail() {
        return detail;
    }

    public BooleanSupplier stop() {
        return stop;
    }

    /** Who computes aggregates over datasets; {@link RowEngine#fastest()} unless chosen. */
    public RowEngine rowEngine() {
        return rows;
    }
}
