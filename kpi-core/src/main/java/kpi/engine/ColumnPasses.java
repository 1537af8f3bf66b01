package kpi.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kpi.diagnostic.KpiCancelledException;
import kpi.engine.columnar.ByGroup;
import kpi.engine.columnar.ColumnPlan;
import kpi.engine.columnar.Gathered;
import kpi.engine.columnar.Groups;
import kpi.engine.columnar.Oracle;
import kpi.model.Aggregation;
import kpi.model.RowNeeds;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.Within;
import kpi.unit.KpiUnit;
import kpi.value.Value;

/** Passes over the columns of datasets, each for as many aggregates as it can answer. */
final class ColumnPasses {
    /** A listener that wants more rows to be told hears of all of them, by row. */
    private static final int MOST_SHOWN = 65_536;

    private final Evaluator evaluator;
    private final Scope scope;
    private final RowWalker walker;
    private final List<Term> roots;
    private final Survey survey;
    private final Map<Aggregation, Pass> shared = new IdentityHashMap<>(4);
    private final int shown;

    /** @param roots what is evaluated together */
    ColumnPasses(Evaluator evaluator, Scope scope, RowWalker walker, List<Term> roots, Survey survey) {
        this.evaluator = evaluator;
        this.scope = scope;
        this.walker = walker;
        this.roots = new ArrayList<>(roots);
        this.survey = survey;
        this.shown = scope.listener()
                .filter(Listener::wantsRows)
                .map(Listener::mostRows)
                .filter(most -> most <= MOST_SHOWN)
                .orElse(0);
    }

    /** How many rows of an aggregate are named, so that they can be told; 0 where none are. */
    int shown() {
        return shown;
    }

    /** More that is evaluated together with the rest. */
    void expect(List<Aggregation> terms) {
        roots.addAll(terms);
    }

    /**
     * What a pass over columns left for one aggregate.
     *
     * @param seen how many rows were looked at
     * @param rests what the plan rests on
     */
    record Pass(TableView view, int seen, Gathered gathered, Provenance rests) {}

    /** What a pass gathered for an aggregate in each group. */
    record GroupPass(ByGroup rows, Provenance rests) {}

    /** What the rows come to where columns tell, but for those left to be walked; empty where there is no plan. */
    Optional<Pass> of(Aggregation term, RowWalker.Keys keys) {
        Pass known = shared.get(term);
        if (known != null) {
            return Optional.of(known);
        }
        if (scope.columns().isNever()) {
            return Optional.empty();
        }
        Optional<TableView> table = scope.rows()
                .rows(term.table(), scope)
                .view()
                .filter(TableView.class::isInstance)
                .map(TableView.class::cast)
                .filter(view -> view.table().rows() >= scope.columns().fewestRows());
        return table.flatMap(view -> {
            RowWalker.Keys narrowed = walker.narrowed(view, keys, isOfEveryGroup(term));
            return narrowed.columns().isEmpty() ? ofAll(term, view) : inGroup(term, view, narrowed);
        });
    }

    /** The rows of one group; the first that is asked for finds what there is in all of them. */
    private Optional<Pass> inGroup(Aggregation term, TableView view, RowWalker.Keys narrowed) {
        if (!scope.rows().isOfRowAlone(term, scope)) {
            return Optional.empty();
        }
        List<String> columns = narrowed.columns();
        Optional<Grouping> grouping = scope.rows().grouping(view, columns, scope);
        if (grouping.isEmpty()) {
            return Optional.empty();
        }
        if (scope.rows().pass(term, columns).isEmpty()) {
            gatherGroups(term, view, columns, grouping.get().groups());
        }
        return scope.rows().pass(term, columns).orElseThrow().map(pass -> {
            Optional<Integer> group = grouping.get().number(narrowed.values());
            Gathered rows = group.map(pass.rows()::of).orElse(Gathered.NOTHING);
            int seen = group.map(grouping.get().groups()::size).orElse(0);
            return new Pass(view, seen, rows, pass.rests());
        });
    }

    private void gatherGroups(Aggregation term, TableView view, List<String> columns, Groups groups) {
        Map<Aggregation, Asked> asked = new IdentityHashMap<>();
        for (Aggregation each : walker.isWalking() ? List.of(term) : together(term)) {
            if (isExact(each)
                    && scope.rows().isOfRowAlone(each, scope)
                    && scope.rows().pass(each, columns).isEmpty()) {
                asked.put(each, new Asked(view));
            }
        }
        scope.rows().remember(term, columns, Optional.empty());
        ColumnPlan plan = plan(List.copyOf(asked.keySet()), view, asked::get);
        Map<Aggregation, ByGroup> gathered = plan.isEmpty()
                ? Map.of()
                : plan.gather(groups, scope.columns().workers(), scope.stop()).orElseThrow(ColumnPasses::stopped);
        asked.forEach((each, by) -> scope.rows()
                .remember(
                        each,
                        columns,
                        Optional.ofNullable(gathered.get(each)).map(rows -> new GroupPass(rows, by.provenance))));
    }

    private static KpiCancelledException stopped() {
        return new KpiCancelledException("stopped by the host");
    }

    private Optional<Pass> ofAll(Aggregation term, TableView view) {
        if (SharedScans.isOfRows(term)) {
            int seen = view.size();
            BitSet selected = seen == view.table().rows() ? new BitSet(0) : view.selected();
            return scope.scans()
                    .gathered(
                            term,
                            together(term),
                            view,
                            selected,
                            shown,
                            terms -> scan(plan(terms, view, each -> new Asked(view)), view))
                    .map(rows -> new Pass(view, seen, rows, Provenance.exact()));
        }
        Map<Aggregation, Asked> asked = new IdentityHashMap<>();
        for (Aggregation each : walker.isWalking() ? List.of(term) : together(term)) {
            if (isExact(each)) {
                asked.put(each, new Asked(view));
            }
        }
        if (!asked.containsKey(term)) {
            return Optional.empty();
        }
        List<Aggregation> terms = new ArrayList<>();
        terms.add(term);
        asked.keySet().stream().filter(each -> !isSame(each, term)).forEach(terms::add);
        ColumnPlan plan = plan(terms, view, asked::get);
        if (!plan.isPlanned(term)) {
            return Optional.empty();
        }
        Map<Aggregation, Gathered> gathered = scan(plan, view);
        int seen = view.size();
        Map<Aggregation, Pass> passes = new IdentityHashMap<>();
        gathered.forEach((each, rows) ->
                passes.put(each, new Pass(view, seen, rows, Objects.requireNonNull(asked.get(each)).provenance)));
        if (!walker.isWalking()) {
            shared.putAll(passes);
        }
        return Optional.of(Objects.requireNonNull(passes.get(term)));
    }

    private ColumnPlan plan(List<Aggregation> terms, TableView view, Function<Aggregation, Oracle> oracles) {
        return walker.walking(view.name(), () -> ColumnPlan.of(view.table(), terms, oracles));
    }

    /** One pass for all that is planned. */
    private Map<Aggregation, Gathered> scan(ColumnPlan plan, TableView view) {
        if (plan.isEmpty()) {
            return Map.of();
        }
        return plan.gather(view.words(), view.isWhole(), shown, scope.columns().workers(), scope.stop())
                .orElseThrow(ColumnPasses::stopped);
    }

    @SuppressWarnings("ReferenceEquality") // equal terms may stand at two places
    private static boolean isSame(Aggregation one, Aggregation other) {
        return one == other;
    }

    /** The aggregates over the same dataset that are evaluated together with this one. */
    private List<Aggregation> together(Aggregation term) {
        List<Aggregation> found = new ArrayList<>();
        List<Term> open = new ArrayList<>(roots);
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof Aggregation aggregation) {
                if (aggregation.table().equals(term.table())
                        && columnsOf(aggregation).equals(columnsOf(term))
                        && isOfEveryGroup(aggregation) == isOfEveryGroup(term)
                        && !isSame(aggregation, term)
                        && needsNoRow(aggregation)) {
                    found.add(aggregation);
                }
            } else {
                open.addAll(Subterms.of(next));
            }
        }
        found.add(term);
        return found;
    }

    /** What is computed ahead of its turn must not depend on where it stands. */
    private boolean needsNoRow(Aggregation term) {
        RowNeeds needs = scope.rows().needs(term).own();
        return needs.tables().isEmpty() && !needs.arguments();
    }

    private static List<String> columnsOf(Aggregation term) {
        return term.within().stream().map(Within::column).toList();
    }

    private static boolean isOfEveryGroup(Aggregation term) {
        return term.aggregate().function().isAboutOneRow();
    }

    private boolean isExact(Aggregation term) {
        List<Term> open = new ArrayList<>(term.values());
        term.where().ifPresent(open::add);
        for (int i = 0; i < open.size(); i++) {
            if (survey.isApproximate(open.get(i))) {
                return false;
            }
            open.addAll(Subterms.of(open.get(i)));
        }
        return true;
    }

    /** The unit of what is the same at every row of a dataset. */
    Optional<KpiUnit> unitOf(Term term, TableView view) {
        return walker.walking(view.name(), () -> evaluator.evaluate(term))
                .quantity()
                .map(quantity -> quantity.unit());
    }

    /** The reference engine as one aggregate asks it, and what its answers rest on. */
    private final class Asked implements Oracle {
        private final TableView view;
        private Provenance provenance = Provenance.exact();

        Asked(TableView view) {
            this.view = view;
        }

        @Override
        public Optional<Value> constant(Term term) {
            Outcome outcome = evaluator.evaluate(term);
            if (outcome instanceof Outcome.Present) {
                provenance = provenance.and(outcome.provenance());
            }
            return outcome.value();
        }

        @Override
        public Optional<Value> at(Term term, int row) {
            return walker.at(view, row, term) instanceof Outcome.Present present
                            && present.provenance().equals(Provenance.exact())
                    ? Optional.of(present.present())
                    : Optional.empty();
        }
    }
}
