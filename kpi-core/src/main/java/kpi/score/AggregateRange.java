package kpi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.engine.RowSet;
import kpi.engine.RowView;
import kpi.engine.TableView;
import kpi.function.RowFunction;
import kpi.function.Sample;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Term;
import kpi.model.Within;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Truth;
import kpi.value.Value;

/** Where an aggregate may lie while the cells of its rows move. */
final class AggregateRange {
    private static final RowFunction RATIO_OF_SUMS =
            Aggregate.of("ratio of sums").function();
    private static final RowFunction MEAN_OF_RATIOS =
            Aggregate.of("mean of ratios").function();
    private static final RowFunction WEIGHTED_MEAN =
            Aggregate.of("weighted mean").function();

    private static final RowFunction VARIANCE = Aggregate.of("variance").function();
    private static final RowFunction STDEV = Aggregate.of("stdev").function();
    private static final Exact ROOTS = Exact.of(1, 25);

    private final Aggregation term;
    private final TermRanges ranges;

    AggregateRange(Aggregation term, TermRanges ranges) {
        this.term = term;
        this.ranges = ranges;
    }

    /** Empty where nothing can be proved: which rows count may move, too, or the function neither rises nor falls. */
    Optional<Range> find() {
        boolean fixedRows = term.where().stream().allMatch(ranges::isFixed)
                && term.within().stream().map(Within::key).allMatch(ranges::isFixed);
        RowSet rows = ranges.world().known().rows(term.table(), ranges.world().period());
        if (!fixedRows || !(rows instanceof RowSet.Rows found)) {
            return Optional.empty();
        }
        List<List<Range>> values = new ArrayList<>();
        RowView view = TableView.of(found);
        Map<String, Object> keys = new HashMap<>();
        boolean grouped = !ranges.world().group().isEmpty()
                && ranges.world().group().keySet().stream().allMatch(view::has);
        if (grouped) {
            ranges.world().group().forEach((column, value) -> keys.put(column, key(value)));
        }
        for (Within within : term.within()) {
            Optional<Value> key = ranges.value(within.key()).flatMap(Outcome::value);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.put(within.column(), key(key.get()));
        }
        for (int row : view.rows()) {
            if (!ranges.world().effort().allows(1)) {
                return Optional.empty();
            }
            if (!hasKeys(view, row, keys)) {
                continue;
            }
            TermRanges here = ranges.inRow(view, row);
            Optional<Boolean> counts = counts(here);
            if (counts.isEmpty()) {
                return Optional.empty();
            }
            Optional<List<Range>> contribution = counts.get() ? contribution(here) : Optional.of(List.of());
            if (contribution.isEmpty()) {
                return Optional.empty();
            }
            if (!contribution.get().isEmpty()) {
                values.add(contribution.get());
            }
        }
        return values.isEmpty() ? Optional.empty() : of(values);
    }

    static Object key(Value value) {
        return value instanceof Quantity quantity ? quantity.canonical() : value;
    }

    static boolean hasKeys(RowView view, int row, Map<String, Object> keys) {
        return keys.entrySet().stream()
                .allMatch(key -> view.cell(row, key.getKey())
                        .value()
                        .filter(value -> key(value).equals(key.getValue()))
                        .isPresent());
    }

    private Optional<Boolean> counts(TermRanges here) {
        return term.where().isEmpty()
                ? Optional.of(true)
                : here.value(term.where().get()).flatMap(Outcome::value).map(Truth.TRUE::equals);
    }

    /** The values of a row; none for a row that is skipped since it has no value. */
    private Optional<List<Range>> contribution(TermRanges here) {
        List<Range> found = new ArrayList<>();
        for (Term value : term.values()) {
            Optional<Range> range = here.of(value);
            if (range.isEmpty()) {
                boolean skipped = term.aggregate().present().isPresent()
                        && here.value(value)
                                .filter(Outcome.Missing.class::isInstance)
                                .isPresent();
                return skipped ? Optional.of(List.of()) : Optional.empty();
            }
            found.add(range.get());
        }
        return Optional.of(found);
    }

    private Optional<Range> of(List<List<Range>> rows) {
        RowFunction function = term.aggregate().function();
        if (function == RATIO_OF_SUMS) {
            return sum(rows, 0).flatMap(above -> sum(rows, 1).flatMap(above::dividedBy));
        }
        if (function == MEAN_OF_RATIOS) {
            List<List<Range>> ratios = new ArrayList<>();
            for (List<Range> row : rows) {
                Optional<Range> ratio = row.get(0).dividedBy(row.get(1));
                if (ratio.isEmpty()) {
                    return Optional.empty();
                }
                ratios.add(List.of(ratio.get()));
            }
            return sum(ratios, 0).flatMap(sum -> sum.dividedBy(Range.of(Exact.of(rows.size()))));
        }
        if (function == WEIGHTED_MEAN) {
            return weighted(rows);
        }
        if (function == VARIANCE || function == STDEV) {
            return spread(rows, function == VARIANCE);
        }
        return function.isRising() && function.values() == 1 ? ends(term.aggregate(), rows, 0) : Optional.empty();
    }

    private Optional<Range> weighted(List<List<Range>> rows) {
        List<List<Range>> products = new ArrayList<>();
        Optional<Range> all = Optional.empty();
        for (List<Range> row : rows) {
            if (row.get(1).low().signum() < 0) {
                return Optional.empty();
            }
            products.add(List.of(row.get(0).times(row.get(1))));
            all = Optional.of(all.map(before -> before.or(row.get(0))).orElse(row.get(0)));
        }
        Optional<Range> between = all.map(found -> Range.of(new Interval(found.low(), found.high())));
        return sum(products, 0)
                .flatMap(above -> sum(rows, 1).flatMap(above::dividedBy))
                .flatMap(mean -> between.map(mean::within));
    }

    /**
     * How far values lie apart is a distance of all of them from their mean, and moves by no more than they do: where each moves by at most
     * h, the deviation moves by at most the root of the sum of the squares of h, divided as the variance is. Divided by n − 1 that is the
     * larger of both.
     */
    private Optional<Range> spread(List<List<Range>> rows, boolean squared) {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        Sample middles = term.aggregate().function().sample();
        Exact squares = Exact.ZERO;
        for (List<Range> row : rows) {
            Exact low = row.get(0).low();
            Exact high = row.get(0).high();
            Exact half = high.minus(low).dividedBy(Exact.of(2));
            middles.add(List.of(number(low.plus(half))));
            squares = squares.plus(half.times(half));
        }
        Exact found = term.aggregate()
                .function()
                .reckon(middles, term.aggregate().options(), Optional.empty())
                .value();
        Exact deviation = squared ? Approximations.sqrt(found) : found;
        Exact moved = Approximations.sqrt(squares.dividedBy(Exact.of(rows.size() - 1L)));
        // Roots are rounded far behind this.
        Exact roots = deviation.plus(moved).times(ROOTS);
        Exact low = deviation.minus(moved).minus(roots).max(Exact.ZERO);
        Exact high = deviation.plus(moved).plus(roots);
        return Optional.of(
                Range.of(squared ? new Interval(low.times(low), high.times(high)) : new Interval(low, high)));
    }

    private static Optional<Range> sum(List<List<Range>> rows, int value) {
        return ends(Aggregate.SUM, rows, value);
    }

    /** What a function that rises with each value makes of all the lowest, and of all the highest. */
    private static Optional<Range> ends(Aggregate aggregate, List<List<Range>> rows, int value) {
        Sample lows = aggregate.function().sample();
        Sample highs = aggregate.function().sample();
        for (List<Range> row : rows) {
            lows.add(List.of(number(row.get(value).low())));
            highs.add(List.of(number(row.get(value).high())));
        }
        RowFunction.Reckoned low = aggregate.function().reckon(lows, aggregate.options(), Optional.empty());
        RowFunction.Reckoned high = aggregate.function().reckon(highs, aggregate.options(), Optional.empty());
        return low.rounded() || high.rounded()
                ? Optional.empty()
                : Optional.of(Range.of(new Interval(low.value(), high.value())));
    }

    private static Value number(Exact value) {
        return Quantity.canonical(value, Units.NUMBER);
    }
}
