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
import kpi.engine.ReferenceEngine;
import kpi.engine.Scope;
import kpi.explain.Explanation;
import kpi.explain.RatingExplainer;
import kpi.explain.Tracer;
import kpi.model.DimensionRule;
import kpi.model.ReviewStage;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.StageFormula;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** A KPI judged in a dimension by a rule: its stages one after the other, and the score that stands. */
final class RatedDimension {
    private final JudgedDimension dimension;
    private final DimensionRule.Judged rule;
    private final String kpi;
    private final LocalText name;
    private final ReportingPeriod period;

    RatedDimension(JudgedDimension dimension, DimensionRule.Judged rule, String kpi, ReportingPeriod period) {
        this.dimension = dimension;
        this.rule = rule;
        this.kpi = kpi;
        this.name = new LocalText(dimension.zh(), dimension.id());
        this.period = period;
    }

    /**
     * What came out.
     *
     * @param before the score before the last rounding
     * @param level what it is called, where bands say so
     * @param standing the stage whose score it is; empty where a formula makes it of several
     */
    record Result(
            Outcome score,
            Outcome before,
            Optional<String> level,
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
            return without(new Outcome.Failed(problems.get(0), Provenance.exact()), stages, problems);
        }
        if (rule.formula().isPresent()) {
            return computed(rule.formula().get(), stages);
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
        return without(missing, stages, problems);
    }

    private Result without(Outcome none, List<RatedStage.Result> stages, List<Problem> problems) {
        return new Result(none, none, Optional.empty(), Optional.empty(), stages, problems, plain(none, stages));
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
        Outcome found = stage.score();
        Provenance provenance = choice.provisional() ? found.provenance().asProvisional() : found.provenance();
        Explanation how = RatingExplainer.chosen(
                dimension.zh(),
                Optional.of(rule.span()),
                stage.stage().name(),
                found,
                stages.stream().map(RatedStage.Result::explanation).toList());
        return scored(
                found.with(provenance),
                stage.before().with(provenance),
                Optional.of(stage.stage().id()),
                stages,
                how);
    }

    /** Without a figure the formula names, there is no score but where the formula itself says what stands in its place. */
    private Result computed(StageFormula formula, List<RatedStage.Result> stages) {
        Tracer tracer = Tracer.steps();
        Scope scope = Scope.builder(period)
                .facts(new StageFigures(formula, stages, kpi, name))
                .listener(tracer)
                .build();
        Outcome before = ReferenceEngine.evaluate(formula.formula(), scope);
        if (before instanceof Outcome.Failed failed) {
            return without(failed, stages, List.of(failed.problem()));
        }
        if (before instanceof Outcome.Missing) {
            return without(before, stages, List.of());
        }
        List<Outcome> trail = RatedStage.trail(formula.steps(), before);
        Outcome score = trail.isEmpty() ? before : trail.get(trail.size() - 1);
        List<Explanation> of =
                stages.stream().map(RatedStage.Result::explanation).toList();
        Explanation how = tracer.explain(formula.formula())
                .map(found -> RatingExplainer.computed(dimension.zh(), Optional.of(formula.span()), found, of))
                .orElseGet(() -> plain(before, stages))
                .then(formula.steps(), trail);
        return scored(score, before, Optional.empty(), stages, how);
    }

    /** What the bands of the dimension make of it; a score is on the scale. */
    private Result scored(
            Outcome figure,
            Outcome before,
            Optional<String> standing,
            List<RatedStage.Result> stages,
            Explanation how) {
        BandedScore banded = BandedScore.of(rule.bands(), figure);
        Outcome score = banded.score();
        boolean beyond = score.quantity()
                .filter(found -> !rule.scale().holds(found.canonical()))
                .isPresent();
        if (beyond) {
            Problem problem = offScale(score.quantity().orElseThrow(), standing);
            return without(new Outcome.Failed(problem, Provenance.exact()), stages, List.of(problem));
        }
        return new Result(score, before, banded.level(), standing, stages, List.of(), banded.explained(how));
    }

    private Problem offScale(Quantity score, Optional<String> standing) {
        return Problem.of(
                        ScoreCode.RATING_OFF_SCALE,
                        Place.of(rule.formula().map(StageFormula::span).orElse(rule.span())))
                .with("kpi", kpi)
                .with("dimension", name)
                .with("stage", standing.map(id -> new LocalText(id, id)).orElse(new LocalText("得分", "score")))
                .with("score", score.toString())
                .with(
                        "least",
                        Quantity.canonical(rule.scale().least(), Units.POINTS).plain())
                .with(
                        "most",
                        Quantity.canonical(rule.scale().most(), Units.POINTS).plain())
                .with("whole", new LocalText("", ""))
                .build();
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
