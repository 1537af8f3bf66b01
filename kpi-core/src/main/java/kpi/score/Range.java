package kpi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import kpi.model.Bound;
import kpi.number.Exact;

/**
 * Where a number may lie: in one interval or in one of several. What is computed of ranges holds every number that can come of
 * numbers in them, and perhaps more: never fewer. So a number outside is proved to be impossible.
 */
final class Range {
    /** More pieces than this become one from the lowest to the highest. */
    static final int MOST_PIECES = 64;

    /** What a condition may be: 1 where it may hold, 0 where it may not. */
    static final Range TRUE = of(Exact.ONE);

    static final Range FALSE = of(Exact.ZERO);

    private final List<Interval> pieces;

    private Range(List<Interval> pieces) {
        this.pieces = pieces;
    }

    static Range of(Exact value) {
        return new Range(List.of(Interval.point(value)));
    }

    static Range of(Interval interval) {
        return new Range(List.of(interval));
    }

    static Range truth(boolean mayHold, boolean mayFail) {
        return mayHold && mayFail ? TRUE.or(FALSE) : mayHold ? TRUE : FALSE;
    }

    private static Range of(List<Interval> any) {
        List<Interval> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(Interval::low));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && next.low().compareTo(last.high()) <= 0) {
                joined.set(
                        joined.size() - 1, new Interval(last.low(), last.high().max(next.high())));
            } else {
                joined.add(next);
            }
        }
        return joined.size() <= MOST_PIECES
                ? new Range(List.copyOf(joined))
                : of(new Interval(
                        joined.get(0).low(), joined.get(joined.size() - 1).high()));
    }

    List<Interval> pieces() {
        return pieces;
    }

    Exact low() {
        return pieces.get(0).low();
    }

    Exact high() {
        return pieces.get(pieces.size() - 1).high();
    }

    boolean isPoint() {
        return pieces.size() == 1 && pieces.get(0).isPoint();
    }

    boolean contains(Exact value) {
        return pieces.stream().anyMatch(piece -> piece.contains(value));
    }

    /** The one or the other. */
    Range or(Range other) {
        List<Interval> all = new ArrayList<>(pieces);
        all.addAll(other.pieces);
        return of(all);
    }

    /** The numbers of this that are not outside the ends of the other; all of this if none is. */
    Range within(Range other) {
        List<Interval> kept = new ArrayList<>();
        for (Interval piece : pieces) {
            Exact low = piece.low().max(other.low());
            Exact high = piece.high().min(other.high());
            if (low.compareTo(high) <= 0) {
                kept.add(new Interval(low, high));
            }
        }
        return kept.isEmpty() ? this : of(kept);
    }

    Range plus(Range other) {
        return combined(
                other,
                (one, two) -> new Interval(one.low().plus(two.low()), one.high().plus(two.high())));
    }

    Range minus(Range other) {
        return plus(other.negate());
    }

    Range negate() {
        return each(piece -> new Interval(piece.high().negate(), piece.low().negate()));
    }

    Range times(Range other) {
        return combined(
                other,
                (one, two) -> around(List.of(
                        one.low().times(two.low()),
                        one.low().times(two.high()),
                        one.high().times(two.low()),
                        one.high().times(two.high()))));
    }

    /** Empty if the divisor may be zero. */
    Optional<Range> dividedBy(Range divisor) {
        return divisor.contains(Exact.ZERO)
                ? Optional.empty()
                : Optional.of(combined(
                        divisor,
                        (one, two) -> around(List.of(
                                one.low().dividedBy(two.low()),
                                one.low().dividedBy(two.high()),
                                one.high().dividedBy(two.low()),
                                one.high().dividedBy(two.high())))));
    }

    /** What a function makes of it that never falls, or never rises, anywhere in it. */
    Range monotone(UnaryOperator<Exact> function) {
        return each(piece -> around(List.of(function.apply(piece.low()), function.apply(piece.high()))));
    }

    Range limited(Bound bound, Range limit) {
        return combined(
                limit,
                (one, two) -> new Interval(bound.apply(one.low(), two.low()), bound.apply(one.high(), two.high())));
    }

    /** Rounded to multiples of a step: where these are few, each is a piece of its own. */
    Range rounded(UnaryOperator<Exact> rounding, Exact step) {
        List<Interval> all = new ArrayList<>();
        for (Interval piece : pieces) {
            Exact low = rounding.apply(piece.low());
            Exact high = rounding.apply(piece.high());
            if (high.minus(low).compareTo(step.times(Exact.of(MOST_PIECES))) > 0) {
                all.add(new Interval(low, high));
            } else {
                for (Exact next = low; next.compareTo(high) <= 0; next = next.plus(step)) {
                    all.add(Interval.point(next));
                }
            }
        }
        return of(all);
    }

    /** Whether some number of it would be printed so. */
    boolean meets(Printed printed) {
        return pieces.stream()
                .anyMatch(piece -> printed.compare(piece.low()) <= 0 && printed.compare(piece.high()) >= 0);
    }

    private Range each(UnaryOperator<Interval> change) {
        return of(pieces.stream().map(change).toList());
    }

    private Range combined(Range other, BinaryOperator<Interval> combine) {
        List<Interval> all = new ArrayList<>();
        for (Interval one : pieces) {
            for (Interval two : other.pieces) {
                all.add(combine.apply(one, two));
            }
        }
        return of(all);
    }

    private static Interval around(List<Exact> numbers) {
        Exact low = numbers.get(0);
        Exact high = numbers.get(0);
        for (Exact number : numbers) {
            low = low.min(number);
            high = high.max(number);
        }
        return new Interval(low, high);
    }

    @Override
    public String toString() {
        return pieces.toString();
    }
}
