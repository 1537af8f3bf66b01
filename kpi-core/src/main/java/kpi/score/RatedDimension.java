package kpi.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.explain.Explanation;
import kpi.explain.RatingExplainer;
import kpi.model.DimensionRule;
import kpi.model.ReviewStage;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.source.Place;
import kpi.value.Absence;

/** A KPI judged in a dimension by a rule: its stages one after the other, and the score that stands. */
final class RatedDimension {
    private final JudgedDimension dimension;
    private final DimensionRule.Judged rule;
    private final String kpi;
    private final LocalText name;

    RatedDimension(JudgedDimension dimension, DimensionRule.Judged rule, String kpi) {
        this.dimension = dimension;
        this.rule = rule;
        this.kpi = kpi;
        this.name = new LocalText(dimension.zh(), dimension.id());
    }

    /**
     * What came out.
     *
     * @param before the score before the last rounding
     * @param standing the stage whose score it is
     */
    record Result(
            Outcome score,
            Outcome before,
            Optional<String> standing,
            List<RatedStage.Result> stages,
            List<Problem> problems,
            Explanation explanation) {}

    Result of(List<Rating> ratings) {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<Rating>> byStage = new LinkedHashMap<>();
        rule.stages().forEach(stage -> byStage.put(stage.id(), new ArrayList<>()));
        for (Rating rating : ratings) {
            Optional<ReviewStage> stage = stage(rating);
            if (stage.isPresent()) {
                List<Rating> of = byStage.get(stage.get().id());
                if (of != null) {
                    of.add(rating);
                }
            } else {
                problems.add(unknownStage(rating));
            }
        }
        Map<String, Outcome> earlier = new LinkedHashMap<>();
        List<RatedStage.Result> stages = new ArrayList<>();
        for (ReviewStage stage : rule.stages()) {
            RatedStage.Result result =
                    new RatedStage(rule, stage, kpi, name).of(byStage.getOrDefault(stage.id(), List.of()), earlier);
            earlier.put(stage.id(), result.score());
            stages.add(result);
            problems.addAll(result.problems());
        }
        if (!problems.isEmpty()) {
            Outcome failed = new Outcome.Failed(problems.get(0), Provenance.exact());
            return new Result(failed, failed, Optional.empty(), stages, problems, plain(failed, stages));
        }
        for (DimensionRule.Choice choice : rule.score()) {
            Optional<RatedStage.Result> of = stages.stream()
                    .filter(stage -> stage.stage().id().equals(choice.stage()))
                    .filter(stage -> stage.score().value().isPresent())
                    .findFirst();
            if (of.isPresent()) {
                return chosen(of.get(), choice, stages);
            }
        }
        Outcome missing =
                new Outcome.Missing(Absence.NOT_REPORTED, lacking(stages), Place.of(rule.span()), Provenance.exact());
        return new Result(missing, missing, Optional.empty(), stages, problems, plain(missing, stages));
    }

    /** Where there is only one stage, a rating need not name it. */
    private Optional<ReviewStage> stage(Rating rating) {
        boolean only = rating.stage().isBlank() && rule.stages().size() == 1;
        return only
                ? Optional.of(rule.stages().get(0))
                : rule.stage(rating.stage().strip());
    }

    private Problem unknownStage(Rating rating) {
        List<String> names = rule.stages().stream().map(ReviewStage::name).toList();
        return Problem.of(ScoreCode.RATING_UNKNOWN, rating.place())
                .with("kpi", kpi)
                .with("dimension", name)
                .with("stage", rating.stage())
                .with("what", new LocalText("階段", "stage"))
                .with("name", rating.stage())
                .with(
                        "known",
                        new LocalText(
                                "可用的有：" + String.join("、", names) + "。",
                                "Known are: " + String.join(", ", names) + "."))
                .build();
    }

    private Result chosen(RatedStage.Result stage, DimensionRule.Choice choice, List<RatedStage.Result> stages) {
        Outcome score = stage.score();
        Provenance provenance = choice.provisional() ? score.provenance().asProvisional() : score.provenance();
        Explanation how = RatingExplainer.chosen(
                dimension.zh(),
                Optional.of(rule.span()),
                stage.stage().name(),
                score,
                stages.stream().map(RatedStage.Result::explanation).toList());
        return new Result(
                score.with(provenance),
                stage.before().with(provenance),
                Optional.of(stage.stage().id()),
                stages,
                List.of(),
                how);
    }

    private Explanation plain(Outcome outcome, List<RatedStage.Result> stages) {
        return RatingExplainer.plain(
                dimension.zh(),
                Optional.of(rule.span()),
                outcome,
                stages.stream().map(RatedStage.Result::explanation).toList());
    }

    private LocalText lacking(List<RatedStage.Result> stages) {
        return stages.stream()
                .filter(stage -> rule.score().stream()
                        .anyMatch(choice -> choice.stage().equals(stage.stage().id())))
                .flatMap(stage -> stage.lacking().stream())
                .reduce((one, other) -> new LocalText(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                .orElseGet(() -> new LocalText(kpi + " 沒有" + name.zh() + "評分", "no " + name.en() + " of " + kpi));
    }
}
