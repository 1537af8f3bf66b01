package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import kpi.diagnostic.StopSignal;
import kpi.function.RowTotals;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;

/** What a probe has gathered for one aggregate, in numbers of base units. */
final class Harvest {
    private final Ask ask;
    private final Tally tally;
    private final List<Exact> factors;
    private final Optional<Lowering.Number> told;
    private final LongFunction<Object> apart;
    private final StopSignal stop;
    private final Shown shown;

    /**
     * @param apart the value that an integer stands for, where what is told apart is no number
     * @param stop asked where each row is looked at
     */
    Harvest(Ask ask, Probe probe, LongFunction<Optional<Value>> apart, StopSignal stop) {
        this.stop = stop;
        this.shown = probe.shown();
        this.ask = ask;
        this.tally = probe.tally();
        this.factors = probe.numbers().stream().map(Lowering.Number::factor).toList();
        this.told = probe.numbers().stream().findFirst();
        this.apart = integer -> apart.apply(integer)
                .<Object>map(value -> value)
                .orElseGet(() -> Exact.of(integer).times(factor(0)));
    }

    private Exact factor(int number) {
        return factors.size() > number ? factors.get(number) : Exact.ONE;
    }

    /** Of the cells that a member wants, which are all there are for an ask alone. */
    Gathered of(Job.Member member, int[] left) {
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        for (int cell = 0; cell < tally.count.length; cell++) {
            if (member.wants(cell)) {
                count += tally.count[cell];
                sum = tally.sum.isPresent() ? sum.add(tally.sum.get().of(cell)) : sum;
            }
        }
        Set<Object> distinct = new HashSet<>();
        tally.seen.ifPresent(seen -> seen.forEach(integer -> {
            stop.step();
            distinct.add(apart.apply(integer));
        }));
        int[] all = new int[tally.values.size()];
        Arrays.setAll(all, i -> i);
        return new Gathered(
                totals(0, count, sum, distinct),
                values(all, 0, all.length),
                tally.skipped,
                tally.skippedFirst(),
                left,
                shown.rows());
    }

    /** Of each cell by itself. */
    ByGroup byCell(int[][] left) {
        List<List<Object>> distinct = new ArrayList<>();
        if (tally.seen.isPresent()) {
            Lowering.Number number = told.orElseThrow();
            for (int cell = 0; cell < tally.count.length; cell++) {
                distinct.add(new ArrayList<>(0));
            }
            tally.seen
                    .get()
                    .forEach(both ->
                            distinct.get(ByCell.cellOf(both, number)).add(apart.apply(ByCell.integerOf(both, number))));
        }
        int[] starts = new int[tally.count.length + 1];
        int[] places = places(starts);
        return group -> new Gathered(
                totals(
                        group,
                        tally.count[group],
                        tally.sum.map(total -> total.of(group)).orElse(BigInteger.ZERO),
                        distinct.isEmpty() ? Set.of() : new HashSet<>(distinct.get(group))),
                values(places, starts[group], starts[group + 1]),
                tally.skippedBy.map(skipped -> (long) skipped.count(group)).orElse(0L),
                tally.skippedBy.flatMap(skipped -> skipped.first(group)),
                left[group],
                new int[0]);
    }

    /** Where the values of each cell stand, one cell after the other; and where each cell begins. */
    private int[] places(int[] starts) {
        int all = tally.cells.size();
        for (int i = 0; i < all; i++) {
            starts[(int) tally.cells.get(i) + 1]++;
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        int[] places = new int[all];
        for (int i = 0; i < all; i++) {
            places[next[(int) tally.cells.get(i)]++] = i;
        }
        return places;
    }

    private RowTotals totals(int cell, long count, BigInteger sum, Set<Object> distinct) {
        boolean ends = ask.kind() == Ask.Kind.ENDS && count > 0;
        return new RowTotals(
                count,
                ends ? scaled(BigInteger.valueOf(tally.least[cell]), factor(0)) : Exact.ZERO,
                ends ? scaled(BigInteger.valueOf(tally.most[cell]), factor(0)) : Exact.ZERO,
                scaled(sum, factor(0)),
                factor(0),
                tally.second.map(total -> scaled(total.of(cell), factor(1))).orElse(Exact.ZERO),
                factor(1),
                distinct);
    }

    private List<List<Value>> values(int[] places, int from, int to) {
        List<List<Value>> each = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            stop.step();
            Value value = number(tally.values.get(places[i]), factor(0));
            each.add(
                    factors.size() < 2
                            ? List.of(value)
                            : List.of(value, number(tally.seconds.get(places[i]), factor(1))));
        }
        return each;
    }

    private static Exact scaled(BigInteger sum, Exact factor) {
        return Exact.of(sum).times(factor);
    }

    private static Value number(long integer, Exact factor) {
        return Quantity.canonical(Exact.of(integer).times(factor), Units.NUMBER);
    }
}
