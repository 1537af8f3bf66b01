package kpi.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.model.Bound;
import kpi.number.Exact;
import kpi.number.Rounding;

/**
 * Makes nodes, each in the simplest form that has the same value: constants are folded, factors gathered before quotients,
 * limits taken out of roundings.
 *
 * <p>A node that may have no value is never left out: 0 × (1 ÷ x) still fails where x is 0.
 */
public final class Nodes {
    private Nodes() {}

    public static Node constant(Exact value) {
        return new Node.Constant(value);
    }

    public static Node slot(int index) {
        return new Node.Slot(index);
    }

    /** The sum of two numbers; equal parts are gathered. */
    public static Node plus(Node left, Node right) {
        Map<Node, Exact> factors = new LinkedHashMap<>();
        Exact constant = gather(left, factors).plus(gather(right, factors));
        List<Node.Weighted> parts = new ArrayList<>();
        factors.forEach((node, factor) -> {
            if (!factor.isZero() || !isTotal(node)) {
                parts.add(new Node.Weighted(factor, node));
            }
        });
        return sum(parts, constant);
    }

    private static Exact gather(Node node, Map<Node, Exact> factors) {
        if (node instanceof Node.Constant known) {
            return known.value();
        }
        if (node instanceof Node.Sum sum) {
            sum.parts().forEach(part -> factors.merge(part.node(), part.factor(), Exact::plus));
            return sum.constant();
        }
        factors.merge(node, Exact.ONE, Exact::plus);
        return Exact.ZERO;
    }

    private static Node sum(List<Node.Weighted> parts, Exact constant) {
        if (parts.isEmpty()) {
            return constant(constant);
        }
        boolean bare =
                parts.size() == 1 && constant.isZero() && parts.get(0).factor().equals(Exact.ONE);
        return bare ? parts.get(0).node() : new Node.Sum(parts, constant);
    }

    public static Node minus(Node left, Node right) {
        return plus(left, times(right, Exact.of(-1)));
    }

    /** A number times a constant; the factor goes into limits and roundings, so that these stand outermost. */
    public static Node times(Node node, Exact factor) {
        if (factor.equals(Exact.ONE)) {
            return node;
        }
        if (node instanceof Node.Constant known) {
            return constant(known.value().times(factor));
        }
        if (factor.isZero()) {
            return isTotal(node) ? constant(Exact.ZERO) : sum(List.of(new Node.Weighted(factor, node)), Exact.ZERO);
        }
        if (node instanceof Node.Sum sum) {
            List<Node.Weighted> parts = sum.parts().stream()
                    .map(part -> new Node.Weighted(part.factor().times(factor), part.node()))
                    .toList();
            return sum(parts, sum.constant().times(factor));
        }
        if (node instanceof Node.Rounded rounded && factor.signum() > 0) {
            return rounded(times(rounded.base(), factor), rounded.step().times(factor), rounded.mode());
        }
        if (node instanceof Node.Extreme extreme) {
            return extreme(
                    factor.signum() > 0 ? extreme.bound() : opposite(extreme.bound()),
                    times(extreme.left(), factor),
                    times(extreme.right(), factor));
        }
        return sum(List.of(new Node.Weighted(factor, node)), Exact.ZERO);
    }

    private static Bound opposite(Bound bound) {
        return bound == Bound.AT_MOST ? Bound.AT_LEAST : Bound.AT_MOST;
    }

    public static Node times(Node left, Node right) {
        if (left instanceof Node.Constant known) {
            return times(right, known.value());
        }
        if (right instanceof Node.Constant known) {
            return times(left, known.value());
        }
        Exact one = content(left);
        Exact other = content(right);
        return times(new Node.Product(times(left, inverse(one)), times(right, inverse(other))), one.times(other));
    }

    /** A quotient of numbers without a common factor, times what was common; by a constant zero it stays a quotient. */
    public static Node dividedBy(Node dividend, Node divisor) {
        if (divisor instanceof Node.Constant known) {
            return known.value().isZero()
                    ? new Node.Quotient(dividend, divisor)
                    : times(dividend, inverse(known.value()));
        }
        Exact above = content(dividend);
        Exact below = content(divisor);
        Node quotient = new Node.Quotient(times(dividend, inverse(above)), times(divisor, inverse(below)));
        return times(quotient, above.dividedBy(below));
    }

    private static Exact inverse(Exact value) {
        return Exact.ONE.dividedBy(value);
    }

    /** The largest number of which every factor of a sum is a multiple; positive. */
    private static Exact content(Node node) {
        if (node instanceof Node.Constant known) {
            return known.value().isZero() ? Exact.ONE : known.value().abs();
        }
        if (!(node instanceof Node.Sum sum)) {
            return Exact.ONE;
        }
        Exact content = sum.constant().abs();
        for (Node.Weighted part : sum.parts()) {
            content = commonDivisor(content, part.factor().abs());
        }
        return content.isZero() ? Exact.ONE : content;
    }

    private static Exact commonDivisor(Exact one, Exact other) {
        BigInteger above = one.numerator()
                .multiply(other.denominator())
                .gcd(other.numerator().multiply(one.denominator()));
        return Exact.of(above, one.denominator().multiply(other.denominator()));
    }

    /**
     * A rounded number. What is a multiple of the step already stays as it is, and a constant limit goes outside: rounding
     * never changes the order of two numbers.
     */
    public static Node rounded(Node base, Exact step, Rounding mode) {
        if (base instanceof Node.Constant known) {
            return constant(known.value().roundToStep(step, mode));
        }
        if (granularity(base).filter(size -> isMultiple(size, step)).isPresent()) {
            return base;
        }
        if (base instanceof Node.Extreme extreme && extreme.right() instanceof Node.Constant limit) {
            return extreme(
                    extreme.bound(),
                    rounded(extreme.left(), step, mode),
                    constant(limit.value().roundToStep(step, mode)));
        }
        return new Node.Rounded(base, step, mode);
    }

    private static boolean isMultiple(Exact size, Exact step) {
        return size.dividedBy(step).isInteger();
    }

    /** A number of which every value of the node is a multiple, where one is known. */
    private static Optional<Exact> granularity(Node node) {
        if (node instanceof Node.Constant known) {
            return Optional.of(known.value().abs());
        }
        if (node instanceof Node.Rounded rounded) {
            return Optional.of(rounded.step());
        }
        if (node instanceof Node.Extreme extreme) {
            return both(granularity(extreme.left()), granularity(extreme.right()));
        }
        if (node instanceof Node.Choice choice) {
            return both(granularity(choice.then()), granularity(choice.otherwise()));
        }
        if (node instanceof Node.Sum sum) {
            Optional<Exact> all = Optional.of(sum.constant().abs());
            for (Node.Weighted part : sum.parts()) {
                all = both(
                        all,
                        granularity(part.node())
                                .map(size -> size.times(part.factor().abs())));
            }
            return all;
        }
        return Optional.empty();
    }

    private static Optional<Exact> both(Optional<Exact> one, Optional<Exact> other) {
        return one.flatMap(first -> other.map(second -> commonDivisor(first, second)));
    }

    /** The smaller or larger of two; a constant stands on the right. */
    public static Node extreme(Bound bound, Node left, Node right) {
        if (left instanceof Node.Constant one && right instanceof Node.Constant other) {
            return constant(bound.apply(one.value(), other.value()));
        }
        return left instanceof Node.Constant
                ? new Node.Extreme(bound, right, left)
                : new Node.Extreme(bound, left, right);
    }

    public static Node choice(Test test, Node then, Node otherwise) {
        if (test instanceof Test.Known known) {
            return known.holds() ? then : otherwise;
        }
        return new Node.Choice(test, then, otherwise);
    }

    /** Whether it has a value whatever is given. */
    private static boolean isTotal(Node node) {
        if (node instanceof Node.Sum sum) {
            return sum.parts().stream().allMatch(part -> isTotal(part.node()));
        }
        if (node instanceof Node.Product product) {
            return isTotal(product.left()) && isTotal(product.right());
        }
        if (node instanceof Node.Rounded rounded) {
            return isTotal(rounded.base());
        }
        if (node instanceof Node.Extreme extreme) {
            return isTotal(extreme.left()) && isTotal(extreme.right());
        }
        return node instanceof Node.Slot || node instanceof Node.Constant;
    }
}
