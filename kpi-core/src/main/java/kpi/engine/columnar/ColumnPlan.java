package kpi.engine.columnar;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kpi.data.Table;
import kpi.diagnostic.StopSignal;
import kpi.function.RowFunction;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.model.Term;
import kpi.plan.Node;
import kpi.plan.Planner;
import kpi.plan.Test;
import kpi.value.Value;

/**
 * Aggregates over one table, planned together: what they share is computed once, in one pass. Made anew for each table, since
 * the bounds of its columns decide what need not be checked.
 *
 * <p>It answers only where it is certain. Rows it is not certain of are left to the reference engine, and so are aggregates it
 * has no plan for.
 */
public final class ColumnPlan {
    private static final int MOST_GROUPS_SHARED = 4096;

    private final Table table;
    private final RowLeaves leaves;
    private final List<Ask> asks = new ArrayList<>();
    private final List<Aggregation> terms = new ArrayList<>();
    private final Map<Aggregation, Integer> planned = new IdentityHashMap<>();

    private ColumnPlan(Table table) {
        this.table = table;
        this.leaves = new RowLeaves(table);
    }

    /**
     * Plans what it can of these aggregates over the rows of the table; what they are within does not matter here.
     *
     * @param oracles the reference engine, as it is asked for each of them
     */
    public static ColumnPlan of(Table table, List<Aggregation> terms, Function<Aggregation, Oracle> oracles) {
        ColumnPlan plan = new ColumnPlan(table);
        for (Aggregation term : terms) {
            plan.leaves.ask(oracles.apply(term));
            plan.ask(term).ifPresent(ask -> {
                List<Job> alone = Job.of(List.of(ask), plan.leaves.sources());
                if (Scan.probes(alone, plan.leaves.sources(), table.rows())
                        .get(0)
                        .isPresent()) {
                    plan.planned.put(term, plan.asks.size());
                    plan.asks.add(ask);
                    plan.terms.add(term);
                }
            });
        }
        return plan;
    }

    /** Whether there is a plan for an aggregate. */
    public boolean isPlanned(Aggregation term) {
        return planned.containsKey(term);
    }

    /** Whether there is a plan for none of them. */
    public boolean isEmpty() {
        return asks.isEmpty();
    }

    private Optional<Ask> ask(Aggregation term) {
        leaves.taken();
        Optional<Test> where = term.where().flatMap(filter -> Planner.truth(filter, leaves));
        if (where.isPresent() != term.where().isPresent()) {
            return Optional.empty();
        }
        Set<Integer> whereSlots = leaves.taken();
        Ask.Kind kind = kind(term.aggregate().function());
        List<Node> values = new ArrayList<>();
        for (Term value : term.values()) {
            Optional<Node> node =
                    kind == Ask.Kind.DISTINCT && value instanceof ColumnTerm column && leaves.isOurs(column)
                            ? leaves.apart(column).or(() -> Planner.number(value, leaves))
                            : Planner.number(value, leaves);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            values.add(node.get());
        }
        Set<Integer> valueSlots = leaves.taken();
        boolean present = term.aggregate().present().isPresent();
        if (present && !term.values().stream().allMatch(ColumnTerm.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(new Ask(kind, where, values, whereSlots, valueSlots, present));
    }

    private static Ask.Kind kind(RowFunction function) {
        return switch (function.gist()) {
            case COUNT -> Ask.Kind.COUNT;
            case ENDS -> Ask.Kind.ENDS;
            case SUM -> Ask.Kind.SUM;
            case SUMS -> Ask.Kind.SUMS;
            case PRODUCTS -> Ask.Kind.PRODUCTS;
            case DISTINCT -> Ask.Kind.DISTINCT;
            case EACH -> Ask.Kind.VALUES;
        };
    }

    /**
     * Gathers all of them in one pass.
     *
     * @param selected the rows that are seen, a bit a row
     * @param whole whether all are
     * @param shown how many of the rows that pass a filter are named, of each aggregate
     * @param stop asked every few thousand rows by the calling thread; {@link Optional#empty()} is answered once it says so
     */
    public Optional<Map<Aggregation, Gathered>> gather(
            long[] selected, boolean whole, int shown, Workers workers, BooleanSupplier stop) {
        List<Job> jobs = shown > 0 ? Job.apart(asks) : Job.of(asks, leaves.sources());
        return pass(jobs, selected, whole, shown, workers, stop).map(pass -> {
            Map<Aggregation, Gathered> gathered = new IdentityHashMap<>();
            for (int i = 0; i < jobs.size(); i++) {
                int[] left = rowsOf(pass.left().get(i));
                for (Job.Member member : jobs.get(i).members()) {
                    gathered.put(
                            terms.get(member.ask()),
                            harvest(member.ask(), pass.probes().get(i), stop).of(member, left));
                }
            }
            return gathered;
        });
    }

    /** Gathers all of them in one pass, each group by itself; what has no plan by group is not answered. */
    public Optional<Map<Aggregation, ByGroup>> gather(Groups groups, Workers workers, BooleanSupplier stop) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Job job = Job.byCell(asks.get(i), i, groups.cells());
            if (Scan.probes(List.of(job), leaves.sources(), table.rows()).get(0).isPresent()) {
                jobs.add(job);
            }
        }
        // Each thread has sums of its own for each group.
        Workers few = groups.count() > MOST_GROUPS_SHARED ? Workers.ALONE : workers;
        return pass(jobs, groups.members(), false, 0, few, stop).map(pass -> {
            Map<Aggregation, ByGroup> gathered = new IdentityHashMap<>();
            for (int i = 0; i < jobs.size(); i++) {
                int ask = jobs.get(i).members().get(0).ask();
                int[][] left = groups.split(rowsOf(pass.left().get(i)));
                gathered.put(
                        terms.get(ask), harvest(ask, pass.probes().get(i), stop).byCell(left));
            }
            return gathered;
        });
    }

    /** What was gathered, and for each job the rows left to the reference engine. */
    private record Pass(List<Probe> probes, List<long[]> left) {}

    private Optional<Pass> pass(
            List<Job> jobs, long[] selected, boolean whole, int shown, Workers workers, BooleanSupplier stop) {
        int rows = table.rows();
        List<Probe> own = probes(jobs, shown);
        List<long[]> left = new ArrayList<>();
        for (Probe probe : own) {
            left.add(probe.mayLeave() ? new long[Block.words(rows)] : new long[0]);
        }
        Scan scan = new Scan(rows, selected, whole, workers.rowsAtOnce());
        return Crew.run(scan, own, () -> probes(jobs, shown), left, workers, rows, stop)
                .map(probes -> new Pass(probes, left));
    }

    private Harvest harvest(int ask, Probe probe, BooleanSupplier stop) {
        Aggregation term = terms.get(ask);
        return new Harvest(asks.get(ask), probe, integer -> apart(term, integer), StopSignal.of(stop));
    }

    private List<Probe> probes(List<Job> jobs, int shown) {
        return Scan.probes(jobs, leaves.sources(), table.rows()).stream()
                .map(probe -> probe.orElseThrow().showing(shown))
                .toList();
    }

    /** The value that is told apart, if it is no number. */
    private Optional<Value> apart(Aggregation term, long integer) {
        return term.value()
                .filter(ColumnTerm.class::isInstance)
                .map(ColumnTerm.class::cast)
                .filter(leaves::isOurs)
                .flatMap(column -> leaves.value(column, integer));
    }

    private static int[] rowsOf(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        int[] rows = new int[count];
        int at = 0;
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                rows[at++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return rows;
    }

    /** The slots, and what is gathered. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("rows of ")
                .append(table.schema().name())
                .append(": ")
                .append(table.rows());
        for (int i = 0; i < leaves.sources().size(); i++) {
            Source source = leaves.sources().get(i);
            text.append("\n  s").append(i).append(" = ").append(source.name());
            text.append(" in ").append(source.least()).append("..").append(source.most());
            if (source.places() > 0) {
                text.append(" e-").append(source.places());
            }
        }
        for (Job job : Job.of(asks, leaves.sources())) {
            text.append("\n  ").append(job);
        }
        return text.append('\n').toString();
    }
}
