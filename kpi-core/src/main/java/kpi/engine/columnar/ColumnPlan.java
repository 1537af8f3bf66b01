package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kpi.data.Table;
import kpi.function.RowFunction;
import kpi.function.RowTotals;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.plan.Node;
import kpi.plan.Planner;
import kpi.plan.Test;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;

/**
 * Aggregates over one table, planned together: what they share is computed once, in one pass. Made anew for each table, since
 * the bounds of its columns decide what need not be checked.
 *
 * <p>It answers only where it is certain. Rows it is not certain of are left to the reference engine, and so are aggregates it
 * has no plan for.
 */
public final class ColumnPlan {
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
     * @param stop asked every few thousand rows by the calling thread; {@link Optional#empty()} is answered once it says so
     */
    public Optional<Map<Aggregation, Gathered>> gather(
            long[] selected, boolean whole, Workers workers, BooleanSupplier stop) {
        int rows = table.rows();
        List<Job> jobs = Job.of(asks, leaves.sources());
        List<long[]> left = new ArrayList<>();
        for (Job job : jobs) {
            left.add(mayLeave(job.ask()) ? new long[Block.words(rows)] : new long[0]);
        }
        Scan scan = new Scan(rows, selected, whole, workers.rowsAtOnce());
        Optional<List<Probe>> done = Crew.run(scan, () -> probes(jobs), left, workers, rows, stop);
        return done.map(probes -> {
            Map<Aggregation, Gathered> gathered = new IdentityHashMap<>();
            for (int i = 0; i < jobs.size(); i++) {
                for (Job.Member member : jobs.get(i).members()) {
                    Aggregation term = terms.get(member.ask());
                    gathered.put(term, gathered(term, asks.get(member.ask()), member, probes.get(i), left.get(i)));
                }
            }
            return gathered;
        });
    }

    private List<Probe> probes(List<Job> jobs) {
        return Scan.probes(jobs, leaves.sources(), table.rows()).stream()
                .map(Optional::orElseThrow)
                .toList();
    }

    private boolean mayLeave(Ask ask) {
        Set<Integer> slots = new HashSet<>(ask.whereSlots());
        slots.addAll(ask.valueSlots());
        return ask.kind() == Ask.Kind.PRODUCTS
                || slots.stream()
                        .map(leaves.sources()::get)
                        .anyMatch(source -> source.missing().count() > 0 || !source.isWhole());
    }

    private Gathered gathered(Aggregation term, Ask ask, Job.Member member, Probe probe, long[] left) {
        Tally tally = probe.tally();
        List<Lowering.Number> numbers = probe.numbers();
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        for (int cell = 0; cell < tally.count.length; cell++) {
            if (member.wants(cell)) {
                count += tally.count[cell];
                sum = tally.sum.isPresent() ? sum.add(tally.sum.get().of(cell)) : sum;
            }
        }
        Exact first = numbers.isEmpty() ? Exact.ONE : numbers.get(0).factor();
        Exact second = numbers.size() < 2 ? Exact.ONE : numbers.get(1).factor();
        boolean ends = ask.kind() == Ask.Kind.ENDS && count > 0;
        List<List<Value>> each = new ArrayList<>();
        for (int i = 0; i < tally.values.size(); i++) {
            Value value = number(tally.values.get(i), first);
            each.add(numbers.size() < 2 ? List.of(value) : List.of(value, number(tally.seconds.get(i), second)));
        }
        Set<Object> distinct = new HashSet<>();
        tally.seen.ifPresent(seen -> seen.forEach(integer -> distinct.add(apart(term, integer, first))));
        RowTotals totals = new RowTotals(
                count,
                ends ? Exact.of(tally.least[0]).times(first) : Exact.ZERO,
                ends ? Exact.of(tally.most[0]).times(first) : Exact.ZERO,
                scaled(sum, first),
                first,
                tally.second.map(total -> scaled(total.of(0), second)).orElse(Exact.ZERO),
                second,
                distinct);
        return new Gathered(totals, each, tally.skipped, tally.skippedFirst(), rowsOf(left));
    }

    private static Exact scaled(BigInteger sum, Exact factor) {
        return Exact.of(sum).times(factor);
    }

    private static Value number(long integer, Exact factor) {
        return Quantity.canonical(Exact.of(integer).times(factor), Units.NUMBER);
    }

    /** The value that is told apart; numbers are told apart in base units. */
    private Object apart(Aggregation term, long integer, Exact factor) {
        Optional<Value> value = term.value()
                .filter(ColumnTerm.class::isInstance)
                .map(ColumnTerm.class::cast)
                .filter(leaves::isOurs)
                .flatMap(column -> leaves.value(column, integer));
        return value.isPresent() ? value.get() : Exact.of(integer).times(factor);
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
