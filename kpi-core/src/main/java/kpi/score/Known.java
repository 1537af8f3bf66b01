package kpi.score;

import java.util.Optional;
import kpi.engine.FactSource;
import kpi.engine.Outcome;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.source.Place;
import kpi.value.ReportingPeriod;

/** What is known: inputs, rows, and actuals that are reported rather than computed. */
interface Known extends FactSource {
    /** The reported actual; empty if there is none for the period, or none known by the date. */
    Optional<Outcome> reported(KpiModel kpi, KpiVersion version, ReportingPeriod period);

    /** Where the reported actual is stated. */
    Optional<Place> reportedPlace(KpiModel kpi, KpiVersion version, ReportingPeriod period);

    /** The score that people gave a KPI in a dimension. */
    Outcome judged(String kpi, String dimension, ReportingPeriod period);

    /** A figure of a KPI that an example gives, so that it is not computed. */
    default Optional<Outcome> given(String kpi, Facet facet, ReportingPeriod period) {
        return Optional.empty();
    }
}
