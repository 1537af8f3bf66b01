package kpi.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a term needs from the rows around it, as opposed to the rows of the aggregates inside it. Walks with a stack of its
 * own.
 *
 * @param tables the datasets and KPIs it reads the current row of
 * @param groupColumns the group columns it reads
 * @param ownFigures whether it reads a figure of the KPI being evaluated
 * @param arguments whether it reads what a call around it computes
 * @param walked the datasets and KPIs whose rows the aggregates inside it walk
 */
public record RowNeeds(
        Set<String> tables, Set<String> groupColumns, boolean ownFigures, boolean arguments, Set<String> walked) {
    public RowNeeds {
        tables = Set.copyOf(tables);
        groupColumns = Set.copyOf(groupColumns);
        walked = Set.copyOf(walked);
    }

    /** The needs of the term itself; the names it uses have their own. */
    public static RowNeeds of(Term term) {
        return of(term, false);
    }

    /** The needs of the term and of every name it uses. */
    public static RowNeeds withDefinitions(Term term) {
        return of(term, true);
    }

    /** The same without a current row of a table: what is left of the needs around a walk over it. */
    RowNeeds outside(String table) {
        Set<String> outer = new HashSet<>(tables);
        outer.remove(table);
        return new RowNeeds(outer, groupColumns, ownFigures, arguments, walked);
    }

    /** Whether it needs no row, group, own figure or argument; it may still walk rows of which a group sees only its own. */
    public boolean isNone() {
        return tables.isEmpty() && groupColumns.isEmpty() && !ownFigures && !arguments;
    }

    /** Whether a KPI evaluated so often has all that is needed. */
    public boolean isMetBy(Per per) {
        if (arguments) {
            return false;
        }
        if (per instanceof Per.EachRow row) {
            return groupColumns.isEmpty() && Set.of(row.table()).containsAll(tables);
        }
        return tables.isEmpty()
                && (per instanceof Per.EachGroup group
                        ? group.columns().containsAll(groupColumns)
                        : groupColumns.isEmpty());
    }

    private static RowNeeds of(Term term, boolean withDefinitions) {
        Set<String> tables = new HashSet<>();
        Set<String> groupColumns = new HashSet<>();
        Set<String> walked = new HashSet<>();
        boolean ownFigures = false;
        Set<Local> used = Collections.newSetFromMap(new IdentityHashMap<>(0));
        Set<Local> computed = Collections.newSetFromMap(new IdentityHashMap<>(0));
        Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>(4));
        Deque<At> open = new ArrayDeque<>();
        open.push(new At(term, Set.of()));
        while (!open.isEmpty()) {
            At at = open.pop();
            if (at.term() instanceof ColumnTerm column) {
                at.needs(column.table(), tables);
            } else if (at.term() instanceof RowFigure figure) {
                at.needs(figure.kpi(), tables);
            } else if (at.term() instanceof GroupKey key) {
                groupColumns.add(key.column());
            } else if (at.term() instanceof OwnFigure) {
                ownFigures = true;
            } else if (at.term() instanceof LocalTerm use) {
                used.add(use.local());
            } else if (at.term() instanceof Let let) {
                computed.addAll(let.locals());
            } else if (at.term() instanceof DefinitionTerm use && withDefinitions && seen.add(use.definition())) {
                // A name is evaluated outside the rows of any aggregate that uses it.
                open.push(new At(use.definition().value(), Set.of()));
            }
            if (at.term() instanceof Aggregation aggregation) {
                walked.add(aggregation.table());
                aggregation.within().forEach(within -> open.push(at.same(within.key())));
                aggregation.where().ifPresent(where -> open.push(at.inside(aggregation.table(), where)));
                aggregation.values().forEach(value -> open.push(at.inside(aggregation.table(), value)));
            } else {
                Subterms.of(at.term()).forEach(below -> open.push(at.same(below)));
            }
        }
        return new RowNeeds(tables, groupColumns, ownFigures, !computed.containsAll(used), walked);
    }

    /** A term, and the tables that aggregates around it walk. */
    private record At(Term term, Set<String> walked) {
        At same(Term below) {
            return new At(below, walked);
        }

        At inside(String table, Term below) {
            if (walked.contains(table)) {
                return same(below);
            }
            Set<String> all = new HashSet<>(walked);
            all.add(table);
            return new At(below, all);
        }

        void needs(String table, Set<String> needed) {
            if (!walked.contains(table)) {
                needed.add(table);
            }
        }
    }
}
