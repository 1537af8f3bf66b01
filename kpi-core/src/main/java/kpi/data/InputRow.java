package kpi.data;

import java.util.Objects;
import kpi.diagnostic.KpiUsageException;
import kpi.value.ReportingPeriod;

/**
 * A datum of an input for a period.
 *
 * @param kpi the KPI it is for; empty if it is for every KPI that uses the input
 * @param input the name of the input; {@code actual} with a KPI is that KPI's reported actual
 */
public record InputRow(String kpi, String input, ReportingPeriod period, Datum datum) {
    public InputRow {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(datum, "datum");
        if (input.isBlank()) {
            throw new KpiUsageException("an input has a name");
        }
    }
}
