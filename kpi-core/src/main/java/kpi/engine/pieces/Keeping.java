package kpi.engine.pieces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.function.RowFunction;
import kpi.function.RowTotals;
import kpi.number.Exact;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Value;

/** Gathers what is {@link Kept} of an aggregate. For one thread. */
public final class Keeping {
    /** More reasons than an outcome tells are not needed. */
    private final int mostReasons;

    private final RowFunction.Gist gist;
    private final long most;
    private long passed;
    private long leftOut;
    private Optional<Long> firstLeftOut = Optional.empty();
    private long count;
    private Optional<Exact> least = Optional.empty();
    private Optional<Exact> largest = Optional.empty();
    private Total first = Total.ZERO;
    private Total second = Total.ZERO;
    private final Set<Object> distinct = new HashSet<>();
    private final Map<List<Exact>, Long> each = new HashMap<>();
    private Kept.Marks marks = Kept.Marks.NONE;
    private List<AbsentRow> absent = new ArrayList<>();
    private long kept;
    private boolean full;

    /**
     * Keeps nothing yet.
     *
     * @param most how many values are kept where the function needs them one by one, or the different ones
     * @param mostReasons how many reasons of a missing value are told
     */
    public Keeping(RowFunction.Gist gist, long most, int mostReasons) {
        this.gist = gist;
        this.most = most;
        this.mostReasons = mostReasons;
    }

    /** A row that counts, with its values. */
    public void add(List<Value> row) {
        passed++;
        count++;
        if (gist == RowFunction.Gist.DISTINCT) {
            different(row.get(0) instanceof Quantity quantity ? quantity.canonical() : row.get(0));
            return;
        }
        List<Exact> numbers =
                row.stream().map(value -> ((Quantity) value).canonical()).toList();
        switch (gist) {
            case COUNT, DISTINCT -> {}
            case ENDS -> ends(numbers.get(0), numbers.get(0));
            case SUM -> {
                ends(numbers.get(0), numbers.get(0));
                first = first.plus(numbers.get(0));
            }
            case SUMS -> {
                ends(numbers.get(0), numbers.get(0));
                first = first.plus(numbers.get(0));
                second = second.plus(numbers.get(1));
            }
            case PRODUCTS -> {
                ends(numbers.get(0), numbers.get(0));
                first = first.plus(numbers.get(0).times(numbers.get(1)));
                second = second.plus(numbers.get(1));
            }
            case EACH -> times(numbers, 1);
        }
    }

    /** Rows that were gathered at once, all of which count. */
    public void add(RowTotals totals) {
        passed += totals.count();
        count += totals.count();
        if (totals.count() > 0) {
            if (gist == RowFunction.Gist.ENDS) {
                ends(totals.least(), totals.most());
            }
            first = first.plus(totals.first(), totals.firstUnit());
            second = second.plus(totals.second(), totals.secondUnit());
            totals.distinct().forEach(this::different);
        }
    }

    /** The smallest and the largest first value of rows that are added otherwise. */
    public void ends(Exact low, Exact high) {
        least = Optional.of(least.map(low::min).orElse(low));
        largest = Optional.of(largest.map(high::max).orElse(high));
    }

    private void different(Object value) {
        if (!full && distinct.add(value) && distinct.size() > most) {
            fill();
        }
    }

    private void times(List<Exact> numbers, long often) {
        if (!full) {
            each.merge(numbers, often, Long::sum);
            kept += often;
            if (kept > most) {
                fill();
            }
        }
    }

    private void fill() {
        full = true;
        distinct.clear();
        each.clear();
    }

    /** Rows that are left out. */
    public void leftOut(long rows, Optional<Long> firstOfThem) {
        leftOut += rows;
        firstLeftOut = earlier(firstLeftOut, firstOfThem);
    }

    /** What a row rests on. */
    public void marked(boolean approximate, boolean partial) {
        if (approximate || partial) {
            marks = marks.and(new Kept.Marks(approximate, partial));
        }
    }

    /**
     * A row without a value, which follows all that were given so.
     *
     * @param counts whether it passed the filter
     */
    public void absent(AbsentRow row, boolean counts) {
        passed += counts ? 1 : 0;
        absent.add(row);
        if (absent.size() > 4 * mostReasons) {
            absent = telling(absent);
        }
    }

    /** What is kept of the rows that follow all these. Behind a row that failed none counts. */
    public void then(Kept later) {
        if (failed()) {
            return;
        }
        passed += later.passed();
        leftOut(later.leftOut(), later.firstLeftOut());
        count += later.count();
        later.least().ifPresent(low -> ends(low, low));
        later.most().ifPresent(high -> ends(high, high));
        first = first.plus(later.first());
        second = second.plus(later.second());
        if (full || later.full()) {
            fill();
        }
        later.distinct().forEach(this::different);
        later.each().forEach(this::times);
        marks = marks.and(later.marks());
        absent.addAll(later.absent());
        absent = telling(absent);
    }

    private static Optional<Long> earlier(Optional<Long> one, Optional<Long> other) {
        return one.isEmpty() || other.isPresent() && other.get() < one.get() ? other : one;
    }

    /** Whether some row failed. */
    public boolean failed() {
        return !absent.isEmpty() && absent.get(absent.size() - 1).failed();
    }

    /** What is kept; of rows of which one failed, only what is told of them. */
    public Kept kept() {
        if (failed()) {
            return new Kept(
                    passed,
                    leftOut,
                    firstLeftOut,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Total.ZERO,
                    Total.ZERO,
                    Set.of(),
                    Map.of(),
                    marks,
                    absent.subList(absent.size() - 1, absent.size()),
                    false);
        }
        return new Kept(
                passed,
                leftOut,
                firstLeftOut,
                count,
                least,
                largest,
                first,
                second,
                distinct,
                each,
                marks,
                telling(absent),
                full);
    }

    /**
     * The rows without which an outcome would tell other reasons: those that brought one while there was room, or one that
     * goes before all before it. Of several that are kept for their parts, it is kept for the whole.
     */
    private List<AbsentRow> telling(List<AbsentRow> rows) {
        List<AbsentRow> telling = new ArrayList<>();
        Set<AbsentRow.Reason> told = new LinkedHashSet<>();
        for (AbsentRow row : rows) {
            if (row.failed()) {
                telling.add(row);
                break;
            }
            boolean goesBefore =
                    told.isEmpty() || row.reasons().get(0).absence().outranks(standing(told));
            if (goesBefore || told.size() < mostReasons && !told.containsAll(row.reasons())) {
                telling.add(row);
                told = joined(told, row.reasons(), goesBefore);
            }
        }
        return telling;
    }

    private static Absence standing(Set<AbsentRow.Reason> told) {
        return told.iterator().next().absence();
    }

    private Set<AbsentRow.Reason> joined(Set<AbsentRow.Reason> told, List<AbsentRow.Reason> more, boolean moreFirst) {
        Set<AbsentRow.Reason> all = new LinkedHashSet<>(moreFirst ? more : told);
        all.addAll(moreFirst ? told : more);
        Set<AbsentRow.Reason> shown = new LinkedHashSet<>();
        for (AbsentRow.Reason reason : all) {
            if (shown.size() < mostReasons) {
                shown.add(reason);
            }
        }
        return shown;
    }
}
