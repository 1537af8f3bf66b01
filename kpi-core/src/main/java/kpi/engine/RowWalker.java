package kpi.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.StopSignal;
import kpi.model.Aggregation;
import kpi.model.KpiPart;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.model.Within;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.value.Truth;
import kpi.value.Value;

/** Walks rows, and knows the row that each dataset, and each KPI per row or group, is at. */
final class RowWalker {
    private final Evaluator evaluator;
    private final Scope scope;
    private final Map<String, Row> current = new HashMap<>();
    private final Set<String> walked = new HashSet<>();
    /** Aggregates inside rows that do not depend on these rows, so that they are not computed once a row. */
    private final Map<Aggregation, Map<List<Object>, AggregateOutcome>> sameAtEveryRow = new IdentityHashMap<>(4);

    private final Columns columns;
    private Optional<Row> innermost;

    RowWalker(Evaluator evaluator, Scope scope, List<Term> roots, Survey survey) {
        this.evaluator = evaluator;
        this.scope = scope;
        this.columns = new Columns(scope, this, new ColumnPasses(evaluator, scope, this, roots, survey));
        this.innermost = scope.row();
        innermost.ifPresent(row -> current.put(row.view().name(), row));
    }

    /** One row. */
    record Row(RowView view, int index) {
        Place place() {
            return view.place(index);
        }
    }

    /** What is done at a row. */
    interface AtRow {
        /** What the row contributes. */
        Outcome contribution(int row);
    }

    /** Which rows are walked, and the terms at each that a missing figure may make missing; or any missing value. */
    record Wanted(
            String name,
            List<Within> within,
            Optional<Term> where,
            List<Term> values,
            boolean presentOnly,
            boolean ofEveryGroup) {
        Wanted(String name, Optional<Term> where, Term value) {
            this(name, List.of(), where, List.of(value), false, false);
        }
    }

    /**
     * What a walk over rows found.
     *
     * @param view the rows, where there are any to walk
     * @param seen how many rows were looked at
     * @param passed how many rows passed the filter and count
     * @param leftOut why rows of a KPI were left out that lack a figure: the first reason
     * @param needed whether every filter and every contribution had a value
     */
    record Walk(
            Optional<RowView> view, long seen, long passed, long missing, Optional<Outcome> leftOut, Strict needed) {}

    /** Whether an aggregate is walking rows. */
    boolean isWalking() {
        return !walked.isEmpty();
    }

    /** Where the row that is at hand came from. */
    Optional<Place> place() {
        return innermost.map(Row::place);
    }

    /** The cell of the current row. */
    Outcome cell(String table, String name) {
        Row row = row(table, name);
        return row.view().cell(row.index(), name);
    }

    /** A figure of the current row of a KPI. */
    Outcome figure(String kpi, KpiPart part) {
        Row row = row(kpi, part.toString());
        return row.view().figure(row.index(), part);
    }

    private Row row(String table, String what) {
        Row row = current.get(table);
        if (row == null) {
            throw new KpiUsageException("“" + what + "” is used outside a row of " + table);
        }
        return row;
    }

    /** Does something at every row that passes the filter, in the order of the rows, up to the first problem. */
    Walk walk(Wanted wanted, AtRow action) {
        Keys keys = keys(wanted.within());
        return keys.needed().isComplete()
                ? walk(wanted, keys, action)
                : new Walk(Optional.empty(), 0, 0, 0, Optional.empty(), keys.needed());
    }

    /** Who gathers by column. */
    Columns columns() {
        return columns;
    }

    /** The values that rows must have in columns. */
    record Keys(List<String> columns, List<Object> values, Strict needed) {}

    private Keys keys(List<Within> within) {
        Strict needed = new Strict();
        List<Value> values = new ArrayList<>();
        for (Within each : within) {
            Outcome key = evaluator.evaluate(each.key());
            needed.take(key);
            key.value().ifPresent(values::add);
        }
        return new Keys(within.stream().map(Within::column).toList(), RowKeys.of(values), needed);
    }

    private Walk walk(Wanted wanted, Keys keys, AtRow action) {
        String name = wanted.name();
        Strict needed = new Strict();
        needed.take(keys.needed().provenance());
        RowCache.Found found = scope.rows().rows(name, scope);
        if (found.view().isEmpty()) {
            found.absent().ifPresent(needed::take);
            return new Walk(Optional.empty(), 0, 0, 0, Optional.empty(), needed);
        }
        RowView view = found.view().get();
        needed.take(view.provenance());
        return walk(wanted, view, seen(view, narrowed(view, keys, wanted.ofEveryGroup())), needed, action);
    }

    /** Walks these rows. */
    Walk walk(Wanted wanted, RowView view, int[] rows, Strict needed, AtRow action) {
        String name = wanted.name();
        Optional<Row> outer = innermost;
        Optional<Row> outerOfTable = Optional.ofNullable(current.get(name));
        boolean outermost = walked.add(name);
        long passed = 0;
        long missing = 0;
        Optional<Outcome> leftOut = Optional.empty();
        for (int i = 0; i < rows.length && !needed.hasFailed(); i++) {
            evaluator.countStep();
            Row row = new Row(view, rows[i]);
            innermost = Optional.of(row);
            current.put(name, row);
            Optional<Outcome> filter = wanted.where().map(evaluator::evaluate);
            if (filter.isPresent()
                    && RowFigures.areLacking(row, wanted.where().stream().toList(), filter.get())) {
                missing++;
                leftOut = leftOut.or(() -> filter);
                continue;
            }
            filter.ifPresent(needed::take);
            if (filter.isPresent() && !isTrue(filter.get())) {
                continue;
            }
            Outcome contribution =
                    RowFigures.counted(row, wanted.values()).orElseGet(() -> action.contribution(row.index()));
            if (wanted.presentOnly() && contribution instanceof Outcome.Missing
                    || RowFigures.areLacking(row, wanted.values(), contribution)) {
                missing++;
                leftOut = leftOut.or(() -> Optional.of(contribution));
            } else {
                passed++;
                needed.take(contribution);
            }
        }
        innermost = outer;
        if (outermost) {
            walked.remove(name);
        }
        if (outerOfTable.isPresent()) {
            current.put(name, outerOfTable.get());
        } else {
            current.remove(name);
        }
        return new Walk(Optional.of(view), rows.length, passed, missing, leftOut, needed);
    }

    /**
     * The columns in which rows must have values to be seen: those of the keys and, if the rows can be told apart by group, of
     * the group. How a group stands among the groups is asked of all of them: alone it would always be the first.
     */
    Keys narrowed(RowView view, Keys keys, boolean ofEveryGroup) {
        Map<String, Value> group = scope.group();
        if (ofEveryGroup || group.isEmpty() || !RowCache.hasAll(view, group.keySet())) {
            return keys;
        }
        List<String> columns = new ArrayList<>(group.keySet());
        List<Object> values = RowKeys.of(List.copyOf(group.values()));
        columns.addAll(keys.columns());
        values.addAll(keys.values());
        return new Keys(columns, values, keys.needed());
    }

    private int[] seen(RowView view, Keys keys) {
        return keys.columns().isEmpty() ? view.rows() : scope.rows().rows(view, keys.columns(), keys.values(), scope);
    }

    private static boolean isTrue(Outcome filter) {
        return filter.value().filter(Truth.TRUE::equals).isPresent();
    }

    /** An aggregate. */
    Outcome aggregate(Aggregation term) {
        Keys keys = keys(term.within());
        if (!keys.needed().isComplete()) {
            return keys.needed().absent();
        }
        Optional<Listener> listener = isWalking() ? Optional.empty() : scope.listener();
        AggregateOutcome found =
                gathered(term, keys, listener.filter(Listener::wantsRows).isPresent());
        listener.ifPresent(heard -> heard.rows(term, found.rows(), found.leftOut()));
        return found.figure();
    }

    /** How the row around stands among the rows. */
    Outcome standing(Standing term) {
        Outcome filter = term.where().map(evaluator::evaluate).orElseGet(() -> Outcome.of(Truth.TRUE));
        if (filter.value().isEmpty()) {
            return filter;
        }
        if (!isTrue(filter)) {
            return Absences.notAmong(term).with(filter.provenance());
        }
        Outcome own = evaluator.evaluate(term.own());
        Keys keys = keys(term.rows().within());
        Strict needed = Strict.of(filter, own);
        if (!keys.needed().isComplete()) {
            needed.take(keys.needed().absent());
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        AggregateOutcome among = gathered(term.rows(), keys, false);
        if (!isWalking()) {
            scope.listener().ifPresent(l -> l.among(term, among.rows(), among.leftOut()));
        }
        return among.about(Outcomes.quantity(own)).and(needed.provenance());
    }

    /** The rows of an aggregate; what many rows share is gathered once for them, unless a listener wants to hear of it. */
    private AggregateOutcome gathered(Aggregation term, Keys keys, boolean isHeard) {
        if (!isHeard && scope.isRepeated() && scope.rows().isSameForKeys(term, scope)) {
            Optional<AggregateOutcome> known = scope.rows().known(term, keys.values());
            AggregateOutcome outcome = known.orElseGet(() -> gather(term, keys, false));
            if (known.isEmpty()) {
                scope.rows().remember(term, keys.values(), outcome);
            }
            return outcome;
        }
        if (!isWalking() || !Collections.disjoint(scope.rows().needs(term).own().tables(), walked)) {
            return gather(term, keys, isHeard);
        }
        Map<List<Object>, AggregateOutcome> same = sameAtEveryRow.computeIfAbsent(term, any -> new HashMap<>());
        AggregateOutcome known = same.get(keys.values());
        if (known == null) {
            known = gather(term, keys, isHeard);
            same.put(keys.values(), known);
        }
        return known;
    }

    private AggregateOutcome gather(Aggregation term, Keys keys, boolean isHeard) {
        Optional<PiecesRows> pieces = scope.rows().rows(term.table(), scope).pieces();
        if (pieces.isPresent()) {
            return pieces.get().outcome(term, this, scope);
        }
        Optional<AggregateOutcome> fast =
                isHeard ? columns.gather(term, keys, row -> told(term, row)) : columns.gather(term, keys);
        return fast.orElseGet(() -> gatherByRow(term, keys, isHeard));
    }

    /** Walks the rows of an aggregate. */
    AggregateOutcome gatherByRow(Aggregation term, Keys keys) {
        return gatherByRow(term, keys, false);
    }

    private AggregateOutcome gatherByRow(Aggregation term, Keys keys, boolean isHeard) {
        Gathering gathering = new Gathering(term.aggregate(), StopSignal.of(scope.stop()));
        Walk walk = walk(wanted(term), keys, row -> {
            Outcome value = contribution(term, gathering);
            return isHeard ? told(term, row, value) : value;
        });
        return new AggregateOutcome(term, gathering, walk, place());
    }

    private Outcome told(Aggregation term, int row) {
        return told(term, row, contribution(term, new Gathering(term.aggregate())));
    }

    private Outcome told(Aggregation term, int row, Outcome value) {
        scope.listener().ifPresent(l -> l.row(term, row, place().orElseThrow(), value));
        return value;
    }

    static Wanted wanted(Aggregation term) {
        return new Wanted(
                term.table(),
                term.within(),
                term.where(),
                term.values(),
                term.aggregate().present().isPresent(),
                term.aggregate().function().isAboutOneRow());
    }

    /** What is computed where rows of a dataset or a KPI are walked: nothing of it is told to the listener. */
    <T> T walking(String name, Supplier<T> computed) {
        boolean outermost = walked.add(name);
        try {
            return computed.get();
        } finally {
            if (outermost) {
                walked.remove(name);
            }
        }
    }

    /** The value of a term at a row. */
    Outcome at(RowView view, int index, Term term) {
        Optional<Row> outer = innermost;
        Optional<Row> outerOfTable = Optional.ofNullable(current.get(view.name()));
        Row row = new Row(view, index);
        innermost = Optional.of(row);
        current.put(view.name(), row);
        try {
            return walking(view.name(), () -> evaluator.evaluate(term));
        } finally {
            innermost = outer;
            outerOfTable.ifPresentOrElse(before -> current.put(view.name(), before), () -> current.remove(view.name()));
        }
    }

    /** What the row at hand contributes; what is shown of it is its first value. */
    Outcome contribution(Aggregation term, Gathering gathering) {
        List<Value> values = new ArrayList<>(2);
        Strict needed = new Strict();
        Optional<Outcome> first = Optional.empty();
        for (Term each : term.values()) {
            Outcome value = evaluator.evaluate(each);
            needed.take(value);
            value.value().ifPresent(values::add);
            first = first.or(() -> Optional.of(value));
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        try {
            gathering.add(values);
        } catch (NumberException why) {
            return new Outcome.Failed(EvaluationProblems.ofRow(why, term, values, place()), needed.provenance());
        }
        return first.map(shown -> shown.with(needed.provenance()))
                .orElseGet(() -> Outcome.of(Outcomes.number(Exact.ONE, term.type())));
    }
}
