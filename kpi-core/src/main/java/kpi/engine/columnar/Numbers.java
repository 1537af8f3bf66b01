package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
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
import kpi.data.raw.RawNumbers;
import kpi.engine.columnar.Lowering.Limited;
import kpi.engine.columnar.Lowering.Number;
import kpi.engine.columnar.Lowering.Unproved;
import kpi.number.Exact;

/**
 * Arithmetic on lanes with their bounds. Where the bounds prove that a long holds every integer, nothing is checked; else each
 * integer is, and the rows that overflow are kept with the plan they belong to.
 */
final class Numbers {
    private static final BigInteger LIMIT = BigInteger.valueOf(Lanes.LIMIT);

    /** The rows that overflow in each plan that was lowered, and in the one that is being lowered. */
    private final Map<Object, Set<Mask>> overflows = new HashMap<>();

    private Set<Mask> overflowing = noMasks();

    private static Set<Mask> noMasks() {
        return Collections.newSetFromMap(new IdentityHashMap<>(0));
    }

    /** What a plan becomes, once; and which rows overflow in it. */
    <K, V> V once(K plan, Map<K, V> known, Function<K, V> lowered) {
        V found = known.get(plan);
        if (found != null) {
            overflowing.addAll(Objects.requireNonNull(overflows.get(plan)));
            return found;
        }
        Set<Mask> outer = overflowing;
        overflowing = noMasks();
        try {
            found = lowered.apply(plan);
            known.put(plan, found);
            overflows.put(plan, overflowing);
        } finally {
            outer.addAll(overflowing);
            overflowing = outer;
        }
        return found;
    }

    /** The rows where an integer of one of these plans, which were lowered, is too large. */
    List<Mask> overflowed(Collection<?> plans) {
        Set<Mask> all = noMasks();
        plans.forEach(plan -> all.addAll(Objects.requireNonNull(overflows.get(plan))));
        return List.copyOf(all);
    }

    /**
     * A number between bounds.
     *
     * @param lane where a long holds every integer
     * @param checked where that is not proved
     */
    private Number bounded(
            Supplier<Lane> lane,
            Supplier<CheckedLanes.Checked> checked,
            Exact factor,
            BigInteger least,
            BigInteger most) {
        if (fits(least) && fits(most)) {
            return new Number(lane.get(), factor, least, most);
        }
        BigInteger largest = LIMIT.subtract(BigInteger.ONE);
        if (least.compareTo(largest) > 0 || most.compareTo(largest.negate()) < 0) {
            throw new Unproved();
        }
        CheckedLanes.Checked kept = checked.get();
        overflowing.add(kept.overflowed());
        return new Number(kept, factor, least.max(largest.negate()), most.min(largest));
    }

    private static boolean fits(BigInteger integer) {
        return integer.abs().compareTo(LIMIT) < 0;
    }

    static long fitting(BigInteger value) {
        if (!fits(value)) {
            throw new Unproved();
        }
        return value.longValue();
    }

    /** Its own value is the unit that it counts. */
    static Number constant(Exact value) {
        int sign = value.signum();
        return constant(BigInteger.valueOf(sign), sign == 0 ? Exact.ONE : value.abs());
    }

    private static Number constant(BigInteger integer, Exact factor) {
        return new Number(new Lanes.Constant(fitting(integer)), factor, integer, integer);
    }

    /** A column of its own integers. */
    Number column(RawNumbers of, Exact factor, BigInteger least, BigInteger most) {
        Limited raw = new Limited(of, Long.MIN_VALUE, Long.MAX_VALUE);
        Lane lane = Reads.lane(of, raw.low(), raw.high());
        return fits(least) && fits(most)
                ? new Number(lane, factor, least, most, Optional.of(raw))
                : bounded(() -> lane, () -> new CheckedLanes.Same(lane), factor, least, most);
    }

    /** So many times a number, and a constant. */
    Number linear(Number number, BigInteger times, BigInteger plus, Exact factor) {
        BigInteger one = number.least().multiply(times);
        BigInteger other = number.most().multiply(times);
        BigInteger least = one.min(other).add(plus);
        BigInteger most = one.max(other).add(plus);
        if (number.isConstant()) {
            return constant(least, factor);
        }
        if (times.equals(BigInteger.ONE) && plus.signum() == 0) {
            return new Number(number.lane(), factor, least, most, number.raw());
        }
        long multiple = fitting(times);
        long constant = fitting(plus);
        return bounded(
                () -> new Lanes.Linear(number.lane(), multiple, constant),
                () -> new CheckedLanes.Plus(new Lanes.Constant(constant), number.lane(), multiple),
                factor,
                least,
                most);
    }

    /** A number, and so many times another. */
    Number plus(Number left, Number right, BigInteger times, Exact factor) {
        BigInteger one = right.least().multiply(times);
        BigInteger other = right.most().multiply(times);
        long multiple = fitting(times);
        return bounded(
                () -> new Lanes.Plus(left.lane(), right.lane(), multiple),
                () -> new CheckedLanes.Plus(left.lane(), right.lane(), multiple),
                factor,
                left.least().add(one.min(other)),
                left.most().add(one.max(other)));
    }

    Number times(Number left, Number right) {
        BigInteger least = left.least().multiply(right.least());
        BigInteger most = least;
        for (BigInteger corner : List.of(
                left.least().multiply(right.most()),
                left.most().multiply(right.least()),
                left.most().multiply(right.most()))) {
            least = least.min(corner);
            most = most.max(corner);
        }
        return bounded(
                () -> new Lanes.Times(left.lane(), right.lane()),
                () -> new CheckedLanes.Times(left.lane(), right.lane()),
                left.factor().times(right.factor()),
                least,
                most);
    }

    /** A number over one that has few values; rows where that is zero are left to the reference engine. */
    Number over(Number dividend, Number divisor) {
        List<Mask> without = new ArrayList<>();
        Number reciprocal = Reciprocals.of(divisor, without);
        overflowing.addAll(without);
        return times(dividend, reciprocal);
    }

    /** A number in another unit, of which its own is a multiple. */
    Number in(Exact unit, Number number) {
        BigInteger times = number.factor().dividedBy(unit).numerator();
        return linear(number, times, BigInteger.ZERO, unit);
    }

    /** A number, and a limit that is the same for every row. */
    static Number limited(Number number, boolean atMost, long limit, BigInteger least, BigInteger most) {
        if (number.raw().isPresent() && number.raw().get().holds(limit)) {
            Limited raw = number.raw().get();
            long low = atMost ? Math.min(raw.low(), limit) : Math.max(raw.low(), limit);
            long high = atMost ? Math.min(raw.high(), limit) : Math.max(raw.high(), limit);
            Limited limited = new Limited(raw.raw(), low, high);
            return new Number(Reads.lane(raw.raw(), low, high), number.factor(), least, most, Optional.of(limited));
        }
        long low = atMost ? -Lanes.LIMIT : limit;
        long high = atMost ? limit : Lanes.LIMIT;
        return new Number(new Lanes.Limited(number.lane(), low, high), number.factor(), least, most);
    }

    /** The largest number of which both are multiples; the other of zero. */
    static Exact commonDivisor(Exact one, Exact other) {
        if (one.isZero() || other.isZero()) {
            Exact only = one.plus(other);
            return only.isZero() ? Exact.ONE : only;
        }
        BigInteger above = one.numerator()
                .multiply(other.denominator())
                .gcd(other.numerator().multiply(one.denominator()));
        return Exact.of(above, one.denominator().multiply(other.denominator()));
    }
}
