package kpi.dsl.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.DirectionWord;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.TargetEntry;
import kpi.dsl.syntax.TargetRelation;
import kpi.dsl.syntax.ToleranceWord;
import kpi.model.Direction;
import kpi.model.DirectionByData;
import kpi.model.Relation;
import kpi.model.Target;
import kpi.model.Term;
import kpi.model.Tolerance;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** What a version of a KPI is to reach: its direction, how near is near enough, and its targets. */
final class AimAnalysis {
    private final Scope scope;
    private final Clauses clauses;
    private final Reporter reporter;
    private final Series series;
    private final KpiUnit unit;
    private final Optional<KpiClause.DirectionClause> told;
    private final Direction direction;
    private final Optional<Tolerance> tolerance;

    AimAnalysis(Scope scope, Clauses clauses, KpiUnit unit) {
        this.scope = scope;
        this.clauses = clauses;
        this.reporter = scope.reporter();
        this.series = new Series(scope.calendar(), scope.literals(), reporter);
        this.unit = unit;
        this.told = clauses.one(KpiClause.DirectionClause.class);
        this.direction = told.map(line -> line.when().isPresent() ? Direction.BY_DATA : direction(line.direction()))
                .orElse(Direction.NONE);
        this.tolerance = told.flatMap(KpiClause.DirectionClause::tolerance).flatMap(this::tolerance);
    }

    Direction direction() {
        return direction;
    }

    Optional<Tolerance> tolerance() {
        return tolerance;
    }

    /** What decides the direction; its condition is read with the definitions. */
    Optional<DirectionByData> byData() {
        return told.flatMap(KpiClause.DirectionClause::when)
                .flatMap(when -> scope.symbols()
                        .direction()
                        .flatMap(Directions.Rule::when)
                        .map(read -> new DirectionByData(
                                read.condition().value(),
                                direction(told.orElseThrow().direction()),
                                direction(when.otherwise()))));
    }

    private Optional<Tolerance> tolerance(ToleranceWord word) {
        Span figure = word.figure().span();
        String text = word.figure().text();
        boolean percent = text.endsWith("%") || text.endsWith("％");
        if (percent && !word.ofTarget()) {
            // 10% of the target, or 10 percentage points: the author says which.
            boolean chinese = MethodChoices.isChinese(told.orElseThrow().span());
            Problem.Builder problem =
                    Problem.of(AnalysisCode.TOLERANCE_OF, word.span()).with("figure", text);
            problem.edit(figure, text + (chinese ? " 按目標值計" : " of target"));
            if (unit.dimension().equals(Dimension.PERCENT)) {
                problem.edit(figure, text.substring(0, text.length() - 1) + (chinese ? " 百分點" : " pp"));
            }
            reporter.report(problem);
            return Optional.empty();
        }
        return scope.literals()
                .figure(figure, text, word.ofTarget() ? Units.PERCENT : distance(), reporter)
                .filter(read -> {
                    boolean below = read.quantity().canonical().signum() < 0;
                    if (below) {
                        reporter.report(Problem.of(AnalysisCode.TOLERANCE_BELOW_ZERO, figure));
                    }
                    return !below;
                })
                .map(read -> new Tolerance(word.span(), read, word.ofTarget()));
    }

    /** Between two percentages lie percentage points. */
    private KpiUnit distance() {
        return unit.dimension().equals(Dimension.PERCENT) ? Units.PERCENTAGE_POINT : unit;
    }

    /** Nearest is nearest to one figure, on either side of it. */
    private void nearestNeedsOne(TargetEntry entry) {
        Problem.Builder problem = Problem.of(AnalysisCode.NEAREST_NEEDS_ONE, entry.span())
                .related(told.orElseThrow().span(), "direction");
        reporter.report(problem);
    }

    private static boolean isOrder(TargetEntry entry) {
        return entry.relation()
                .map(AimAnalysis::relation)
                .filter(Relation::isOrder)
                .isPresent();
    }

    private static Direction direction(DirectionWord word) {
        return switch (word) {
            case HIGHER -> Direction.HIGHER;
            case LOWER -> Direction.LOWER;
            case NEAREST -> Direction.NEAREST;
            case WITHIN_BAND -> Direction.WITHIN_BAND;
            case NONE -> Direction.NONE;
        };
    }

    /** The targets by period, in the order of the text; one may be the name of a milestone. */
    Map<ReportingPeriod, Target> targets(MilestonesAnalysis milestones) {
        Map<ReportingPeriod, Target> targets = new LinkedHashMap<>();
        Optional<KpiClause.DirectionClause> without = told.filter(KpiClause.DirectionClause::withoutTarget);
        boolean directionTold = told.isPresent();
        for (KpiClause.TargetClause clause : clauses.all(KpiClause.TargetClause.class)) {
            without.ifPresent(line -> reporter.report(
                    Problem.of(AnalysisCode.TARGET_UNWANTED, clause.span()).related(line.span(), "first-clause")));
            for (TargetEntry entry : clause.entries()) {
                boolean aims = entry.figure().isPresent() || entry.computed().isPresent();
                if (direction == Direction.WITHIN_BAND && aims && entry.upper().isEmpty()) {
                    reporter.report(Problem.of(AnalysisCode.BAND_NEEDED, entry.span()));
                    continue;
                }
                if (direction == Direction.NEAREST && (entry.upper().isPresent() || isOrder(entry))) {
                    nearestNeedsOne(entry);
                    continue;
                }
                if (aims && entry.relation().isEmpty() && entry.upper().isEmpty() && !directionTold) {
                    reporter.report(Problem.of(AnalysisCode.NO_DIRECTION, entry.span()));
                    directionTold = true;
                }
                Optional<ReportingPeriod> period = series.period(entry.period());
                Optional<Expression> milestone = entry.computed().filter(milestones::isMilestone);
                Optional<PrintedQuantity> figure = milestone.isPresent()
                        ? milestones.target(milestone.get())
                        : entry.figure()
                                .flatMap(written ->
                                        scope.literals().figure(written.span(), written.text(), unit, reporter));
                boolean printed = entry.figure().isPresent() || milestone.isPresent();
                if (period.isEmpty() || printed && figure.isEmpty()) {
                    continue;
                }
                Optional<Relation> relation = entry.relation()
                        .map(AimAnalysis::relation)
                        .or(() -> Optional.of(direction)
                                .filter(known -> known != Direction.BY_DATA)
                                .map(Direction::targetRelation));
                Optional<Term> computed = milestone.isPresent()
                        ? Optional.empty()
                        : entry.computed().flatMap(this::computedTarget);
                if (!printed && entry.computed().isPresent() && computed.isEmpty()) {
                    continue;
                }
                Optional<Target> target = entry.upper().isPresent()
                        ? band(entry, figure.orElseThrow())
                        : Optional.of(new Target(
                                relation,
                                figure,
                                computed,
                                Optional.empty(),
                                entry.reason().map(Label::text),
                                entry.span()));
                if (target.isEmpty()) {
                    continue;
                }
                Target earlier = targets.put(period.get(), target.get());
                if (earlier != null) {
                    reporter.report(Series.duplicatePeriod(entry.period(), Place.of(earlier.span())));
                }
            }
        }
        return targets;
    }

    private Optional<Target> band(TargetEntry entry, PrintedQuantity from) {
        kpi.dsl.syntax.Figure written = entry.upper().orElseThrow();
        Optional<PrintedQuantity> to = scope.literals().figure(written.span(), written.text(), unit, reporter);
        boolean upsideDown = to.filter(end ->
                        from.quantity().canonical().compareTo(end.quantity().canonical()) > 0)
                .isPresent();
        if (upsideDown) {
            Span lower = entry.figure().orElseThrow().span();
            Span between =
                    written.span().source().span(lower.end(), written.span().start());
            reporter.report(Problem.of(AnalysisCode.BAND_UPSIDE_DOWN, entry.span())
                    .edit(lower.to(written.span()), written.text() + between.text() + lower.text()));
            return Optional.empty();
        }
        return to.map(
                end -> Target.between(new Target.Band(from, end), entry.reason().map(Label::text), entry.span()));
    }

    private Optional<Term> computedTarget(Expression written) {
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        return analysis.analyse(written)
                .flatMap(term -> new ResultUnit(analysis.operators(), reporter).fit(term, unit));
    }

    static Relation relation(TargetRelation relation) {
        return switch (relation) {
            case AT_LEAST -> Relation.AT_LEAST;
            case AT_MOST -> Relation.AT_MOST;
            case EQUAL -> Relation.EQUAL;
        };
    }
}
