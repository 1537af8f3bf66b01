package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PointItem.Cap;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.PointItem;
import kpi.model.Term;
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
        return items.size() == clause.items().size() && !items.isEmpty()
                ? Optional.of(new ActualRule.Points(clause.span(), items))
                : Optional.empty();
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
        Optional<Term> amount = amount(inItem, item.amount());
        List<PointItem.Cap> caps = new ArrayList<>();
        item.caps().forEach(cap -> cap(cap).ifPresent(caps::add));
        boolean sound = where.isPresent() == item.where().isPresent()
                && when.isPresent() == item.when().isPresent()
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
                amount.get(),
                caps));
    }

    /** In points, bare numbers and counts take the KPI's unit. */
    private Optional<Term> amount(ExpressionAnalysis analysis, Expression expression) {
        return analysis.analyse(expression)
                .filter(analysis.operators()::requireMeasure)
                .flatMap(term -> {
                    boolean countOfAnything = Operators.dimension(term) instanceof kpi.unit.Dimension.Count
                            && !(unit.dimension() instanceof kpi.unit.Dimension.Count);
                    return countOfAnything
                            ? Optional.of(term)
                            : new ResultUnit(analysis.operators(), scope.reporter()).fit(term, unit);
                });
    }

    private Optional<PointItem.Cap> cap(Cap cap) {
        return amount(new ExpressionAnalysis(scope), cap.amount())
                .map(limit -> new PointItem.Cap(
                        cap.span(),
                        cap.scope() == Cap.Scope.EACH ? PointItem.Scope.EACH : PointItem.Scope.IN_ALL,
                        cap.bound() == Cap.Bound.AT_MOST ? Bound.AT_MOST : Bound.AT_LEAST,
                        limit));
    }

    private static PointItem.Kind kind(kpi.dsl.syntax.PointItem.Kind kind) {
        return switch (kind) {
            case BASE -> PointItem.Kind.BASE;
            case DEDUCT -> PointItem.Kind.DEDUCT;
            case ADD -> PointItem.Kind.ADD;
        };
    }
}
