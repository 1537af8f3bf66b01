package kpi.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.StopSignal;
import kpi.model.ActualRule;
import kpi.model.Definition;
import kpi.model.RuleTerms;
import kpi.model.Step;
import kpi.model.Term;
import kpi.unit.KpiUnit;
import kpi.value.Type;
import kpi.value.Value;

/**
 * Says what a formula means: slow, plain and right. A faster engine must answer the same.
 *
 * <p>Never throws on what a text or its data contain: a missing value and a problem are outcomes. Throws {@link
 * kpi.diagnostic.KpiCancelledException} when the host stops it, and {@link kpi.diagnostic.KpiUsageException} when a source
 * of facts answers with a value of another type than was asked for.
 */
public final class ReferenceEngine {
    private ReferenceEngine() {}

    /** The value of a term outside any row. */
    public static Outcome evaluate(Term term, Scope scope) {
        return Evaluator.of(scope, List.of(term)).evaluate(term);
    }

    /** The points of a rule, line by line; bare numbers and counts are taken in the KPI's unit. */
    public static PointsOutcome points(ActualRule.Points rule, KpiUnit unit, Scope scope) {
        return new PointsEvaluator(Evaluator.of(scope, RuleTerms.ofPoints(rule)), unit, scope).evaluate(rule);
    }

    /** What the children of a node come to. */
    public static RollUpOutcome rollUp(ActualRule.RollUp rule, KpiUnit unit, Scope scope) {
        return new RollUpEvaluator(Evaluator.of(scope, RuleTerms.ofNode(rule)), scope.period(), unit).evaluate(rule);
    }

    /** A figure under the unit declared for it: a ratio as a number, a bare number as a count. */
    public static Outcome in(KpiUnit unit, Outcome figure) {
        return Outcomes.relabelled(figure, Type.measure(unit.dimension()));
    }

    /** What the steps make of a figure; a missing or failed one stays what it is. */
    public static Outcome apply(List<Step> steps, Outcome value, Scope scope) {
        List<Outcome> trail = trail(steps, value, scope);
        return trail.isEmpty() ? value : trail.get(trail.size() - 1);
    }

    /** The figure after each of the steps. */
    public static List<Outcome> trail(List<Step> steps, Outcome value, Scope scope) {
        List<Term> limits = new ArrayList<>();
        for (Step step : steps) {
            step.needed().ifPresent(limits::add);
        }
        Evaluator evaluator = Evaluator.of(scope, limits);
        List<Outcome> trail = new ArrayList<>();
        Outcome figure = value;
        for (Step step : steps) {
            figure = evaluator.steps().apply(step, figure);
            trail.add(figure);
        }
        return List.copyOf(trail);
    }

    /** The rows of a KPI per row or group or, if none has this name, of a dataset, as the scope sees them. */
    public static KpiRows rows(String name, Scope scope) {
        RowCache.Found found = scope.rows().rows(name, scope);
        return found.view()
                .<KpiRows>map(KpiRows.Rows::new)
                .orElseGet(() -> new KpiRows.Absent(found.absent().orElseThrow()));
    }

    /**
     * The distinct combinations of values that rows have in columns, in the order in which they are met: in the order of the
     * names, and of the rows. Rows without all of the columns, or that lack one of the values, are of no group. Costs as much
     * as looking at each row once.
     */
    public static List<Map<String, Value>> groups(List<String> columns, Collection<RowView> views, Scope scope) {
        Map<List<Object>, Map<String, Value>> groups = new LinkedHashMap<>();
        StopSignal stop = StopSignal.of(scope.stop());
        for (RowView view : views) {
            if (RowCache.hasAll(view, columns)) {
                for (Map<String, Value> values : groups(columns, view, scope, stop)) {
                    stop.step();
                    groups.putIfAbsent(RowKeys.of(List.copyOf(values.values())), values);
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private static Collection<Map<String, Value>> groups(
            List<String> columns, RowView view, Scope scope, StopSignal stop) {
        if (view instanceof TableView table
                && table.table().rows() >= scope.columns().fewestRows()) {
            Optional<Grouping> grouping = scope.rows().grouping(table, columns, scope);
            if (grouping.isPresent()) {
                return grouping.get().inOrder(stop);
            }
        }
        Map<List<Object>, Map<String, Value>> groups = new LinkedHashMap<>();
        for (int row : view.rows()) {
            stop.step();
            Map<String, Value> values = new LinkedHashMap<>();
            for (String column : columns) {
                view.cell(row, column).value().ifPresent(value -> values.put(column, value));
            }
            if (values.size() == columns.size()) {
                groups.putIfAbsent(RowKeys.of(List.copyOf(values.values())), values);
            }
        }
        return groups.values();
    }

    /** Evaluates a definition, and first whatever it needs, unless the scope knows it. */
    static void define(Definition definition, Scope scope) {
        if (scope.known(definition).isEmpty()) {
            scope.remember(definition, evaluate(definition.value(), scope));
        }
    }
}
