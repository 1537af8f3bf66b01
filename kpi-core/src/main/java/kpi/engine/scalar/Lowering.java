package kpi.engine.scalar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.Bound;
import kpi.model.Relation;
import kpi.number.Exact;
import kpi.plan.Node;
import kpi.plan.Test;

/**
 * Turns a plan into kernels, once the decimal places of the slots are known. Every kernel then has a fixed number of
 * places, a quotient is a pair of kernels until it is rounded or compared, and nothing is aligned while it runs.
 */
final class Lowering {
    /** More kernels than this are not worth it: a plan that shares terms may unfold into very many. */
    private static final int MOST_KERNELS = 1_000;

    private static final int MOST_PLACES = 18;
    private static final Kernel ONE = new Kernels.Constant(1);

    private final int[] slotPlaces;
    private int kernels;

    private Lowering(int[] slotPlaces) {
        this.slotPlaces = slotPlaces;
    }

    /** The kernel of a rounded plan, as an integer of {@code places}; empty if longs of fixed places cannot hold it. */
    static Optional<Kernel> of(Node node, int[] slotPlaces, int places) {
        try {
            Lowering lowering = new Lowering(slotPlaces.clone());
            Lowered lowered = lowering.lower(node).guarded();
            return lowered.isDecimal() ? Optional.of(lowering.aligned(lowered, places)) : Optional.empty();
        } catch (TooLarge tooLarge) {
            return Optional.empty();
        }
    }

    private Lowered lower(Node node) {
        kernels++;
        if (kernels > MOST_KERNELS) {
            throw new TooLarge();
        }
        if (node instanceof Node.Constant constant) {
            return constant(constant.value());
        }
        if (node instanceof Node.Slot slot) {
            return Lowered.decimal(SlotSum.slot(slot.index()), slotPlaces[slot.index()]);
        }
        if (node instanceof Node.Sum sum) {
            return new Sums(sum).lower();
        }
        if (node instanceof Node.Product product) {
            return times(lower(product.left()), lower(product.right()));
        }
        if (node instanceof Node.Quotient quotient) {
            return dividedBy(lower(quotient.dividend()), lower(quotient.divisor()));
        }
        if (node instanceof Node.Rounded rounded) {
            return rounded(rounded);
        }
        if (node instanceof Node.Extreme extreme) {
            return extreme(extreme);
        }
        Node.Choice choice = (Node.Choice) node;
        return choice(check(choice.test()), lower(choice.then()), lower(choice.otherwise()));
    }

    private static Lowered constant(Exact value) {
        if (value.isDecimal()) {
            return Lowered.decimal(new Kernels.Constant(unscaled(value)), places(value));
        }
        return Lowered.fraction(
                new Kernels.Constant(asLong(value.numerator())),
                0,
                new Kernels.Constant(asLong(value.denominator())),
                0,
                List.of());
    }

    private static long unscaled(Exact value) {
        return asLong(shortest(value).unscaledValue());
    }

    private static int places(Exact value) {
        return checked(shortest(value).scale());
    }

    /** Equal numbers may be kept with more zeros than they need. */
    private static BigDecimal shortest(Exact value) {
        return value.toBigDecimal().orElseThrow(TooLarge::new);
    }

    private static long asLong(BigInteger value) {
        if (value.bitLength() > 62) {
            throw new TooLarge();
        }
        return value.longValue();
    }

    private static int checked(int places) {
        if (places > MOST_PLACES) {
            throw new TooLarge();
        }
        return places;
    }

    /** The kernel of a decimal number at more places than it has. */
    private Kernel aligned(Lowered number, int places) {
        int more = checked(places) - number.places();
        if (more < 0) {
            throw new TooLarge();
        }
        return multiplied(number.above(), Exact.of(1, -more).unscaledLong());
    }

    private static Kernel multiplied(Kernel kernel, long factor) {
        if (factor == 1) {
            return kernel;
        }
        if (kernel instanceof Kernels.Constant constant) {
            return new Kernels.Constant(exactly(constant.value, factor));
        }
        if (kernel instanceof SlotSum sum) {
            return sum.times(factor).orElseThrow(TooLarge::new);
        }
        return new Kernels.Sum(new Kernel[] {kernel}, new long[] {factor}, 0);
    }

    private static long exactly(long one, long other) {
        return asLong(BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)));
    }

    private Lowered times(Lowered left, Lowered right) {
        Kernel above = new Kernels.Product(left.above(), right.above());
        int places = checked(left.places() + right.places());
        if (left.isDecimal() && right.isDecimal()) {
            return new Lowered(above, places, Optional.empty(), 0, left.neededWith(right));
        }
        Kernel below = left.isDecimal()
                ? right.below().orElseThrow()
                : right.isDecimal()
                        ? left.below().orElseThrow()
                        : new Kernels.Product(
                                left.below().orElseThrow(), right.below().orElseThrow());
        int belowPlaces = checked(left.belowPlaces() + right.belowPlaces());
        return Lowered.fraction(above, places, below, belowPlaces, left.neededWith(right));
    }

    private Lowered dividedBy(Lowered dividend, Lowered divisor) {
        List<Kernel> needed = new ArrayList<>(dividend.neededWith(divisor));
        divisor.below().ifPresent(needed::add);
        Kernel above = divisor.below()
                .<Kernel>map(below -> new Kernels.Product(dividend.above(), below))
                .orElse(dividend.above());
        Kernel below = dividend.below()
                .<Kernel>map(own -> new Kernels.Product(own, divisor.above()))
                .orElse(divisor.above());
        return Lowered.fraction(
                above,
                checked(dividend.places() + divisor.belowPlaces()),
                below,
                checked(dividend.belowPlaces() + divisor.places()),
                needed);
    }

    /** How many steps a number is, as an integer; times the step. */
    private Lowered rounded(Node.Rounded node) {
        Lowered base = lower(node.base());
        Exact perStep = Exact.of(1, base.places() - base.belowPlaces()).dividedBy(node.step());
        Kernel above = multiplied(base.above(), asLong(perStep.numerator()));
        Kernel below = multiplied(base.below().orElse(ONE), asLong(perStep.denominator()));
        Kernel steps = quotient(above, below, node);
        Lowered guarded = new Lowered(steps, 0, Optional.empty(), 0, base.needed()).guarded();
        return Lowered.decimal(multiplied(guarded.above(), unscaled(node.step())), places(node.step()));
    }

    private static Kernel quotient(Kernel above, Kernel below, Node.Rounded node) {
        if (below instanceof Kernels.Constant constant && constant.value == 1) {
            return above;
        }
        if (above instanceof SlotSum dividend && below instanceof SlotSum divisor) {
            return new Kernels.QuotientOfSums(dividend, divisor, node.mode());
        }
        return new Kernels.Quotient(above, below, node.mode());
    }

    private Lowered extreme(Node.Extreme node) {
        Lowered left = lower(node.left());
        Lowered right = lower(node.right());
        if (!left.isDecimal() || !right.isDecimal()) {
            Check chooses = compare(node.bound() == Bound.AT_MOST ? Relation.AT_MOST : Relation.AT_LEAST, left, right);
            return choice(chooses, left, right);
        }
        int places = Math.max(left.places(), right.places());
        Kernel one = aligned(left, places);
        Kernel other = aligned(right, places);
        Kernel kernel = other instanceof Kernels.Constant limit
                ? new Kernels.Limited(one, node.bound(), limit.value)
                : new Kernels.Extreme(one, other, node.bound());
        return new Lowered(kernel, places, Optional.empty(), 0, left.neededWith(right));
    }

    private Lowered choice(Check check, Lowered then, Lowered otherwise) {
        Lowered one = then.guarded();
        Lowered other = otherwise.guarded();
        int places = Math.max(one.places(), other.places());
        Kernel above = new Kernels.Choice(check, aligned(one, places), aligned(other, places));
        if (one.isDecimal() && other.isDecimal()) {
            return Lowered.decimal(above, places);
        }
        int belowPlaces = Math.max(one.belowPlaces(), other.belowPlaces());
        Kernel below = new Kernels.Choice(check, below(one, belowPlaces), below(other, belowPlaces));
        return Lowered.fraction(above, places, below, belowPlaces, List.of());
    }

    private Kernel below(Lowered number, int places) {
        return aligned(Lowered.decimal(number.below().orElse(ONE), number.belowPlaces()), places);
    }

    private Check check(Test test) {
        if (test instanceof Test.Compare compare) {
            return compare(compare.relation(), lower(compare.left()), lower(compare.right()));
        }
        if (test instanceof Test.Joined joined) {
            return new Check.Joined(
                    joined.all(), joined.parts().stream().map(this::check).toArray(Check[]::new));
        }
        if (test instanceof Test.Negated negated) {
            return new Check.Negated(check(negated.test()));
        }
        return new Check.Known(((Test.Known) test).holds());
    }

    private Check compare(Relation relation, Lowered first, Lowered second) {
        Lowered left = first.guarded();
        Lowered right = second.guarded();
        int shift = left.places() - left.belowPlaces() - right.places() + right.belowPlaces();
        Kernel one = multiplied(left.above(), power(Math.max(0, -shift)));
        Kernel other = multiplied(right.above(), power(Math.max(0, shift)));
        return left.isDecimal() && right.isDecimal()
                ? new Check.Compare(relation, one, other)
                : new Check.CompareFractions(
                        relation,
                        one,
                        left.below().orElse(ONE),
                        other,
                        right.below().orElse(ONE));
    }

    private static long power(int exponent) {
        return Exact.of(1, -checked(exponent)).unscaledLong();
    }

    /** Lowers one sum. */
    private final class Sums {
        private final Node.Sum sum;
        private final List<Kernel> needed = new ArrayList<>();

        Sums(Node.Sum sum) {
            this.sum = sum;
        }

        /** All that is decimal together, then each fraction added to it. */
        Lowered lower() {
            List<Part> decimals = new ArrayList<>();
            List<Lowered> fractions = new ArrayList<>();
            for (Node.Weighted each : sum.parts()) {
                Lowered part = Lowering.this.lower(each.node());
                needed.addAll(part.needed());
                if (part.isDecimal()) {
                    decimals.add(new Part(each.factor(), part));
                } else {
                    fractions.add(weighted(each.factor(), part));
                }
            }
            boolean onlyFractions = decimals.isEmpty() && sum.constant().isZero() && !fractions.isEmpty();
            Lowered all = onlyFractions ? fractions.remove(0) : decimals(decimals);
            for (Lowered fraction : fractions) {
                all = plus(all, fraction);
            }
            return new Lowered(all.above(), all.places(), all.below(), all.belowPlaces(), needed);
        }

        private Lowered weighted(Exact factor, Lowered part) {
            return new Lowered(
                    multiplied(part.above(), asLong(factor.numerator())),
                    part.places(),
                    part.below().map(below -> multiplied(below, asLong(factor.denominator()))),
                    part.belowPlaces(),
                    List.of());
        }

        private Lowered decimals(List<Part> parts) {
            BigInteger common = denominator(sum.constant());
            for (Part part : parts) {
                BigInteger other = denominator(part.factor());
                common = common.divide(common.gcd(other)).multiply(other);
            }
            Exact divisor = Exact.of(common);
            int places = places(sum.constant().times(divisor));
            for (Part part : parts) {
                places = Math.max(
                        places,
                        places(part.factor().times(divisor)) + part.number().places());
            }
            checked(places);
            long[] factors = new long[parts.size()];
            Kernel[] kernels = new Kernel[parts.size()];
            for (int i = 0; i < factors.length; i++) {
                Part part = parts.get(i);
                kernels[i] = part.number().above();
                factors[i] = scaledUp(
                        part.factor().times(divisor), places - part.number().places());
            }
            Kernel kernel = sum(kernels, factors, scaledUp(sum.constant().times(divisor), places));
            return common.equals(BigInteger.ONE)
                    ? Lowered.decimal(kernel, places)
                    : Lowered.fraction(kernel, places, new Kernels.Constant(asLong(common)), 0, List.of());
        }

        private Kernel sum(Kernel[] kernels, long[] factors, long constant) {
            SlotSum[] ofSlots = new SlotSum[kernels.length];
            for (int i = 0; i < kernels.length; i++) {
                if (!(kernels[i] instanceof SlotSum sum)) {
                    return new Kernels.Sum(kernels, factors, constant);
                }
                ofSlots[i] = sum;
            }
            return SlotSum.sum(ofSlots, factors, constant).orElseThrow(TooLarge::new);
        }

        private BigInteger denominator(Exact value) {
            return value.isDecimal() ? BigInteger.ONE : value.denominator();
        }

        private long scaledUp(Exact value, int places) {
            Exact integer = value.times(Exact.of(1, -places));
            return asLong(integer.numerator());
        }

        private Lowered plus(Lowered left, Lowered right) {
            Kernel below = right.below().orElseThrow();
            Kernel ofLeft = new Kernels.Product(left.above(), below);
            Kernel ofRight = left.below()
                    .<Kernel>map(other -> new Kernels.Product(right.above(), other))
                    .orElse(right.above());
            int leftPlaces = left.places() + right.belowPlaces();
            int rightPlaces = right.places() + left.belowPlaces();
            int places = checked(Math.max(leftPlaces, rightPlaces));
            Kernel above = new Kernels.Sum(
                    new Kernel[] {ofLeft, ofRight},
                    new long[] {power(places - leftPlaces), power(places - rightPlaces)},
                    0);
            Kernel product = left.below()
                    .<Kernel>map(other -> new Kernels.Product(other, below))
                    .orElse(below);
            return Lowered.fraction(
                    above, places, product, checked(left.belowPlaces() + right.belowPlaces()), List.of());
        }

        private record Part(Exact factor, Lowered number) {}
    }

    /** Says that longs of fixed places cannot hold it; never leaves this class. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("too large", null, false, false);
        }
    }
}
