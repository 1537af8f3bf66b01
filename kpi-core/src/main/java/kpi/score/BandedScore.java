package kpi.score;

import java.util.Optional;
import kpi.engine.Outcome;
import kpi.explain.Explanation;
import kpi.explain.RatingExplainer;
import kpi.model.ScoreBands;
import kpi.unit.Units;
import kpi.value.Quantity;

/**
 * What a figure of judges is worth by bands, where there are some.
 *
 * @param score the worth of its band; the figure itself without bands, or beyond a closed end
 */
record BandedScore(Outcome score, Optional<ScoreBands.Band> band) {
    static BandedScore of(Optional<ScoreBands> bands, Outcome figure) {
        Optional<ScoreBands.Band> band =
                bands.flatMap(all -> figure.quantity().flatMap(found -> all.of(found.canonical())));
        Outcome score = band.<Outcome>map(found -> Outcome.of(Quantity.canonical(found.worth(), Units.POINTS))
                        .with(figure.provenance()))
                .orElse(figure);
        return new BandedScore(score, band);
    }

    /** What the figure is called. */
    Optional<String> level() {
        return band.flatMap(ScoreBands.Band::level);
    }

    /** How the figure came about, and what it is worth. */
    Explanation explained(Explanation figure) {
        return band.map(found -> RatingExplainer.banded(figure, found, score)).orElse(figure);
    }
}
