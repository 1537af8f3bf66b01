package kpi.engine;

import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.model.Facet;
import kpi.model.Recalled;
import kpi.value.ReportingPeriod;

/** Figures of KPIs that were evaluated before: values, never texts. */
public interface FigureSource {

    /** A figure of another KPI in the same period. */
    Outcome figure(String kpi, Facet facet);

    /** Whether a KPI has no such figure because its author declared so: then nobody waits for it, and no share counts it. */
    default boolean isExempt(String kpi, Facet facet) {
        return false;
    }

    /** The rows of a KPI per row or group; empty if the name is no such KPI. */
    default Optional<KpiRows> rows(String kpi) {
        return Optional.empty();
    }

    /** What something was in another period than the evaluated one, as the text in force then has it. */
    default Outcome recall(Recalled what, ReportingPeriod period) {
        throw new KpiUsageException("no other period is known here");
    }

    /** The rows or groups of another period, of which {@code what} is of one, as the text in force then has them. */
    default KpiRows recallRows(Recalled.Joined what, ReportingPeriod period) {
        throw new KpiUsageException("no other period is known here");
    }

    /** A figure of the KPI being evaluated, for the lines that come after it. */
    Outcome own(Facet facet);
}
