package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.data.Datum;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/**
 * A figure the KPI takes from outside (資料項).
 *
 * <p>It belongs to one KPI: two KPIs may each have an input of the same name with other data. {@code stated} holds the
 * figures the KPI text itself prints.
 */
public record InputDefinition(
        String kpi, String name, List<String> aliases, KpiUnit unit, List<Stated> stated, Span span) {
    public InputDefinition {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(unit, "unit");
        stated = List.copyOf(stated);
        Objects.requireNonNull(span, "span");
    }

    /** One figure of the series; without a period it holds for every period. */
    public record Stated(Optional<ReportingPeriod> period, Datum datum) {
        public Stated {
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(datum, "datum");
        }
    }
}
