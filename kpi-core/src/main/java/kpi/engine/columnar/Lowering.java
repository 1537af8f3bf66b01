package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.raw.RawLongs;
import kpi.data.raw.RawNumbers;
import kpi.model.Bound;
import kpi.model.Relation;
import kpi.number.Exact;
import kpi.plan.Node;
import kpi.plan.Test;

/**
 * Turns plans over the rows of a table into lanes and masks. The bounds of the columns give bounds of every number in between:
 * where these do not prove that a long holds it, each integer is checked. Equal plans share one lane.
 *
 * <p>For one thread: lanes and masks have memory of their own.
 */
final class Lowering {
    private final List<Source> sources;
    private final Numbers arithmetic = new Numbers();
    private final Map<Node, Number> numbers = new HashMap<>();
    private final Map<Test, Mask> masks = new HashMap<>();
    private final Map<RawNumbers, Lane> codes = new IdentityHashMap<>();

    Lowering(List<Source> sources) {
        this.sources = sources;
    }

    /**
     * Integers and what they count: the number of a row is its integer times {@code factor}, which is positive.
     *
     * @param raw the column, where the integers are its own but for limits
     */
    record Number(Lane lane, Exact factor, BigInteger least, BigInteger most, Optional<Limited> raw) {
        Number(Lane lane, Exact factor, BigInteger least, BigInteger most) {
            this(lane, factor, least, most, Optional.empty());
        }

        boolean isConstant() {
            return least.equals(most);
        }
    }

    /** A column between limits. */
    record Limited(RawNumbers raw, long low, long high) {
        /** Whether its width holds a limit. */
        boolean holds(long limit) {
            return raw instanceof RawLongs || limit == (int) limit;
        }
    }

    /** The rows where an integer of one of these plans, each of which has a lane or a mask, is too large for a long. */
    List<Mask> overflowed(Collection<?> plans) {
        return arithmetic.overflowed(plans);
    }

    /** The lane of a number; empty if a long may not hold it, or it is a quotient by too many numbers. */
    Optional<Number> number(Node node) {
        try {
            return Optional.of(lower(node));
        } catch (Unproved unproved) {
            return Optional.empty();
        }
    }

    /** The mask of a truth; empty as for {@link #number}. */
    Optional<Mask> mask(Test test) {
        try {
            return Optional.of(lower(test));
        } catch (Unproved unproved) {
            return Optional.empty();
        }
    }

    private Number lower(Node node) {
        return arithmetic.once(node, numbers, this::lowered);
    }

    private Number lowered(Node node) {
        if (node instanceof Node.Constant constant) {
            return Numbers.constant(constant.value());
        }
        if (node instanceof Node.Slot slot) {
            return slot(sources.get(slot.index()));
        }
        if (node instanceof Node.Sum sum) {
            return sum(sum);
        }
        if (node instanceof Node.Product product) {
            return arithmetic.times(lower(product.left()), lower(product.right()));
        }
        if (node instanceof Node.Quotient quotient) {
            return arithmetic.over(lower(quotient.dividend()), lower(quotient.divisor()));
        }
        if (node instanceof Node.Rounded rounded) {
            return rounded(rounded);
        }
        if (node instanceof Node.Extreme extreme) {
            return extreme(extreme);
        }
        if (node instanceof Node.Choice choice) {
            return choice(choice);
        }
        throw new Unproved();
    }

    private Number slot(Source source) {
        Exact factor = Exact.of(1, source.places());
        BigInteger least = BigInteger.valueOf(source.least());
        BigInteger most = BigInteger.valueOf(source.most());
        if (source instanceof Source.Numbers of) {
            return arithmetic.column(of.raw(), factor, least, most);
        }
        if (source instanceof Source.Codes of) {
            return new Number(new Lanes.ByCode(codes(of), of.values()), factor, least, most);
        }
        Source.Flags flags = (Source.Flags) source;
        return new Number(new Lanes.OfMask(new Masks.Set(flags.rows().raw().array())), factor, least, most);
    }

    private Lane codes(Source.Codes of) {
        return codes.computeIfAbsent(of.raw(), raw -> Reads.lane(raw, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private Number sum(Node.Sum sum) {
        Exact common = sum.constant().abs();
        List<Number> parts = new ArrayList<>();
        for (Node.Weighted part : sum.parts()) {
            Number number = lower(part.node());
            parts.add(number);
            common = Numbers.commonDivisor(
                    common, number.factor().times(part.factor()).abs());
        }
        Number all = arithmetic.linear(parts.get(0), times(sum, parts, 0, common), BigInteger.ZERO, common);
        for (int i = 1; i < parts.size(); i++) {
            all = arithmetic.plus(all, parts.get(i), times(sum, parts, i, common), common);
        }
        BigInteger constant = sum.constant().dividedBy(common).numerator();
        return constant.signum() == 0 ? all : arithmetic.linear(all, BigInteger.ONE, constant, common);
    }

    /** How many times the common unit a part counts. */
    private static BigInteger times(Node.Sum sum, List<Number> parts, int part, Exact common) {
        Exact factor = sum.parts().get(part).factor();
        return parts.get(part).factor().times(factor).dividedBy(common).numerator();
    }

    /** The mask of the rows where a source is left to the reference engine; empty if there are none. */
    Optional<Mask> unknown(Source source) {
        if (!(source instanceof Source.Codes of) || of.isWhole()) {
            return Optional.empty();
        }
        long[] unknown = new long[of.known().length];
        for (int code = 0; code < unknown.length; code++) {
            unknown[code] = of.known()[code] ? 0 : 1;
        }
        return Optional.of(new Masks.ByCode(codes(of), unknown));
    }

    /** The integers are those of steps. */
    private Number rounded(Node.Rounded node) {
        Number base = lower(node.base());
        Exact perStep = base.factor().dividedBy(node.step());
        Number above = arithmetic.linear(base, perStep.numerator(), BigInteger.ZERO, node.step());
        long below = Numbers.fitting(perStep.denominator());
        BigInteger divisor = perStep.denominator();
        return new Number(
                new Lanes.Rounded(above.lane(), below, node.mode()),
                node.step(),
                above.least().divide(divisor).subtract(BigInteger.ONE),
                above.most().divide(divisor).add(BigInteger.ONE));
    }

    private Number extreme(Node.Extreme node) {
        Number first = lower(node.left());
        Number second = lower(node.right());
        Exact unit = Numbers.commonDivisor(first.factor(), second.factor());
        Number left = arithmetic.in(unit, first);
        Number right = arithmetic.in(unit, second);
        boolean atMost = node.bound() == Bound.AT_MOST;
        BigInteger least =
                atMost ? left.least().min(right.least()) : left.least().max(right.least());
        BigInteger most = atMost ? left.most().min(right.most()) : left.most().max(right.most());
        if (left.least().equals(least) && left.most().equals(most) && isBeyond(atMost, left, right)) {
            return left;
        }
        if (right.isConstant()) {
            return Numbers.limited(left, atMost, right.least().longValue(), least, most);
        }
        return new Number(new Lanes.Extreme(node.bound(), left.lane(), right.lane()), unit, least, most);
    }

    /** Whether the limit can never be reached. */
    private static boolean isBeyond(boolean atMost, Number number, Number limit) {
        return atMost
                ? number.most().compareTo(limit.least()) <= 0
                : number.least().compareTo(limit.most()) >= 0;
    }

    private Number choice(Node.Choice node) {
        Mask mask = lower(node.test());
        Number then = lower(node.then());
        Number otherwise = lower(node.otherwise());
        Exact unit = Numbers.commonDivisor(then.factor(), otherwise.factor());
        Number one = arithmetic.in(unit, then);
        Number other = arithmetic.in(unit, otherwise);
        return new Number(
                new Lanes.Choice(mask, one.lane(), other.lane()),
                unit,
                one.least().min(other.least()),
                one.most().max(other.most()));
    }

    private Mask lower(Test test) {
        return arithmetic.once(test, masks, this::lowered);
    }

    private Mask lowered(Test test) {
        if (test instanceof Test.Known known) {
            return new Masks.Constant(known.holds());
        }
        if (test instanceof Test.Negated negated) {
            return new Masks.Negated(lower(negated.test()));
        }
        if (test instanceof Test.Joined joined) {
            return new Masks.Joined(
                    joined.all(), joined.parts().stream().map(this::lower).toArray(Mask[]::new));
        }
        Test.Compare compare = (Test.Compare) test;
        Optional<Mask> flag = flag(compare);
        return flag.orElseGet(() -> compare(compare));
    }

    /** Whether a flag is set. */
    private Optional<Mask> flag(Test.Compare compare) {
        boolean asksForOne = compare.relation() == Relation.EQUAL
                && compare.left() instanceof Node.Slot
                && compare.right() instanceof Node.Constant constant
                && constant.value().equals(Exact.ONE);
        if (!asksForOne) {
            return Optional.empty();
        }
        Source source = sources.get(((Node.Slot) compare.left()).index());
        if (source instanceof Source.Flags flags) {
            return Optional.of(new Masks.Set(flags.rows().raw().array()));
        }
        return source instanceof Source.Codes of && of.places() == 0 && of.least() >= 0 && of.most() <= 1
                ? Optional.of(byCode(of))
                : Optional.empty();
    }

    /** One run of codes is told by its ends; others by a table. */
    private Mask byCode(Source.Codes of) {
        int first = 0;
        while (first < of.values().length && of.values()[first] == 0) {
            first++;
        }
        int end = first;
        while (end < of.values().length && of.values()[end] == 1) {
            end++;
        }
        for (int i = end; i < of.values().length; i++) {
            if (of.values()[i] == 1) {
                return new Masks.ByCode(codes(of), of.values());
            }
        }
        return first == end ? new Masks.Constant(false) : Reads.within(of.raw(), first, end - 1);
    }

    private Mask compare(Test.Compare compare) {
        Number left = lower(compare.left());
        Number right = lower(compare.right());
        if (right.isConstant()) {
            return against(left, compare.relation(), Exact.of(right.least()).times(right.factor()));
        }
        Exact unit = Numbers.commonDivisor(left.factor(), right.factor());
        return new Masks.Compare(
                compare.relation(),
                arithmetic.in(unit, left).lane(),
                arithmetic.in(unit, right).lane());
    }

    /** Every comparison with a constant asks whether an integer lies in a range. */
    private static Mask against(Number number, Relation relation, Exact constant) {
        Exact limit = constant.dividedBy(number.factor());
        BigInteger floor = limit.floor().numerator();
        BigInteger ceiling = limit.ceiling().numerator();
        BigInteger least = number.least();
        BigInteger most = number.most();
        return switch (relation) {
            case LESS -> within(number, least, ceiling.subtract(BigInteger.ONE));
            case AT_MOST -> within(number, least, floor);
            case GREATER -> within(number, floor.add(BigInteger.ONE), most);
            case AT_LEAST -> within(number, ceiling, most);
            case EQUAL -> within(number, ceiling, floor);
            case NOT_EQUAL -> new Masks.Negated(within(number, ceiling, floor));
        };
    }

    private static Mask within(Number number, BigInteger low, BigInteger high) {
        BigInteger from = low.max(number.least());
        BigInteger to = high.min(number.most());
        if (from.compareTo(to) > 0) {
            return new Masks.Constant(false);
        }
        Optional<Limited> raw = number.raw().filter(of -> of.low() == Long.MIN_VALUE && of.high() == Long.MAX_VALUE);
        return raw.isPresent()
                ? Reads.within(raw.get().raw(), from.longValue(), to.longValue())
                : new Masks.Within(number.lane(), from.longValue(), to.longValue());
    }

    /** Says that a long may not hold it; never leaves this class. */
    static final class Unproved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unproved() {
            super("not proved", null, false, false);
        }
    }
}
