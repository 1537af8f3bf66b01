package kpi.engine;

import kpi.model.Facet;

/** Figures of KPIs that were evaluated before: values, never texts. */
public interface FigureSource {

    /** A figure of another KPI in the same period. */
    Outcome figure(String kpi, Facet facet);

    /** A figure of the KPI being evaluated, for the lines that come after it. */
    Outcome own(Facet facet);
}
