package kpi.engine;

import java.util.Optional;
import kpi.model.Facet;

/** Figures of KPIs that were evaluated before: values, never texts. */
public interface FigureSource {

    /** A figure of another KPI in the same period. */
    Outcome figure(String kpi, Facet facet);

    /** The rows of a KPI per row or group; empty if the name is no such KPI. */
    default Optional<KpiRows> rows(String kpi) {
        return Optional.empty();
    }

    /** A figure of the KPI being evaluated, for the lines that come after it. */
    Outcome own(Facet facet);
}
