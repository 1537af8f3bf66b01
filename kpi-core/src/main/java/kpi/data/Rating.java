package kpi.data;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.source.Place;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * A judged score of a KPI in one dimension, such as 創新度.
 *
 * @param stage 自評, 初核, 複核 or the like; empty if there is one stage only
 * @param scorer who judged; may be empty
 * @param criterion the criterion of the rubric the score is for; empty if it is for the dimension as a whole
 * @param date the day of the judgement
 * @param reason why this score; may be empty
 * @param place where it was given
 */
public record Rating(
        String kpi,
        String dimension,
        ReportingPeriod period,
        Quantity score,
        String stage,
        String scorer,
        String criterion,
        Optional<LocalDate> date,
        String reason,
        Place place) {
    public Rating {
        if (kpi.isBlank() || dimension.isBlank()) {
            throw new KpiUsageException("a rating names its KPI and its dimension");
        }
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(place, "place");
    }

    /** A score of the dimension as a whole. */
    public Rating(
            String kpi,
            String dimension,
            ReportingPeriod period,
            Quantity score,
            String stage,
            String scorer,
            Optional<LocalDate> date,
            String reason,
            Place place) {
        this(kpi, dimension, period, score, stage, scorer, "", date, reason, place);
    }
}
