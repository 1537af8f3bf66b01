package kpi.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.data.Vintage;
import kpi.score.UndatedRating;
import kpi.source.Place;
import kpi.value.ReportingPeriod;

/** What a host gave, as it gave it: facts remember it so that more can be added. */
record Given(
        List<Input> inputs,
        List<InputRow> rows,
        List<Actual> actuals,
        List<Reached> reached,
        List<Rating> ratings,
        List<UndatedRating> undatedRatings,
        Map<String, Table> tables,
        Map<String, PiecesState> pieces) {
    Given {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
        actuals = List.copyOf(actuals);
        reached = List.copyOf(reached);
        ratings = List.copyOf(ratings);
        undatedRatings = List.copyOf(undatedRatings);
        tables = Map.copyOf(tables);
        pieces = Map.copyOf(pieces);
    }

    static final Given NOTHING =
            new Given(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

    /** A datum of an input; without a KPI it is for every KPI that uses the input, without a period for any period. */
    record Input(Optional<String> kpi, String name, Optional<ReportingPeriod> period, Datum datum) {}

    /** A reported actual. */
    record Actual(String kpi, Optional<ReportingPeriod> period, Datum datum) {}

    /** Milestones that are reported as reached, by the names the host gives them. */
    record Reached(String kpi, ReportingPeriod period, List<String> names, Vintage vintage, Place place) {
        Reached {
            names = List.copyOf(names);
        }
    }
}
