package kpi.result;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/**
 * A KPI over successive periods: each as its own version computed it, and how it changed from the year before. Immutable.
 *
 * <pre>{@code
 * KpiHistory history = program.history("HF3.1", ReportingPeriod.roc(107), facts, Evaluation.of(ReportingPeriod.roc(109)));
 * history.at(ReportingPeriod.roc(109)).change().difference().display(Language.EN);   // −8.84 百分點
 * }</pre>
 *
 * @param id the KPI
 * @param knownOn the day the data are seen from; empty if all count
 * @param calendar how its text writes years
 * @param entries the periods, the earliest first
 */
public record KpiHistory(String id, Optional<LocalDate> knownOn, CalendarKind calendar, List<Entry> entries) {
    public KpiHistory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(knownOn, "knownOn");
        Objects.requireNonNull(calendar, "calendar");
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new KpiUsageException("a history has at least one period");
        }
    }

    /**
     * One period.
     *
     * @param result what the KPI is in it, as {@code program.evaluate} answers; {@link KpiResult#versionFrom()}
     *     and {@link KpiResult#name()} are of the version that computed it
     */
    public record Entry(KpiResult result, YearOnYear change) {
        public Entry {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(change, "change");
        }

        public ReportingPeriod period() {
            return result.period();
        }
    }

    /**
     * The entry of a period.
     *
     * @throws KpiUsageException if the history does not reach to it
     */
    public Entry at(ReportingPeriod period) {
        return entries.stream()
                .filter(entry -> entry.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new KpiUsageException("the history of " + id + " has no " + period));
    }

    public ReportingPeriod first() {
        return entries.get(0).period();
    }

    public ReportingPeriod last() {
        return entries.get(entries.size() - 1).period();
    }

    /** What is to be said about its figures and their changes, each once. */
    public List<Problem> problems() {
        Set<Problem> all = new LinkedHashSet<>();
        entries.forEach(entry -> {
            all.addAll(entry.result().problems());
            all.addAll(entry.change().problems());
        });
        return List.copyOf(all);
    }
}
