package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PointItem.Cap;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.PointGate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;

/** A points rule: each item's amount in the KPI's unit, its rows, its caps. */
final class PointsAnalysis {
    private final Scope scope;
    private final KpiUnit unit;

    PointsAnalysis(Scope scope, KpiUnit unit) {
        this.scope = scope;
        this.unit = unit;
    }

    /** Empty where a problem was reported. */
    Optional<ActualRule> read(KpiClause.PointsClause clause) {
        List<PointItem> items = new ArrayList<>();
        clause.items().forEach(item -> item(item).ifPresent(items::add));
        List<PointGroup> groups = new ArrayList<>();
        clause.groups().forEach(group -> group(clause, group).ifPresent(groups::add));
        List<PointGate> gates = new ArrayList<>();
        PointGates analysis = new PointGates(scope, unit, clause);
        clause.gates().forEach(gate -> analysis.read(gate).ifPresent(gates::add));
        List<PointItem.Cap> total = new ArrayList<>();
        clause.total().forEach(cap -> cap(clause, cap).filter(this::limitsTotal).ifPresent(total::add));
        clause.items().forEach(item -> item.caps().forEach(cap -> wholes(clause, cap)));
        boolean sound = items.size() == clause.items().size()
                && groups.size() == clause.groups().size()
                && gates.size() == clause.gates().size()
                && total.size() == clause.total().size();
        return sound && !items.isEmpty() && !scope.reporter().hasErrors()
                ? Optional.of(new ActualRule.Points(clause.span(), items, groups, gates, total))
                : Optional.empty();
    }

    private Optional<PointGroup> group(KpiClause.PointsClause clause, kpi.dsl.syntax.PointGroup group) {
        if (group.items().isEmpty()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.GROUP_EMPTY, group.span())
                            .with("group", group.label().text()));
            return Optional.empty();
        }
        List<PointItem.Cap> caps = new ArrayList<>();
        group.caps().forEach(cap -> cap(clause, cap).ifPresent(caps::add));
        int from = clause.items().indexOf(group.items().get(0));
        return caps.size() == group.caps().size()
                ? Optional.of(new PointGroup(
                        group.span(),
                        group.label().text(),
                        from,
                        from + group.items().size(),
                        caps))
                : Optional.empty();
    }

    private Optional<PointItem.Cap> cap(KpiClause.PointsClause clause, Cap cap) {
        wholes(clause, cap);
        return cap(cap);
    }

    /** A share of the allotted points is of nothing where none are allotted. */
    private void wholes(KpiClause.PointsClause clause, Cap cap) {
        boolean none = clause.items().stream().allMatch(item -> item.allotted().isEmpty());
        if (none && cap.of().filter(Cap.Whole.ALLOTTED::equals).isPresent()) {
            scope.reporter().report(Problem.of(AnalysisCode.NOTHING_ALLOTTED, cap.span()));
        }
    }

    private boolean limitsTotal(PointItem.Cap cap) {
        if (cap.of().filter(PointItem.Whole.OTHERS::equals).isPresent()) {
            scope.reporter().report(Problem.of(AnalysisCode.TOTAL_OF_OTHERS, cap.span()));
            return false;
        }
        return true;
    }

    private Optional<PointItem> item(kpi.dsl.syntax.PointItem item) {
        Optional<TableSchema> table =
                item.eachTable().flatMap(id -> scope.symbols().rows(id.spelling()));
        if (item.eachTable().isPresent() && table.isEmpty()) {
            new UnknownNames(scope)
                    .table(item.eachTable().get().span(), item.eachTable().get().spelling());
            return Optional.empty();
        }
        ExpressionAnalysis inItem =
                new ExpressionAnalysis(table.map(scope::inRow).orElse(scope));
        Optional<Term> where = item.where().flatMap(condition -> Filters.all(inItem, List.of(condition)));
        Optional<Term> when =
                item.when().flatMap(condition -> Filters.all(new ExpressionAnalysis(scope), List.of(condition)));
        Optional<Term> allotted = item.allotted().flatMap(worth -> allotted(item, worth));
        Optional<Term> amount = item.allotted().isPresent() ? awarded(item.amount()) : amount(inItem, item.amount());
        List<PointItem.Cap> caps = new ArrayList<>();
        item.caps().forEach(cap -> cap(cap).ifPresent(caps::add));
        boolean sound = where.isPresent() == item.where().isPresent()
                && when.isPresent() == item.when().isPresent()
                && allotted.isPresent() == item.allotted().isPresent()
                && amount.isPresent()
                && caps.size() == item.caps().size();
        if (!sound) {
            return Optional.empty();
        }
        return Optional.of(new PointItem(
                item.span(),
                kind(item.kind()),
                item.label().map(Label::text).orElse(""),
                table.map(TableSchema::name),
                where,
                when,
                allotted,
                amount.get(),
                caps));
    }

    /** Where the unit is a ratio itself, a share of the allotted points cannot be told from points. */
    private Optional<Term> allotted(kpi.dsl.syntax.PointItem item, Expression worth) {
        if (isRatio(unit.dimension())) {
            scope.reporter().report(Problem.of(AnalysisCode.ALLOTTED_OF_PERCENT, item.span()));
            return Optional.empty();
        }
        return amount(new ExpressionAnalysis(scope), worth);
    }

    /** A share of the allotted points, or points. */
    private Optional<Term> awarded(Expression expression) {
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        return analysis.analyse(expression)
                .filter(analysis.operators()::requireMeasure)
                .flatMap(term -> isRatio(Operators.dimension(term)) ? Optional.of(term) : inUnit(analysis, term));
    }

    private static boolean isRatio(Dimension dimension) {
        return dimension instanceof Dimension.Ratio || dimension instanceof Dimension.Percent;
    }

    /** In points, bare numbers and counts take the KPI's unit. */
    private Optional<Term> amount(ExpressionAnalysis analysis, Expression expression) {
        return analysis.analyse(expression)
                .filter(analysis.operators()::requireMeasure)
                .flatMap(term -> inUnit(analysis, term));
    }

    private Optional<Term> inUnit(ExpressionAnalysis analysis, Term term) {
        boolean countOfAnything =
                Operators.dimension(term) instanceof Dimension.Count && !(unit.dimension() instanceof Dimension.Count);
        return countOfAnything
                ? Optional.of(term)
                : new ResultUnit(analysis.operators(), scope.reporter()).fit(term, unit);
    }

    private Optional<PointItem.Cap> cap(Cap cap) {
        Optional<Term> limit =
                cap.of().isPresent() ? share(cap.amount()) : amount(new ExpressionAnalysis(scope), cap.amount());
        return limit.map(term -> new PointItem.Cap(
                cap.span(),
                cap.scope() == Cap.Scope.EACH ? PointItem.Scope.EACH : PointItem.Scope.IN_ALL,
                cap.bound() == Cap.Bound.AT_MOST ? Bound.AT_MOST : Bound.AT_LEAST,
                term,
                cap.of()
                        .map(whole ->
                                whole == Cap.Whole.ALLOTTED ? PointItem.Whole.ALLOTTED : PointItem.Whole.OTHERS)));
    }

    private Optional<Term> share(Expression expression) {
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        return analysis.analyse(expression)
                .filter(analysis.operators()::requireMeasure)
                .filter(term -> {
                    boolean share = isRatio(Operators.dimension(term));
                    if (!share) {
                        scope.reporter().report(Problem.of(AnalysisCode.SHARE_NEEDED, expression.span()));
                    }
                    return share;
                });
    }

    private static PointItem.Kind kind(kpi.dsl.syntax.PointItem.Kind kind) {
        return switch (kind) {
            case BASE -> PointItem.Kind.BASE;
            case DEDUCT -> PointItem.Kind.DEDUCT;
            case ADD -> PointItem.Kind.ADD;
            case ALLOTTED -> PointItem.Kind.ALLOTTED;
        };
    }
}
