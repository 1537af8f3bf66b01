package kpi.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.value.ReportingPeriod;

/**
 * What is made of an actual: attainment, the verdict, rank, grade and light.
 *
 * @param asserted verdicts that a document states, with its reason, by period
 */
public record Scoring(
        Optional<AttainmentRule> attainment,
        Optional<AttainedRule> attained,
        Map<ReportingPeriod, AttainedRule.Asserted> asserted,
        Optional<RankRule> rank,
        Optional<GradeRule> grade,
        Optional<LightRule> light) {
    /** Nothing is made of it. */
    public static final Scoring NONE = new Scoring(
            Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Scoring {
        Objects.requireNonNull(attainment, "attainment");
        Objects.requireNonNull(attained, "attained");
        asserted = Map.copyOf(asserted);
        Objects.requireNonNull(rank, "rank");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(light, "light");
    }

    /** Ranks alone. */
    public static Scoring ranked(Optional<RankRule> rank) {
        return new Scoring(Optional.empty(), Optional.empty(), Map.of(), rank, Optional.empty(), Optional.empty());
    }
}
