package kpi.score;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.FactSource;
import kpi.engine.Outcome;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.source.Place;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/** What is known: inputs, rows, and actuals that are reported rather than computed. */
interface Known extends FactSource {
    /** The reported actual; empty if there is none for the period, or none known by the date. */
    Optional<Outcome> reported(KpiModel kpi, KpiVersion version, ReportingPeriod period);

    /** Where the reported actual is stated. */
    Optional<Place> reportedPlace(KpiModel kpi, KpiVersion version, ReportingPeriod period);

    /** The milestones that a host reports at a place by their names. */
    default Optional<Set<String>> reached(Place place) {
        return Optional.empty();
    }

    /** The score that people gave a KPI in a dimension. */
    Outcome judged(String kpi, String dimension, ReportingPeriod period);

    /** A figure of a KPI that an example gives, so that it is not computed. */
    default Optional<Outcome> given(String kpi, Facet facet, ReportingPeriod period) {
        return Optional.empty();
    }

    /** Whether an example gives a figure of a KPI, whichever. */
    default boolean gives(String kpi, ReportingPeriod period) {
        return Arrays.stream(Facet.values())
                .anyMatch(facet -> given(kpi, facet, period).isPresent());
    }

    /** The one group that an example gives figures of, with a value for each of the group columns. */
    default Map<String, Value> givenGroup(List<String> columns, ReportingPeriod period) {
        throw new KpiUsageException("nothing gives a group");
    }
}
