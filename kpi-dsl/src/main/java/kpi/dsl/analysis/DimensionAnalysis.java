package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.DimensionDeclaration;
import kpi.dsl.syntax.DimensionClause;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Label;
import kpi.model.Criterion;
import kpi.model.DimensionRule;
import kpi.model.RatingScale;
import kpi.model.ReviewStage;
import kpi.model.ScoreBands;
import kpi.model.StageFormula;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;

/** A declared dimension: its scale, rubric and stages; what is left out where schemes differ is an error. */
final class DimensionAnalysis {
    private final Scope scope;
    private final Reporter reporter;

    DimensionAnalysis(Scope scope) {
        this.scope = scope;
        this.reporter = scope.reporter();
    }

    /**
     * What a declaration says.
     *
     * @param rule empty where it is computed, or a problem was reported
     * @param scale empty where a problem was reported
     * @param formula how it is computed
     */
    record Read(
            String id,
            String zh,
            Optional<ReportingPeriod> from,
            Optional<RatingScale> scale,
            Optional<DimensionRule.Judged> rule,
            Optional<DimensionClause.ScoreFormula> formula,
            DimensionDeclaration declaration) {}

    Read read(DimensionDeclaration declaration) {
        int before = reporter.problems().size();
        Optional<ReportingPeriod> from = declaration
                .from()
                .flatMap(word -> new Series(scope.calendar(), scope.literals(), reporter).period(word));
        Optional<DimensionClause.Scale> scaleLine = one(declaration, DimensionClause.Scale.class);
        Optional<RatingScale> scale = scaleLine.flatMap(this::scale);
        Optional<DimensionClause.ScoreFormula> formula = one(declaration, DimensionClause.ScoreFormula.class);
        Optional<DimensionClause.Rubric> rubric = one(declaration, DimensionClause.Rubric.class);
        List<DimensionClause.Stage> stages = all(declaration, DimensionClause.Stage.class);
        boolean broken = declaration.clauses().stream().anyMatch(DimensionClause.Broken.class::isInstance);
        Optional<DimensionRule.Judged> rule = Optional.empty();
        if (scaleLine.isEmpty() && !broken) {
            unsaid(declaration.id().span(), new LocalText("尺度，例如：尺度 0 至 100 分", "its scale, as: scale 0 to 100 分"));
        }
        if (formula.isPresent()) {
            Optional<Span> besides = one(declaration, DimensionClause.Score.class)
                    .map(DimensionClause.Score::span)
                    .or(() -> rubric.filter(none -> stages.isEmpty()).map(DimensionClause.Rubric::span));
            LocalText why = stages.isEmpty()
                    ? new LocalText("分數由算式算得，不再由人評分", "the score is computed by a formula, so nobody judges it")
                    : new LocalText("得分已由算式算得", "a formula already says what the score is");
            besides.ifPresent(span -> misfit(span, why));
        }
        if (formula.isPresent() && stages.isEmpty()) {
            one(declaration, DimensionClause.Bands.class)
                    .ifPresent(bands -> misfit(
                            bands.span(),
                            new LocalText(
                                    "沒有階段的算式以宣告的級距查得分數，例如：得分 步距(…)",
                                    "a formula without stages looks its score up in declared bands, as: score f(…)")));
        } else if (stages.isEmpty() && !broken) {
            unsaid(
                    declaration.id().span(),
                    new LocalText("如何得分：寫「階段」，或「得分」與算式", "how it gets its score: a stage, or score with a formula"));
        } else if (scale.isPresent() && !stages.isEmpty()) {
            rule = judged(declaration, scale.get(), rubric, stages, formula, broken);
        }
        boolean sound = !broken && reporter.problems().size() == before;
        return new Read(
                Dimensions.id(declaration),
                declaration.title().map(Label::text).orElse(declaration.id().spelling()),
                from,
                sound ? scale : Optional.empty(),
                sound ? rule : Optional.empty(),
                sound && stages.isEmpty() ? formula : Optional.empty(),
                declaration);
    }

    static <T extends DimensionClause> List<T> all(DimensionDeclaration declaration, Class<T> kind) {
        return declaration.clauses().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private <T extends DimensionClause> Optional<T> one(DimensionDeclaration declaration, Class<T> kind) {
        List<T> found = all(declaration, kind);
        if (found.size() > 1) {
            reporter.report(
                    Problem.of(AnalysisCode.DUPLICATE_CLAUSE, found.get(1).span())
                            .related(found.get(0).span(), "first-clause"));
        }
        return found.stream().findFirst();
    }

    private void unsaid(Span at, LocalText what) {
        reporter.report(Problem.of(AnalysisCode.DIMENSION_UNSAID, at).with("what", what));
    }

    private void misfit(Span at, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.DIMENSION_MISFIT, at).with("reason", why));
    }

    private Optional<Exact> points(Figure figure) {
        return scope.literals()
                .figure(figure.span(), figure.text(), Units.POINTS, reporter)
                .map(read -> read.quantity().canonical());
    }

    private Optional<RatingScale> scale(DimensionClause.Scale line) {
        Optional<Exact> least = points(line.least());
        Optional<Exact> most = points(line.most());
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (least.get().compareTo(most.get()) >= 0) {
            misfit(
                    line.span(),
                    new LocalText("尺度的下限不低於上限", "the scale does not run from a lower score to a higher one"));
            return Optional.empty();
        }
        return Optional.of(new RatingScale(least.get(), most.get(), line.whole()));
    }

    private Optional<DimensionRule.Judged> judged(
            DimensionDeclaration declaration,
            RatingScale scale,
            Optional<DimensionClause.Rubric> rubric,
            List<DimensionClause.Stage> stages,
            Optional<DimensionClause.ScoreFormula> formula,
            boolean broken) {
        int before = reporter.problems().size();
        List<Criterion> criteria =
                rubric.map(found -> new Rubrics(scope, scale).read(found)).orElse(List.of());
        Stages reader = new Stages(scope, scale, rubric.isPresent(), criteria.size());
        List<ReviewStage> read = new ArrayList<>();
        Map<String, DimensionClause.Stage> known = new LinkedHashMap<>();
        for (DimensionClause.Stage stage : stages) {
            DimensionClause.Stage earlier = known.get(stage.id().spelling());
            if (earlier != null) {
                reporter.report(Definitions.duplicate(
                        stage.id().spelling(), stage.id().span(), earlier.id().span()));
            }
            reader.read(stage, known).ifPresent(read::add);
            known.putIfAbsent(stage.id().spelling(), stage);
        }
        List<DimensionRule.Choice> choices = formula.isPresent() || broken ? List.of() : choices(declaration, known);
        if (reporter.problems().size() > before || read.size() < stages.size() || broken) {
            return Optional.empty();
        }
        Optional<StageFormula> computed = formula.flatMap(line -> new StageFormulas(scope, read, criteria).read(line));
        Optional<DimensionClause.Bands> line = one(declaration, DimensionClause.Bands.class);
        Optional<ScoreBands> bands = Optional.empty();
        if (line.isPresent() && computed.isPresent() == formula.isPresent()) {
            List<Step> steps = computed.map(StageFormula::steps).orElse(List.of());
            DimensionBands.Reach reach = formula.isPresent()
                    ? new DimensionBands.Reach(Optional.empty(), Optional.empty()).after(steps)
                    : DimensionBands.Reach.of(scale.least(), scale.most());
            bands = new DimensionBands(scope, scale).read(line.get().bands(), steps, reach);
        }
        if (reporter.problems().size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new DimensionRule.Judged(declaration.id().span(), scale, criteria, read, choices, computed, bands));
    }

    /** The score is that of the only stage; where there are several, the text says of which. */
    private List<DimensionRule.Choice> choices(
            DimensionDeclaration declaration, Map<String, DimensionClause.Stage> stages) {
        Optional<DimensionClause.Score> line = one(declaration, DimensionClause.Score.class);
        if (line.isEmpty() && stages.size() == 1) {
            return List.of(new DimensionRule.Choice(stages.keySet().iterator().next(), false));
        }
        if (line.isEmpty()) {
            scoreUnsaid(List.copyOf(stages.values()));
            return List.of();
        }
        List<DimensionRule.Choice> choices = new ArrayList<>();
        for (DimensionClause.Choice choice : line.get().choices()) {
            stage(choice.stage(), stages, reporter)
                    .ifPresent(found ->
                            choices.add(new DimensionRule.Choice(found.id().spelling(), choice.provisional())));
        }
        return choices;
    }

    private void scoreUnsaid(List<DimensionClause.Stage> all) {
        DimensionClause.Stage last = all.get(all.size() - 1);
        DimensionClause.Stage before = all.get(all.size() - 2);
        boolean english = last.span().text().startsWith("stage");
        Span end = last.span().source().span(last.span().end(), last.span().end());
        String indentation = "\n" + " ".repeat(Math.max(0, last.span().column() - 1));
        String latest = last.id().spelling();
        String first = before.id().spelling();
        reporter.report(Problem.of(AnalysisCode.DIMENSION_UNSAID, last.id().span())
                .with("what", new LocalText("以哪一個階段的得分為準", "which stage gives the score"))
                .edit(end, indentation + (english ? "score " : "得分 ") + latest)
                .edit(
                        end,
                        indentation
                                + (english
                                        ? "score " + latest + ", otherwise " + first
                                        : "得分 " + latest + "，否則 " + first))
                .edit(
                        end,
                        indentation
                                + (english
                                        ? "score " + latest + ", otherwise " + first + " as provisional"
                                        : "得分 " + latest + "，否則 " + first + " 列為暫定")));
    }

    /** The stage that a name means, by its id or its title. */
    static Optional<DimensionClause.Stage> stage(
            kpi.dsl.syntax.Id name, Map<String, DimensionClause.Stage> stages, Reporter reporter) {
        Optional<DimensionClause.Stage> found = stages.values().stream()
                .filter(stage -> stage.id().spelling().equals(name.spelling())
                        || stage.title()
                                .map(Label::text)
                                .filter(name.spelling()::equals)
                                .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_STAGE, name.span())
                    .with("name", name.spelling())
                    .with("known", stages.isEmpty() ? "–" : String.join("、", stages.keySet()));
            UnknownNames.suggest(problem, name.span(), name.spelling(), List.copyOf(stages.keySet()));
            reporter.report(problem);
        }
        return found;
    }
}
