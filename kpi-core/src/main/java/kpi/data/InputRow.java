package kpi.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.value.ReportingPeriod;

/**
 * A datum of an input for a period.
 *
 * @param kpi the KPI it is for; empty if it is for every KPI that uses the input
 * @param input the name of the input; {@code actual} with a KPI is that KPI's reported actual
 * @param reached which milestones of the KPI are reached, in place of a figure; then the datum has none
 */
public record InputRow(String kpi, String input, ReportingPeriod period, Datum datum, Optional<List<String>> reached) {
    public InputRow {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(datum, "datum");
        reached = reached.map(List::copyOf);
        if (input.isBlank()) {
            throw new KpiUsageException("an input has a name");
        }
        if (reached.isPresent() && (kpi.isBlank() || datum.quantity().isPresent())) {
            throw new KpiUsageException("milestones are those of a KPI, and stand in place of a figure");
        }
    }

    /** A figure, or that there is none. */
    public InputRow(String kpi, String input, ReportingPeriod period, Datum datum) {
        this(kpi, input, period, datum, Optional.empty());
    }
}
