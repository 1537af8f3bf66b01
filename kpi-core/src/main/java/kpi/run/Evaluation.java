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
    private final Detail detail;
    private final BooleanSupplier stop;

    private Evaluation(ReportingPeriod period, Optional<LocalDate> knownOn, Detail detail, BooleanSupplier stop) {
        this.period = Objects.requireNonNull(period, "period");
        this.knownOn = Objects.requireNonNull(knownOn, "knownOn");
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
        return new Evaluation(period, Optional.empty(), Detail.STEPS, NEVER);
    }

    /** As known on a day: data dated later are not seen, undated data are. */
    public Evaluation knownOn(LocalDate day) {
        return new Evaluation(period, Optional.of(day), detail, stop);
    }

    public Evaluation explain(Detail much) {
        return new Evaluation(period, knownOn, much, stop);
    }

    /** Asked often while evaluating; once true, the evaluation ends with {@link kpi.diagnostic.KpiCancelledException}. */
    public Evaluation cancelWhen(BooleanSupplier signal) {
        return new Evaluation(period, knownOn, detail, signal);
    }

    public ReportingPeriod period() {
        return period;
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
