package kpi.function;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import kpi.diagnostic.StopSignal;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberException;
import kpi.value.Quantity;
import kpi.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The values of rows, gathered row by row for one function; begun with {@link RowFunction#sample}. What is computed from it
 * depends neither on the order of the rows nor on what was computed from it before. Not for use by several threads.
 */
public final class Sample {
    private final RowFunction function;
    private final List<Exact> values = new ArrayList<>();
    private final List<Exact> weights = new ArrayList<>();
    private final Set<Object> distinct = new HashSet<>();
    private final ExactSum sum = new ExactSum();
    private final ExactSum second = new ExactSum();
    private final ExactSum products = new ExactSum();
    private final Map<Object, RowFunction.Reckoned> reckoned = new HashMap<>();
    private long count;
    private Exact least = Exact.ZERO;
    private Exact most = Exact.ZERO;
    private Exact @Nullable [] sorted;
    private Exact @Nullable [] different;
    private StopSignal stop = StopSignal.never();

    Sample(RowFunction function) {
        this.function = function;
    }

    /** Asks a host every so many values, in what is computed of all of them, whether to give up. */
    public Sample stopWhen(StopSignal signal) {
        stop = signal;
        return this;
    }

    /**
     * Adds what a row has: as many values as the function takes of each.
     *
     * @throws NumberException if the function has no value for such a row, as a harmonic mean for 0
     */
    public void add(List<Value> row) {
        if (function.keeps() == RowFunction.Keeps.DISTINCT) {
            count++;
            distinct.add(row.get(0) instanceof Quantity quantity ? quantity.canonical() : row.get(0));
            return;
        }
        List<Exact> numbers =
                row.stream().map(value -> ((Quantity) value).canonical()).toList();
        Exact value = numbers.isEmpty() ? Exact.ONE : function.ofRow(numbers);
        count++;
        sorted = null;
        different = null;
        reckoned.clear();
        least = count == 1 ? value : least.min(value);
        most = count == 1 ? value : most.max(value);
        switch (function.keeps()) {
            case SUM -> sum.add(value);
            case SUMS -> {
                sum.add(value);
                second.add(numbers.get(1));
            }
            case PRODUCTS -> {
                products.add(value.times(numbers.get(1)));
                second.add(numbers.get(1));
            }
            case VALUES -> values.add(value);
            case WEIGHTED_VALUES -> {
                values.add(value);
                weights.add(numbers.get(1));
            }
            case ENDS, DISTINCT -> {}
        }
    }

    /** Adds what an engine has gathered of many rows at once. */
    public void add(RowTotals totals) {
        if (totals.count() == 0) {
            return;
        }
        sorted = null;
        different = null;
        reckoned.clear();
        least = count == 0 ? totals.least() : least.min(totals.least());
        most = count == 0 ? totals.most() : most.max(totals.most());
        count += totals.count();
        switch (function.keeps()) {
            case SUM -> add(sum, totals.first(), totals.firstUnit());
            case SUMS -> {
                add(sum, totals.first(), totals.firstUnit());
                add(second, totals.second(), totals.secondUnit());
            }
            case PRODUCTS -> {
                add(products, totals.first(), totals.firstUnit());
                add(second, totals.second(), totals.secondUnit());
            }
            case DISTINCT -> distinct.addAll(totals.distinct());
            case ENDS, VALUES, WEIGHTED_VALUES -> {}
        }
    }

    /** Asked in long work on the values. */
    StopSignal stop() {
        return stop;
    }

    private static void add(ExactSum sum, Exact total, Exact unit) {
        if (unit.isZero()) {
            sum.addRounded(total);
        } else {
            sum.addTotal(total, unit);
        }
    }

    /** Whether the figure is what it were had each row been added by itself; if not, only that tells. */
    public boolean isSure() {
        return sum.isSure() && second.isSure() && products.isSure();
    }

    /** How many rows there are. */
    public long count() {
        return count;
    }

    Exact size() {
        return Exact.of(count);
    }

    long distinct() {
        return distinct.size();
    }

    ExactSum sum() {
        return sum;
    }

    /** The sum of the second values. */
    ExactSum second() {
        return second;
    }

    /** The sum of the products of the two values of each row. */
    ExactSum products() {
        return products;
    }

    Exact least() {
        return least;
    }

    Exact most() {
        return most;
    }

    /** The values in the order they came; each look at one is a step of the work. */
    List<Exact> values() {
        return new Watched(values, stop);
    }

    /** A list that is read in steps a host can stop. */
    private static final class Watched extends AbstractList<Exact> implements RandomAccess {
        private final List<Exact> all;
        private final StopSignal stop;

        Watched(List<Exact> all, StopSignal stop) {
            this.all = all;
            this.stop = stop;
        }

        @Override
        public Exact get(int index) {
            stop.step();
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    /** The weight that the rows of each value have together, the smallest value first. */
    SortedMap<Exact, Exact> weighted() {
        SortedMap<Exact, Exact> weighted = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            stop.step();
            weighted.merge(values.get(i), weights.get(i), Exact::plus);
        }
        return weighted;
    }

    /** The values in order, the smallest first. Sorted once, however often it is asked for. */
    Exact[] sorted() {
        Exact[] known = sorted;
        if (known == null) {
            known = values.toArray(new Exact[0]);
            Arrays.sort(known, (one, other) -> {
                stop.step();
                return one.compareTo(other);
            });
            sorted = known;
        }
        return known;
    }

    /** What is computed of all rows, whatever row asks: computed once for each key. */
    RowFunction.Reckoned once(Object key, Supplier<RowFunction.Reckoned> computed) {
        RowFunction.Reckoned known = reckoned.get(key);
        if (known == null) {
            known = computed.get();
            reckoned.put(key, known);
        }
        return known;
    }

    /** How many values are below this one. */
    int below(Exact value) {
        return position(sorted(), value, false);
    }

    /** How many values are not above this one. */
    int notAbove(Exact value) {
        return position(sorted(), value, true);
    }

    /** How many different values are below this one. */
    int differentBelow(Exact value) {
        return position(different(), value, false);
    }

    /** How many different values are above this one. */
    int differentAbove(Exact value) {
        return different().length - position(different(), value, true);
    }

    private Exact[] different() {
        Exact[] known = different;
        if (known == null) {
            known = Arrays.stream(sorted()).peek(any -> stop.step()).distinct().toArray(Exact[]::new);
            different = known;
        }
        return known;
    }

    private static int position(Exact[] all, Exact value, boolean afterEqual) {
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = all[middle].compareTo(value);
            if (order < 0 || afterEqual && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
