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

    private Evaluation(
            ReportingPeriod period,
            Optional<LocalDate> knownOn,
            boolean everyPeriod,
            Detail detail,
            BooleanSupplier stop) {
        this.period = Objects.requireNonNull(period, "period");
        this.knownOn = Objects.requireNonNull(knownOn, "knownOn");
        this.everyPeriod = everyPeriod;
        this.detail = Objects.requireNonNull(detail, "detail");
        this.stop = Objects.requireNonNull(stop, "stop");
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
        return new Evaluation(period, Optional.empty(), false, Detail.STEPS, NEVER);
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
        return new Evaluation(latest, Optional.empty(), true, Detail.STEPS, NEVER);
    }

    /** As known on a day: data dated later are not seen, undated data are. */
    public Evaluation knownOn(LocalDate day) {
        return new Evaluation(period, Optional.of(day), everyPeriod, detail, stop);
    }

    public Evaluation explain(Detail much) {
        return new Evaluation(period, knownOn, everyPeriod, much, stop);
    }

    /** Asked often while evaluating; once true, the evaluation ends with {@link kpi.diagnostic.KpiCancelledException}. */
    public Evaluation cancelWhen(BooleanSupplier signal) {
        return new Evaluation(period, knownOn, everyPeriod, detail, signal);
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
}
