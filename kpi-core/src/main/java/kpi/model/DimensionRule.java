package kpi.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.number.Exact;
import kpi.source.Span;

/** How a dimension gets its score (評分面向), where the text says so. */
public sealed interface DimensionRule {
    /** Where the text says so. */
    Span span();

    /** A rule that could not be understood: there are no scores then, whatever the ratings. */
    record Broken(Span span, kpi.diagnostic.Problem problem) implements DimensionRule {
        public Broken {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * People judge, stage by stage.
     *
     * @param rubric what is judged, with weights that make 1; empty where only the whole is
     * @param stages in their order: a later one may be held against an earlier one
     * @param score which stage gives the score: the first of these that has one; empty where a formula does
     * @param formula what the stages make together
     * @param bands what the score so far is worth; without bands it is the score itself
     */
    record Judged(
            Span span,
            RatingScale scale,
            List<Criterion> rubric,
            List<ReviewStage> stages,
            List<Choice> score,
            Optional<StageFormula> formula,
            Optional<ScoreBands> bands)
            implements DimensionRule {
        public Judged {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(scale, "scale");
            rubric = List.copyOf(rubric);
            stages = List.copyOf(stages);
            score = List.copyOf(score);
            Objects.requireNonNull(formula, "formula");
            Objects.requireNonNull(bands, "bands");
            Exact sum = Exact.ZERO;
            for (Criterion criterion : rubric) {
                sum = sum.plus(criterion.weight());
            }
            if (!rubric.isEmpty() && !sum.equals(Exact.ONE)) {
                throw new IllTypedException("the weights of a rubric make 100 %");
            }
            Set<String> known = new HashSet<>();
            for (ReviewStage stage : stages) {
                if (stage.check()
                        .departure()
                        .map(limit -> !known.contains(limit.stage()))
                        .orElse(false)) {
                    throw new IllTypedException("a stage is held against an earlier one");
                }
                if (!known.add(stage.id())) {
                    throw new IllTypedException("two stages are called " + stage.id());
                }
                if (!stage.isAsGiven() && rubric.isEmpty()) {
                    throw new IllTypedException("criteria are judged by a rubric");
                }
            }
            if (score.isEmpty() == formula.isEmpty()) {
                throw new IllTypedException("the score is that of a stage, or a formula of them");
            }
            boolean named = formula.stream()
                    .flatMap(found -> found.names().values().stream())
                    .allMatch(part -> known.contains(part.stage()));
            if (!named || score.stream().anyMatch(choice -> !known.contains(choice.stage()))) {
                throw new IllTypedException("the score is that of a stage");
            }
        }

        /** The criterion of this name. */
        public Optional<Criterion> criterion(String name) {
            return rubric.stream().filter(each -> each.name().equals(name)).findFirst();
        }

        /** The stage that a rating names. */
        public Optional<ReviewStage> stage(String text) {
            return stages.stream().filter(each -> each.isNamed(text)).findFirst();
        }
    }

    /** A stage that may give the score; what it gives may still change if {@code provisional}. */
    record Choice(String stage, boolean provisional) {
        public Choice {
            Objects.requireNonNull(stage, "stage");
        }
    }

    /**
     * A formula over the KPI's own figures.
     *
     * @param scores by the id of a KPI, the id of the one that stands for its score; a KPI whose figures do not fit the formula
     *     is not among them
     */
    record Computed(Span span, RatingScale scale, Map<String, String> scores) implements DimensionRule {
        public Computed {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(scale, "scale");
            scores = Map.copyOf(scores);
        }
    }
}
