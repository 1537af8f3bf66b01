package kpi.result;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.value.Quantity;

/**
 * How people came to the score of a KPI in a dimension: stage by stage, scorer by scorer, criterion by criterion.
 *
 * @param dimension the id of the dimension
 * @param stages in the order of the text
 * @param level what the score is called, where bands of the dimension say so
 */
public record JudgedScore(String dimension, List<Stage> stages, Optional<String> level) {
    public JudgedScore {
        Objects.requireNonNull(dimension, "dimension");
        stages = List.copyOf(stages);
        Objects.requireNonNull(level, "level");
    }

    /** The stage whose score is that of the dimension; empty if none has one yet, or a formula makes one of several. */
    public Optional<Stage> standing() {
        return stages.stream().filter(Stage::stands).findFirst();
    }

    /** Whether every stage has all the ratings it is to have. */
    public boolean complete() {
        return stages.stream().allMatch(stage -> stage.lacking().isEmpty());
    }

    /**
     * One round of judging (階段).
     *
     * @param id how the text calls it
     * @param name what documents print: 初核
     * @param stands whether its score is that of the dimension
     * @param score what its scorers came to
     * @param scorers those who judged, also in part
     * @param agreement how far they agree; empty if fewer than two came to a score
     * @param lacking which scorers and criteria are not rated
     * @param level what the score is called, where bands of the stage say so
     */
    public record Stage(
            String id,
            String name,
            boolean stands,
            Figure score,
            List<Scorer> scorers,
            Optional<ScorerAgreement> agreement,
            List<LocalText> lacking,
            Optional<String> level) {
        public Stage {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(score, "score");
            scorers = List.copyOf(scorers);
            Objects.requireNonNull(agreement, "agreement");
            lacking = List.copyOf(lacking);
            Objects.requireNonNull(level, "level");
        }
    }

    /**
     * Somebody who judged (評分者).
     *
     * @param name may be empty where the data do not say who
     * @param score what the criteria came to; absent where one is not rated
     * @param criteria the ratings by the name of the criterion; empty where the whole was judged
     * @param date the day of the latest rating
     * @param reason may be empty
     */
    public record Scorer(
            String name, Figure score, Map<String, Quantity> criteria, Optional<LocalDate> date, String reason) {
        public Scorer {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(score, "score");
            criteria = Collections.unmodifiableMap(new LinkedHashMap<>(criteria));
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * How far scorers agree (評分者一致程度); both are 0 where all give the same.
     *
     * @param range the highest score less the lowest (全距)
     * @param meanDeviation the mean absolute deviation from their mean (平均絕對差)
     */
    public record ScorerAgreement(Quantity range, Quantity meanDeviation) {
        public ScorerAgreement {
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(meanDeviation, "meanDeviation");
        }
    }
}
