package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.CombinationWord;
import kpi.dsl.syntax.DimensionClause;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.StageRule;
import kpi.model.Combination;
import kpi.model.RatingScale;
import kpi.model.ReviewStage;
import kpi.model.ScoreBands;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;

/** The stages of a judged dimension: who judges, and how their scores make one. */
final class Stages {
    private static final int MOST_SCORERS = 1_000;

    private static final Set<CombinationWord> OF_CRITERIA =
            EnumSet.range(CombinationWord.CRITERIA_WEIGHTED, CombinationWord.CRITERIA_MAX);

    private final Scope scope;
    private final Reporter reporter;
    private final boolean hasRubric;
    private final RatingScale scale;
    private final int criteria;

    /** Of a dimension with so many criteria, none of them where there is no rubric. */
    Stages(Scope scope, RatingScale scale, boolean hasRubric, int criteria) {
        this.scope = scope;
        this.reporter = scope.reporter();
        this.scale = scale;
        this.hasRubric = hasRubric;
        this.criteria = criteria;
    }

    /** Empty where a problem was reported. */
    Optional<ReviewStage> read(DimensionClause.Stage stage, Map<String, DimensionClause.Stage> earlier) {
        int before = reporter.problems().size();
        if (stage.rules().stream().anyMatch(StageRule.Broken.class::isInstance)) {
            return Optional.empty();
        }
        Optional<Integer> expected = stage.count().isPresent()
                ? stage.count().flatMap(this::count)
                : Optional.of(stage.scorers().size());
        Optional<Integer> least = stage.least().isPresent() ? stage.least().flatMap(this::count) : expected;
        if (expected.isEmpty() || least.isEmpty()) {
            return Optional.empty();
        }
        if (least.get() > expected.get()) {
            misfit(
                    stage.least().orElseThrow().span(),
                    new LocalText("至少的人數多於評分者人數", "more scorers are needed than there are"));
            return Optional.empty();
        }
        List<StageRule.Scoring> each = scoring(stage, false);
        List<StageRule.Scoring> all = scoring(stage, true);
        List<StageRule.AsGiven> given = single(stage, StageRule.AsGiven.class);
        List<StageRule.MissingScorer> missing = single(stage, StageRule.MissingScorer.class);
        Combination one = Combination.AS_GIVEN;
        List<Step> oneSteps = List.of();
        if (!each.isEmpty()) {
            one = combination(each.get(0), hasRubric);
            oneSteps = steps(each.get(0));
        } else if (given.isEmpty()) {
            eachUnsaid(stage);
        }
        if (!each.isEmpty() && !given.isEmpty()) {
            misfit(
                    given.get(0).span(),
                    new LocalText("「每位評分者」已說明如何得分", "each scorer already says how the score is made"));
        }
        Combination together = Combination.AS_GIVEN;
        List<Step> togetherSteps = List.of();
        if (!all.isEmpty()) {
            together = combination(all.get(0), hasRubric);
            togetherSteps = steps(all.get(0));
        } else if (expected.get() > 1) {
            allUnsaid(stage);
        }
        if (!all.isEmpty() && together == Combination.AS_GIVEN && expected.get() > 1) {
            misfit(all.get(0).span(), new LocalText("評分者不只一位，不能照給分", "several scores cannot be taken as given"));
        }
        if (together.least() > least.get()) {
            misfit(
                    all.get(0).span(),
                    new LocalText(
                            together.name(kpi.diagnostic.Language.ZH_TW) + "至少要 " + together.least() + " 位評分者",
                            "a " + together.name(kpi.diagnostic.Language.EN) + " needs at least " + together.least()
                                    + " scorers"));
        }
        if (missing.isEmpty() && expected.get() > 1) {
            missingUnsaid(stage);
        }
        List<StageRule.Bands> banded = single(stage, StageRule.Bands.class);
        Optional<ScoreBands> bands = Optional.empty();
        if (!banded.isEmpty() && reporter.problems().size() == before) {
            bands = new DimensionBands(scope, scale)
                    .read(
                            banded.get(0).bands(),
                            together == Combination.AS_GIVEN ? oneSteps : togetherSteps,
                            reach(one, oneSteps, together, togetherSteps, least.get(), expected.get()));
        }
        ReviewStage.Check check =
                given.stream().findFirst().map(line -> check(line, earlier)).orElse(ReviewStage.Check.NONE);
        if (reporter.problems().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ReviewStage(
                stage.id().span(),
                stage.id().spelling(),
                stage.title().map(Label::text).orElse(stage.id().spelling()),
                stage.scorers().stream().map(Label::text).toList(),
                expected.get(),
                least.get(),
                one,
                oneSteps,
                together,
                togetherSteps,
                missing.stream()
                        .findFirst()
                        .map(StageRule.MissingScorer::leaveOut)
                        .orElse(false),
                bands,
                check));
    }

    /** Which figures the scorers can come to, before bands. */
    private DimensionBands.Reach reach(
            Combination one, List<Step> oneSteps, Combination all, List<Step> allSteps, int least, int expected) {
        int summed = one == Combination.SUM ? criteria : 1;
        DimensionBands.Reach each = added(DimensionBands.Reach.of(scale.least(), scale.most()), summed, summed)
                .after(oneSteps);
        return (all == Combination.SUM ? added(each, least, expected) : each).after(allSteps);
    }

    private static DimensionBands.Reach added(DimensionBands.Reach each, int fewest, int most) {
        Exact low = each.least().orElseThrow();
        Exact high = each.most().orElseThrow();
        return DimensionBands.Reach.of(
                low.times(Exact.of(low.signum() < 0 ? most : fewest)),
                high.times(Exact.of(high.signum() < 0 ? fewest : most)));
    }

    private static <T extends StageRule> List<T> rules(DimensionClause.Stage stage, Class<T> kind) {
        return stage.rules().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Rules of which a stage has one. */
    private <T extends StageRule> List<T> single(DimensionClause.Stage stage, Class<T> kind) {
        List<T> found = rules(stage, kind);
        if (found.size() > 1) {
            duplicate(found.get(1), found.get(0));
        }
        return found;
    }

    private void duplicate(StageRule second, StageRule first) {
        reporter.report(Problem.of(AnalysisCode.DUPLICATE_CLAUSE, second.span()).related(first.span(), "first-clause"));
    }

    private List<StageRule.Scoring> scoring(DimensionClause.Stage stage, boolean all) {
        List<StageRule.Scoring> found = new ArrayList<>();
        for (StageRule.Scoring line : rules(stage, StageRule.Scoring.class)) {
            if (line.all() == all) {
                found.add(line);
            }
        }
        if (found.size() > 1) {
            duplicate(found.get(1), found.get(0));
        }
        return found;
    }

    private void misfit(Span at, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.DIMENSION_MISFIT, at).with("reason", why));
    }

    /** 3 位 counts scorers, as 3 does. */
    private Optional<Integer> count(Figure figure) {
        String digits = figure.text().strip().replaceAll("\\s*(位評分者|位)$", "");
        Optional<Exact> number = scope.literals()
                .figure(figure.span(), digits, Units.NUMBER, reporter)
                .map(read -> read.quantity().canonical());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean counts = number.get().isInteger()
                && number.get().signum() > 0
                && number.get().compareTo(Exact.of(MOST_SCORERS)) <= 0;
        if (!counts) {
            misfit(
                    figure.span(),
                    new LocalText("評分者人數是 1 至 1,000 的整數", "the number of scorers is whole, from 1 to 1,000"));
            return Optional.empty();
        }
        return Optional.of(number.get().toBigDecimal().orElseThrow().intValueExact());
    }

    private Combination combination(StageRule.Scoring line, boolean rubric) {
        boolean ofCriteria = OF_CRITERIA.contains(line.how());
        boolean ofScorers = !ofCriteria && line.how() != CombinationWord.AS_GIVEN;
        if (line.all() ? ofCriteria : ofScorers) {
            misfit(
                    line.span(),
                    line.all()
                            ? new LocalText("「全體評分者」合併的是評分者的得分，不是各項", "all scorers puts scorers together, not criteria")
                            : new LocalText("「每位評分者」合併的是各項，不是評分者", "each scorer puts criteria together, not scorers"));
        } else if (ofCriteria && !rubric) {
            misfit(line.span(), new LocalText("沒有評分標準，就沒有項目", "without a rubric there are no criteria"));
        }
        return switch (line.how()) {
            case AS_GIVEN -> Combination.AS_GIVEN;
            case CRITERIA_WEIGHTED -> Combination.WEIGHTED_MEAN;
            case CRITERIA_MEAN, SCORERS_MEAN -> Combination.MEAN;
            case CRITERIA_SUM, SCORERS_SUM -> Combination.SUM;
            case CRITERIA_MIN, SCORERS_MIN -> Combination.MIN;
            case CRITERIA_MAX, SCORERS_MAX -> Combination.MAX;
            case SCORERS_TRIMMED -> Combination.TRIMMED_MEAN;
            case SCORERS_MEDIAN -> Combination.MEDIAN;
        };
    }

    private List<Step> steps(StageRule.Scoring line) {
        List<Step> steps = new Steps(new ExpressionAnalysis(scope)).typed(line.steps(), Units.POINTS);
        if (!ReviewStage.areConstant(steps)) {
            misfit(line.span(), new LocalText("評分後只能進位與寫明上下限", "scores are only rounded, and capped at figures"));
            return List.of();
        }
        return steps;
    }

    private ReviewStage.Check check(StageRule.AsGiven line, Map<String, DimensionClause.Stage> earlier) {
        Optional<ReviewStage.Departure> departure = Optional.empty();
        if (line.within().isPresent()) {
            StageRule.Departure within = line.within().get();
            Optional<Exact> most = scope.literals()
                    .figure(within.most().span(), within.most().text(), Units.POINTS, reporter)
                    .map(read -> read.quantity().canonical());
            Optional<DimensionClause.Stage> stage = DimensionAnalysis.stage(within.stage(), earlier, reporter);
            if (most.filter(figure -> figure.signum() < 0).isPresent()) {
                misfit(within.most().span(), new LocalText("相差不會小於零", "a departure is not negative"));
                most = Optional.empty();
            }
            if (most.isPresent() && stage.isPresent()) {
                departure = Optional.of(new ReviewStage.Departure(
                        within.span(), most.get(), stage.get().id().spelling()));
            }
        }
        return new ReviewStage.Check(departure, line.reason());
    }

    private void eachUnsaid(DimensionClause.Stage stage) {
        Problem.Builder problem = unsaid(stage, new LocalText("每位評分者如何得分", "how each scorer comes to a score"));
        if (hasRubric) {
            choice(problem, stage, "each scorer weighted mean of criteria", "每位評分者 各項加權平均");
            choice(problem, stage, "each scorer mean of criteria", "每位評分者 各項平均");
            choice(problem, stage, "each scorer sum of criteria", "每位評分者 各項合計");
            choice(problem, stage, "each scorer min of criteria", "每位評分者 各項最小值");
            choice(problem, stage, "each scorer max of criteria", "每位評分者 各項最大值");
        }
        choice(problem, stage, "each scorer as given", "每位評分者 照給分");
        reporter.report(problem);
    }

    private void allUnsaid(DimensionClause.Stage stage) {
        Problem.Builder problem = unsaid(stage, new LocalText("全體評分者如何合為一個得分", "how the scorers make one score"));
        choice(problem, stage, "all scorers mean", "全體評分者 平均");
        choice(problem, stage, "all scorers trimmed mean", "全體評分者 去頭尾平均");
        choice(problem, stage, "all scorers median", "全體評分者 中位數");
        choice(problem, stage, "all scorers min", "全體評分者 最小值");
        choice(problem, stage, "all scorers max", "全體評分者 最大值");
        choice(problem, stage, "all scorers sum", "全體評分者 合計");
        reporter.report(problem);
    }

    private void missingUnsaid(DimensionClause.Stage stage) {
        Problem.Builder problem = unsaid(stage, new LocalText("有評分者未評時怎麼辦", "what happens if a scorer has not rated"));
        choice(problem, stage, "missing a scorer: leave out", "缺評分者：略去");
        choice(problem, stage, "missing a scorer: stage missing", "缺評分者：階段缺值");
        reporter.report(problem);
    }

    private static Problem.Builder unsaid(DimensionClause.Stage stage, LocalText what) {
        return Problem.of(AnalysisCode.DIMENSION_UNSAID, stage.id().span()).with("what", what);
    }

    /** A line more before the brace that closes the stage. */
    private static void choice(Problem.Builder problem, DimensionClause.Stage stage, String en, String zh) {
        Span span = stage.span();
        String text = span.text();
        if (!text.endsWith("}") && !text.endsWith("｝")) {
            return;
        }
        int brace = span.end() - 1;
        boolean english = text.startsWith("stage");
        String last = text.substring(0, text.length() - 1);
        int line = last.lastIndexOf('\n');
        String indentation = " ".repeat(Math.max(0, span.column() - 1));
        boolean ownLine = line >= 0 && last.substring(line).isBlank();
        int at = ownLine ? span.start() + last.stripTrailing().length() : brace;
        String added = "\n" + indentation + "  " + (english ? en : zh) + (ownLine ? "" : "\n" + indentation);
        problem.edit(span.source().span(at, at), added);
    }
}
