package kpi.score;

import java.util.Objects;
import java.util.Optional;
import kpi.data.Rating;
import kpi.source.Place;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** A judged score given without a period: it is of whatever period is evaluated. */
public record UndatedRating(String kpi, String dimension, String stage, Quantity score, String scorer, Place place) {
    public UndatedRating {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(place, "place");
    }

    Rating in(ReportingPeriod period) {
        return new Rating(kpi, dimension, period, score, stage, scorer, Optional.empty(), "", place);
    }
}
