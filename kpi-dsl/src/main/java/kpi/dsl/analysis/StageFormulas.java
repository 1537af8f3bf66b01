package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.DimensionClause;
import kpi.dsl.syntax.Expression;
import kpi.model.Criterion;
import kpi.model.InputDefinition;
import kpi.model.ReviewStage;
import kpi.model.StageFormula;
import kpi.model.StageFormula.Part;
import kpi.model.Step;
import kpi.source.Span;
import kpi.unit.Units;

/**
 * A score that a formula makes of the stages. Names in it are the stages, {@code 初核.平均} for the mean of what a stage's
 * scorers came to, {@code 初核.新穎程度} for the mean of what they gave a criterion, and the criterion alone where one stage
 * judges criteria. Nothing else is known there: what a KPI came to is no judgement.
 */
final class StageFormulas {
    private final Scope scope;
    private final Map<String, Part> names = new LinkedHashMap<>();
    private final Symbols symbols;
    private final List<ReviewStage> judging;
    private final Set<String> criteria;

    StageFormulas(Scope scope, List<ReviewStage> stages, List<Criterion> rubric) {
        this.scope = scope;
        this.symbols = new Symbols(
                scope.symbols().functions(), Map.of(), Map.of(), scope.symbols().defines());
        this.judging = stages.stream().filter(stage -> !stage.isAsGiven()).toList();
        this.criteria = rubric.stream().map(Criterion::name).collect(Collectors.toSet());
        for (ReviewStage stage : stages) {
            List<String> called = stage.name().equals(stage.id()) ? List.of() : List.of(stage.name());
            List<String> means = new ArrayList<>(List.of(stage.id() + ".平均"));
            called.forEach(name -> means.addAll(List.of(name + ".mean", name + ".平均")));
            name(stage.id() + ".mean", means, stage.span(), new Part.Mean(stage.id()));
            for (Criterion criterion : judging.contains(stage) ? rubric : List.<Criterion>of()) {
                List<String> also = new ArrayList<>();
                called.forEach(name -> also.add(name + "." + criterion.name()));
                if (judging.size() == 1) {
                    also.add(criterion.name());
                }
                Part rated = new Part.Rated(stage.id(), criterion.name());
                name(stage.id() + "." + criterion.name(), also, criterion.span(), rated);
            }
        }
        for (ReviewStage stage : stages) {
            List<String> called = stage.name().equals(stage.id()) ? List.of() : List.of(stage.name());
            name(stage.id(), called, stage.span(), new Part.Score(stage.id()));
        }
    }

    private void name(String name, List<String> also, Span span, Part part) {
        symbols.add(new InputDefinition("", name, also, Units.POINTS, List.of(), span));
        names.put(name, part);
    }

    /** Empty where a problem was reported. */
    Optional<StageFormula> read(DimensionClause.ScoreFormula line) {
        Reporter reporter = new Reporter();
        Scope own = new Scope(
                symbols,
                scope.literals(),
                scope.calendar(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scope.notes(),
                reporter);
        Optional<StageFormula> formula = read(line, new ExpressionAnalysis(own), reporter);
        reporter.problems().forEach(problem -> scope.reporter().report(inThisPlace(problem)));
        return formula.filter(read -> !reporter.hasErrors());
    }

    private Optional<StageFormula> read(
            DimensionClause.ScoreFormula line, ExpressionAnalysis analysis, Reporter reporter) {
        Expression value = line.value();
        List<Step> steps = List.of();
        if (value instanceof Expression.Stepped stepped) {
            List<Step> typed = new Steps(analysis).typed(stepped.steps(), Units.POINTS);
            // A limit that is itself a stage is part of the formula.
            if (typed.size() == stepped.steps().size() && ReviewStage.areConstant(typed)) {
                steps = typed;
                value = stepped.base();
            }
        }
        if (reporter.hasErrors()) {
            return Optional.empty();
        }
        List<Step> done = steps;
        return analysis.analyse(value, Units.POINTS)
                .flatMap(found -> new ResultUnit(analysis.operators(), reporter).fit(found, Units.POINTS))
                .map(found -> new StageFormula(line.span(), found, done, names));
    }

    /** Some mistakes are others here than in the formula of a KPI. */
    private Problem inThisPlace(Problem problem) {
        Optional<Span> at = problem.place().span();
        boolean figure =
                problem.kind() == AnalysisCode.OWN_FIGURE || problem.kind() == AnalysisCode.PAST_WITHOUT_PERIODS;
        if (figure && at.isPresent()) {
            return misfit(
                            at.get(),
                            new LocalText(
                                    "有階段的評分，算式只用各階段本期的得分",
                                    "with stages, the formula is about their scores of this period alone"))
                    .build();
        }
        Optional<Span> criterion = at.filter(span ->
                problem.kind() == AnalysisCode.UNKNOWN_NAME && criteria.contains(CanonicalName.of(span.text())));
        if (criterion.isPresent()) {
            Problem.Builder several =
                    misfit(criterion.get(), new LocalText("不只一個階段評這一項", "more than one stage judges this criterion"));
            judging.forEach(stage -> several.edit(
                    criterion.get(), stage.id() + "." + criterion.get().text()));
            return several.build();
        }
        return problem;
    }

    private static Problem.Builder misfit(Span at, LocalText why) {
        return Problem.of(AnalysisCode.DIMENSION_MISFIT, at).with("reason", why);
    }
}
