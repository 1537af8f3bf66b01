package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.syntax.Entry;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MilestoneWord;
import kpi.model.ActualRule;
import kpi.model.Milestones;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;

/** The milestones of one version of a KPI, and the names of them on its other lines. */
final class MilestonesAnalysis {
    private static final Exact RESOLUTION_OF_ZERO = Exact.of(1, 2);

    private final Scope scope;
    private final KpiUnit unit;
    private final Clauses clauses;
    private final Optional<KpiClause.MilestonesClause> clause;
    private final boolean unread;
    private final List<Milestones.Stage> stages = new ArrayList<>();
    private final List<Milestones.Report> reports = new ArrayList<>();

    MilestonesAnalysis(Scope scope, Clauses clauses, KpiUnit unit) {
        this.scope = scope;
        this.clauses = clauses;
        this.unit = unit;
        this.clause = clauses.one(KpiClause.MilestonesClause.class);
        this.unread = isUnread(clauses);
        clause.ifPresent(this::declare);
    }

    /** The unit that milestones are in where no line says one. */
    static Optional<KpiUnit> unit(Clauses clauses) {
        boolean any = clauses.one(KpiClause.MilestonesClause.class).isPresent() || isUnread(clauses);
        return any ? Optional.of(Units.PERCENT) : Optional.empty();
    }

    /** Whether there are milestones that could not be read; that was told, and nothing is missed because of it. */
    private static boolean isUnread(Clauses clauses) {
        return clauses.all(KpiClause.BrokenClause.class).stream()
                .anyMatch(broken ->
                        broken.word().equals("milestones") || broken.word().equals("里程碑"));
    }

    private void declare(KpiClause.MilestonesClause written) {
        if (!unit.dimension().equals(Units.PERCENT.dimension())) {
            Span at = clauses.one(KpiClause.UnitClause.class)
                    .map(line -> line.unit().span())
                    .orElse(keyword(written.span()));
            report(Problem.of(AnalysisCode.MILESTONES_UNIT, at)
                    .with("unit", unit.symbol())
                    .edit(at, "%"));
            return;
        }
        Map<String, Span> names = new HashMap<>();
        Exact before = Exact.ZERO;
        for (KpiClause.MilestonesClause.Line line : written.lines()) {
            Optional<PrintedQuantity> share =
                    scope.literals().figure(line.share().span(), line.share().text(), unit, scope.reporter());
            Span earlier = names.putIfAbsent(
                    CanonicalName.of(line.name().spelling()), line.name().span());
            if (earlier != null) {
                twice(line.name(), earlier);
            }
            if (share.isEmpty()) {
                continue;
            }
            Exact reached = share.get().quantity().canonical();
            boolean tooMuch = reached.compareTo(Exact.ONE) > 0;
            if (reached.compareTo(before) <= 0 || tooMuch) {
                LocalText reason = tooMuch
                        ? new LocalText("超過 100%", "it is more than 100%")
                        : before.isZero()
                                ? new LocalText("須大於 0%", "it is not above 0%")
                                : new LocalText("前一項已達此數以上", "the one before has as much or more");
                report(Problem.of(AnalysisCode.MILESTONES_RISE, line.share().span())
                        .with("name", line.name().spelling())
                        .with("share", line.share().text())
                        .with("reason", reason));
            }
            before = before.max(reached);
            stages.add(new Milestones.Stage(
                    line.span(),
                    line.name().spelling(),
                    line.text().map(Label::text).orElse(""),
                    share.get()));
        }
    }

    private void twice(Id name, Span earlier) {
        report(Problem.of(AnalysisCode.MILESTONE_TWICE, name.span())
                .with("name", name.spelling())
                .related(earlier, "first-clause"));
    }

    private void report(Problem.Builder problem) {
        scope.reporter().report(problem);
    }

    /** The rule; empty where there are no milestones, or they are ill-formed. */
    Optional<ActualRule> rule() {
        Optional<MilestoneWord> word =
                clauses.one(KpiClause.ActualClause.class).flatMap(KpiClause.ActualClause::milestone);
        if (clause.isEmpty()) {
            word.filter(said -> !unread && clauses.isOwn(KpiClause.ActualClause.class))
                    .ifPresent(said -> report(Problem.of(AnalysisCode.NO_MILESTONES, said.span())));
            return Optional.empty();
        }
        if (clauses.one(KpiClause.FormulaClause.class).isPresent()
                || clauses.one(KpiClause.PointsClause.class).isPresent()) {
            report(Problem.of(
                    AnalysisCode.MILESTONES_AND_FORMULA, keyword(clause.get().span())));
            return Optional.empty();
        }
        if (word.isEmpty()) {
            unsaid(clause.get().span());
        }
        return word.isEmpty() || stages.isEmpty() || scope.reporter().hasErrors()
                ? Optional.empty()
                : Optional.of(new Milestones(clause.get().span(), stages, reading(word.get()), reports));
    }

    private static Milestones.Reading reading(MilestoneWord word) {
        return word.kind() == MilestoneWord.Kind.HIGHEST
                ? Milestones.Reading.HIGHEST
                : Milestones.Reading.LAST_WITHOUT_GAP;
    }

    /** The word a block stands behind. */
    private static Span keyword(Span block) {
        int length = block.text().split("[\\s{｛：:]", 2)[0].length();
        return block.source().span(block.start(), block.start() + length);
    }

    /** Each choice is an edit: the start of the line there is, or a line of its own. */
    private void unsaid(Span block) {
        Problem.Builder problem = Problem.of(AnalysisCode.MILESTONE_CHOICE, keyword(block));
        boolean english = block.text().startsWith("milestones");
        List<String> choices = english
                ? List.of("last milestone reached without a gap", "highest milestone reached")
                : List.of("依序達成之最後里程碑", "已達成之最高里程碑");
        Optional<KpiClause.ActualClause> line = clauses.one(KpiClause.ActualClause.class)
                .filter(own -> clauses.isOwn(KpiClause.ActualClause.class)
                        && !own.steps().isEmpty());
        String indentation = " ".repeat(Math.max(0, block.column() - 1));
        for (String choice : choices) {
            if (line.isPresent()) {
                Span at = line.get().steps().get(0).span();
                problem.edit(at.source().span(at.start(), at.start()), choice + (english ? ", " : "，"));
            } else {
                Span at = block.source().span(block.end(), block.end());
                problem.edit(at, "\n" + indentation + (english ? "actual " : "實際值 ") + choice);
            }
        }
        report(problem);
    }

    /** The figure that a list of reached milestones comes to; kept to be explained. */
    Optional<PrintedQuantity> reported(Entry entry) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        boolean known = true;
        if (clause.isEmpty()) {
            if (!unread) {
                report(Problem.of(
                        AnalysisCode.NO_MILESTONES, entry.reached().get(0).span()));
            }
            return Optional.empty();
        }
        for (Id name : entry.reached()) {
            Optional<Milestones.Stage> stage = stage(name.span(), name.spelling());
            known &= stage.isPresent();
            stage.map(Milestones.Stage::id).ifPresent(reached::add);
            if (!seen.add(CanonicalName.of(name.spelling()))) {
                twice(
                        name,
                        entry.reached().stream()
                                .filter(other ->
                                        CanonicalName.of(other.spelling()).equals(CanonicalName.of(name.spelling())))
                                .findFirst()
                                .orElse(name)
                                .span());
            }
        }
        Optional<MilestoneWord> word =
                clauses.one(KpiClause.ActualClause.class).flatMap(KpiClause.ActualClause::milestone);
        if (!known || word.isEmpty()) {
            return Optional.empty();
        }
        reports.add(new Milestones.Report(Place.of(entry.span()), reached));
        return Optional.of(Milestones.counted(stages, reading(word.get()), reached)
                .map(Milestones.Stage::share)
                .orElseGet(() -> new PrintedQuantity(Quantity.canonical(Exact.ZERO, unit), RESOLUTION_OF_ZERO, "0%")));
    }

    /** Whether a target is a name, which in a KPI with milestones is one of them. */
    boolean isMilestone(Expression target) {
        return (clause.isPresent() || unread) && target instanceof Expression.Name;
    }

    /** The figure that a target stands for by the name of a milestone. */
    Optional<PrintedQuantity> target(Expression target) {
        Expression.Name name = (Expression.Name) target;
        return stage(name.span(), name.spelling()).map(Milestones.Stage::share);
    }

    private Optional<Milestones.Stage> stage(Span span, String name) {
        Optional<Milestones.Stage> found = stages.stream()
                .filter(stage -> CanonicalName.of(stage.id()).equals(CanonicalName.of(name)))
                .findFirst();
        if (found.isEmpty() && !stages.isEmpty()) {
            List<String> known = stages.stream().map(Milestones.Stage::id).toList();
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_MILESTONE, span)
                    .with("name", name)
                    .with("known", new LocalText(String.join("、", known), String.join(", ", known)));
            Suggestion.nearest(name, known).ifPresent(meant -> problem.edit(span, meant));
            report(problem);
        }
        return found;
    }
}
