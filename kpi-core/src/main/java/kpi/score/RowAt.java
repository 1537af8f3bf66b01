package kpi.score;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.explain.Explanation;
import kpi.model.KpiVersion;
import kpi.result.Rank;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * One row or group of a KPI, in a period.
 *
 * @param data what it came to; without reference to the facts
 */
record RowAt(Data data, Pass pass, RowBase base, int index) {
    RowAt {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(pass, "pass");
        Objects.requireNonNull(base, "base");
    }

    /** What a row came to. */
    record Data(ReportingPeriod period, Scored scored, Map<String, Value> keys, Optional<Rank> rank) {}

    static RowAt of(Pass pass, ScoredRows rows, int index) {
        Data data = new Data(pass.period(), rows.row(index), rows.base().keys(index), rows.rank(index));
        return new RowAt(data, pass, rows.base(), index);
    }

    /** How its figures came about, found out when asked. */
    KpiResults.Explainer explainer(Explaining detail) {
        if (detail == Explaining.NONE) {
            return KpiResults.Explainer.NONE;
        }
        return new KpiResults.Explainer() {
            @Override
            public Optional<Explanation> actual() {
                return again().actual().explanation();
            }

            @Override
            public Optional<Explanation> attainment() {
                return again().attainment().explanation();
            }

            private Scored again() {
                KpiVersion version = data.scored().version().orElseThrow();
                return pass.explained(data.scored().kpi(), version, base, index, detail);
            }
        };
    }

    /** The rows of one pass. */
    static List<RowAt> all(Pass pass, ScoredRows rows) {
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(index -> of(pass, rows, index))
                .toList();
    }
}
