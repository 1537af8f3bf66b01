package kpi.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kpi.data.Table;
import kpi.engine.columnar.Gathered;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.FunctionCall;
import kpi.model.Logic;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.PointItem;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.plan.Planner;
import kpi.unit.KpiUnit;

/**
 * What passes over datasets have gathered for all KPIs of an evaluation: one pass answers every aggregate that depends on
 * nothing but the rows. For one evaluation.
 */
public final class SharedScans {
    private static final Set<Class<?>> OF_ROWS = Set.of(
            Arithmetic.class,
            Capped.class,
            Comparison.class,
            Conditional.class,
            Constant.class,
            Converted.class,
            FunctionCall.class,
            Logic.class,
            MissingTest.class,
            Negation.class,
            Not.class,
            Rounded.class,
            RoundedTo.class,
            TextTest.class);

    private final Supplier<List<Term>> terms;
    private final Supplier<List<Line>> lines;
    private final Map<PointItem, LineRows> asAggregates = new IdentityHashMap<>(4);
    private final Map<Key, Map<Aggregation, Optional<Gathered>>> passes = new HashMap<>();
    private Optional<Map<String, List<Aggregation>>> known = Optional.empty();

    /**
     * For what is evaluated; both are asked for once, when the first dataset is computed by column.
     *
     * @param lines of points that ask datasets
     */
    public SharedScans(Supplier<List<Term>> terms, Supplier<List<Line>> lines) {
        this.terms = Objects.requireNonNull(terms, "terms");
        this.lines = Objects.requireNonNull(lines, "lines");
    }

    /** Shares nothing beyond what is asked together. */
    public static SharedScans none() {
        return new SharedScans(List::of, List::of);
    }

    /** A line of points, in the unit of its KPI. */
    public record Line(PointItem item, KpiUnit unit) {
        public Line {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** A line that asks a dataset as aggregates, which are the same whenever it is asked for. */
    synchronized LineRows line(PointItem line, KpiUnit unit) {
        LineRows known = asAggregates.get(line);
        if (known == null || !known.unit().equals(unit)) {
            known = new LineRows(line, unit);
            asAggregates.put(line, known);
        }
        return known;
    }

    /** Rows of a table, which is told by identity; where all are seen, none is listed. */
    private record Key(Table table, boolean whole, BitSet selected, int shown) {}

    /**
     * What was gathered for an aggregate that {@link #isOfRows}, in a pass for it and all that may share it.
     *
     * @param beside other aggregates over the same dataset that are evaluated with it
     * @param shown how many of the rows of each are named
     * @param pass gathers these aggregates; those it does not answer have no plan
     */
    synchronized Optional<Gathered> gathered(
            Aggregation term,
            List<Aggregation> beside,
            TableView view,
            BitSet selected,
            int shown,
            Function<List<Aggregation>, Map<Aggregation, Gathered>> pass) {
        Key key = new Key(view.table(), view.size() == view.table().rows(), selected, shown);
        Map<Aggregation, Optional<Gathered>> all = passes.get(key);
        if (all == null) {
            Set<Aggregation> together = Collections.newSetFromMap(new IdentityHashMap<>());
            together.addAll(byTable().getOrDefault(term.table(), List.of()));
            beside.stream().filter(SharedScans::isOfRows).forEach(together::add);
            together.add(term);
            Map<Aggregation, Gathered> gathered = pass.apply(new ArrayList<>(together));
            all = new IdentityHashMap<>();
            for (Aggregation each : together) {
                all.put(each, Optional.ofNullable(gathered.get(each)));
            }
            passes.put(key, all);
        }
        if (!all.containsKey(term)) {
            // It was not known when the pass began, or has no plan.
            all.put(term, Optional.ofNullable(pass.apply(List.of(term)).get(term)));
        }
        return all.get(term);
    }

    private Map<String, List<Aggregation>> byTable() {
        if (known.isEmpty()) {
            Map<String, List<Aggregation>> found = new HashMap<>();
            List<Term> open = new ArrayList<>(terms.get());
            lines.get().stream()
                    .filter(line -> line.item().table().isPresent())
                    .forEach(line -> open.addAll(line(line.item(), line.unit()).both()));
            for (int i = 0; i < open.size(); i++) {
                Term next = open.get(i);
                if (next instanceof Aggregation aggregation
                        && aggregation.within().isEmpty()
                        && isOfRows(aggregation)) {
                    found.computeIfAbsent(aggregation.table(), any -> new ArrayList<>())
                            .add(aggregation);
                }
                open.addAll(Subterms.of(next));
            }
            known = Optional.of(found);
        }
        return known.get();
    }

    /** Whether an aggregate depends on nothing but the rows of its table, and is exact. */
    static boolean isOfRows(Aggregation term) {
        List<Term> open = new ArrayList<>(term.values());
        term.where().ifPresent(open::add);
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            boolean allowed = next instanceof ColumnTerm column
                    ? column.table().equals(term.table())
                    : OF_ROWS.contains(next.getClass());
            if (!allowed
                    || next instanceof FunctionCall call && !Planner.keepsUnit(call.function())
                    || next instanceof Arithmetic arithmetic && arithmetic.operator() == Arithmetic.Operator.POWER) {
                return false;
            }
            open.addAll(Subterms.of(next));
        }
        return true;
    }
}
