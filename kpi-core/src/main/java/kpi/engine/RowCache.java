package kpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kpi.diagnostic.StopSignal;
import kpi.model.Aggregation;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.LookUpTable;
import kpi.model.PointItem;
import kpi.model.Recalled;
import kpi.model.RowNeeds;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/**
 * What evaluating a KPI at each of many rows would otherwise find again and again: the rows of a dataset by their keys, and
 * the aggregates that are the same at many rows.
 *
 * <p>Indexing n rows costs n; finding the k rows of a key costs k. An aggregate over all rows is computed once, one within
 * a column once for each value of that column: walking all n rows of a KPI stays near n as long as each aggregate in it
 * depends on its row only by such columns.
 *
 * <p>For the same facts and figures throughout, and for one thread.
 */
public final class RowCache {
    private final Map<Name, Found> found = new HashMap<>();
    private final Map<List<Object>, Found> past = new HashMap<>(0);
    private final Map<RowView, Map<List<String>, Map<List<Object>, int[]>>> indexes = new IdentityHashMap<>(4);
    private final Map<Aggregation, Needs> needs = new IdentityHashMap<>(4);
    private final Map<Aggregation, Map<List<Object>, AggregateOutcome>> aggregates = new IdentityHashMap<>(4);

    private final Map<TableView, Map<List<String>, Optional<Grouping>>> groupings = new IdentityHashMap<>(4);
    private final Map<Aggregation, Map<List<String>, Optional<ColumnPasses.GroupPass>>> passes =
            new IdentityHashMap<>(4);

    private final Map<PointItem, LineRows> lines = new IdentityHashMap<>(4);

    private record Name(String name, ReportingPeriod period) {}

    /** Rows, or why there are none. */
    record Found(Optional<RowView> view, Optional<Outcome> absent, Optional<PiecesRows> pieces) {
        static Found of(RowView view) {
            return new Found(Optional.of(view), Optional.empty(), Optional.empty());
        }

        static Found none(Outcome why) {
            return new Found(Optional.empty(), Optional.of(why), Optional.empty());
        }

        /** Rows of which only aggregates are known. */
        static Found inPieces(PiecesRows rows) {
            return new Found(Optional.empty(), Optional.of(rows.refused()), Optional.of(rows));
        }
    }

    private final Map<LookUpTable, LookUps.Found> lookUps = new IdentityHashMap<>(2);

    /** The rows of a look-up table, read once. */
    LookUps.Found lookUp(LookUpTable table, Supplier<LookUps.Found> read) {
        LookUps.Found known = lookUps.get(table);
        if (known == null) {
            known = read.get();
            lookUps.put(table, known);
        }
        return known;
    }

    /**
     * What an aggregate needs but the columns it is within: by itself, and with the names it uses.
     *
     * @param ofGroup the rows that are walked as far as the group allows; a standing walks its own rows in every group alike
     */
    record Needs(RowNeeds own, RowNeeds all, Set<String> ofGroup) {}

    /** A line of points as aggregates, the same for as long as its rows are evaluated. */
    LineRows line(PointItem line, KpiUnit unit, Scope scope) {
        return lines.computeIfAbsent(line, any -> scope.scans().line(line, unit));
    }

    /** Groups of the rows of a dataset; empty where rows must be told apart one by one. */
    Optional<Grouping> grouping(TableView view, List<String> columns, Scope scope) {
        return groupings
                .computeIfAbsent(view, any -> new HashMap<>())
                .computeIfAbsent(columns, any -> Grouping.of(view, columns, StopSignal.of(scope.stop())));
    }

    /** What a pass by these columns gathered for an aggregate, if there was one; nothing in it where there is no plan. */
    Optional<Optional<ColumnPasses.GroupPass>> pass(Aggregation term, List<String> columns) {
        return Optional.ofNullable(passes.getOrDefault(term, Map.of()).get(columns));
    }

    void remember(Aggregation term, List<String> columns, Optional<ColumnPasses.GroupPass> pass) {
        passes.computeIfAbsent(term, any -> new HashMap<>()).put(columns, pass);
    }

    /** The rows of a KPI or, if none has this name, of a dataset. */
    Found rows(String name, Scope scope) {
        return found.computeIfAbsent(new Name(name, scope.period()), asked -> find(name, scope));
    }

    /** The rows of another period. */
    Found past(Recalled.Joined what, ReportingPeriod period, Scope scope) {
        Object of = what.at() instanceof JoinedColumn column
                ? column.table()
                : List.of(((JoinedFigure) what.at()).kpi(), ((JoinedFigure) what.at()).part(), what.type());
        return past.computeIfAbsent(
                List.of(of, period), asked -> found(scope.figures().recallRows(what, period)));
    }

    private static Found found(KpiRows rows) {
        return rows instanceof KpiRows.Rows of ? Found.of(of.view()) : Found.none(((KpiRows.Absent) rows).why());
    }

    private static Found find(String name, Scope scope) {
        Optional<KpiRows> kpi = scope.figures().rows(name);
        if (kpi.isPresent()) {
            return found(kpi.get());
        }
        RowSet set = scope.facts().rows(name, scope.period());
        if (set instanceof RowSet.Changed changed) {
            return Found.of(changed.view());
        }
        if (set instanceof RowSet.InPieces pieces) {
            return Found.inPieces(pieces.rows());
        }
        if (set instanceof RowSet.Refused refused) {
            return Found.none(refused.why());
        }
        return set instanceof RowSet.Rows rows ? Found.of(TableView.of(rows)) : Found.none(((RowSet.Absent) set).why());
    }

    /** The rows that have these values in these columns, in their order. A row that lacks one of the values has no key. */
    int[] rows(RowView view, List<String> columns, List<Object> keys, Scope scope) {
        return indexes.computeIfAbsent(view, any -> new HashMap<>())
                .computeIfAbsent(columns, any -> index(view, columns, StopSignal.of(scope.stop())))
                .getOrDefault(keys, NONE);
    }

    private static final int[] NONE = {};

    private static Map<List<Object>, int[]> index(RowView view, List<String> columns, StopSignal stop) {
        Map<List<Object>, List<Integer>> lists = new HashMap<>();
        for (int row : view.rows()) {
            stop.step();
            List<Object> key = new ArrayList<>(columns.size());
            for (String column : columns) {
                view.cell(row, column).value().ifPresent(value -> key.add(RowKeys.of(value)));
            }
            if (key.size() == columns.size()) {
                lists.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
        Map<List<Object>, int[]> index = new HashMap<>();
        lists.forEach((key, rows) -> {
            int[] found = new int[rows.size()];
            for (int i = 0; i < found.length; i++) {
                stop.step();
                found[i] = rows.get(i);
            }
            index.put(key, found);
        });
        return index;
    }

    Needs needs(Aggregation term) {
        return needs.computeIfAbsent(term, any -> {
            Aggregation alone = term.alone();
            RowNeeds all = RowNeeds.withDefinitions(alone);
            return new Needs(
                    RowNeeds.of(alone),
                    all,
                    term.aggregate().function().isAboutOneRow() ? walkedInside(alone) : all.walked());
        });
    }

    /** Whether what it computes of each row is the same whatever row or group it is asked for. */
    boolean isOfRowAlone(Aggregation term, Scope scope) {
        return needs(term).all().isNone() && !seesGroup(walkedInside(term), scope);
    }

    private boolean seesGroup(Set<String> walked, Scope scope) {
        Set<String> columns = scope.group().keySet();
        return !columns.isEmpty()
                && walked.stream()
                        .map(name -> rows(name, scope).view())
                        .anyMatch(view -> view.isPresent() && hasAll(view.get(), columns));
    }

    private static Set<String> walkedInside(Aggregation term) {
        Set<String> walked = new HashSet<>();
        term.where()
                .ifPresent(
                        where -> walked.addAll(RowNeeds.withDefinitions(where).walked()));
        term.values()
                .forEach(value -> walked.addAll(RowNeeds.withDefinitions(value).walked()));
        return walked;
    }

    /** Whether it is the same at every row and in every group where the columns it is within have the same values. */
    boolean isSameForKeys(Aggregation term, Scope scope) {
        Needs needs = needs(term);
        return needs.all().isNone() && !seesGroup(needs.ofGroup(), scope);
    }

    static boolean hasAll(RowView view, Iterable<String> columns) {
        for (String column : columns) {
            if (!view.has(column)) {
                return false;
            }
        }
        return true;
    }

    Optional<AggregateOutcome> known(Aggregation term, List<Object> keys) {
        return Optional.ofNullable(aggregates.getOrDefault(term, Map.of()).get(keys));
    }

    void remember(Aggregation term, List<Object> keys, AggregateOutcome outcome) {
        aggregates.computeIfAbsent(term, any -> new HashMap<>()).put(keys, outcome);
    }
}
