package kpi.engine.scalar;

import java.util.Arrays;
import java.util.Objects;
import kpi.number.Exact;
import kpi.plan.Node;
import kpi.plan.Test;

/** A plan written out as {@link ExactEngine engines} of its parts. */
final class Unfolding {
    /** More parts than this are not worth it: a plan that shares terms may unfold into very many. */
    static final int MOST_PARTS = 1_000;

    /** The first slots, which all formulas share. */
    private static final ExactEngine[] FIRST = {slot(0), slot(1), slot(2), slot(3), slot(4), slot(5), slot(6), slot(7)};

    private int parts;

    int parts() {
        return parts;
    }

    private static ExactEngine slot(int index) {
        return slots -> Objects.requireNonNull(slots[index]);
    }

    private static ExactEngine multiple(ExactEngine part, Exact factor) {
        return slots -> part.evaluate(slots).times(factor);
    }

    private static ExactEngine plainSum(ExactEngine[] parts, Exact constant) {
        return slots -> {
            Exact total = constant;
            for (ExactEngine part : parts) {
                total = total.plus(part.evaluate(slots));
            }
            return total;
        };
    }

    ExactEngine code(Node node) {
        parts++;
        if (parts > MOST_PARTS) {
            return slots -> Exact.ZERO; // never run
        }
        if (node instanceof Node.Constant constant) {
            Exact value = constant.value();
            return slots -> value;
        }
        if (node instanceof Node.Slot slot) {
            return slot.index() < FIRST.length ? FIRST[slot.index()] : slot(slot.index());
        }
        if (node instanceof Node.Sum sum) {
            return sum(sum);
        }
        if (node instanceof Node.Product product) {
            ExactEngine left = code(product.left());
            ExactEngine right = code(product.right());
            return slots -> left.evaluate(slots).times(right.evaluate(slots));
        }
        if (node instanceof Node.Quotient quotient) {
            ExactEngine dividend = code(quotient.dividend());
            ExactEngine divisor = code(quotient.divisor());
            return slots -> dividend.evaluate(slots).dividedBy(divisor.evaluate(slots));
        }
        if (node instanceof Node.Rounded rounded) {
            ExactEngine base = code(rounded.base());
            return slots -> base.evaluate(slots).roundToStep(rounded.step(), rounded.mode());
        }
        if (node instanceof Node.Extreme extreme) {
            ExactEngine left = code(extreme.left());
            ExactEngine right = code(extreme.right());
            return slots -> extreme.bound().apply(left.evaluate(slots), right.evaluate(slots));
        }
        Node.Choice choice = (Node.Choice) node;
        Truth test = truth(choice.test());
        ExactEngine then = code(choice.then());
        ExactEngine otherwise = code(choice.otherwise());
        return slots -> test.evaluate(slots) ? then.evaluate(slots) : otherwise.evaluate(slots);
    }

    private ExactEngine sum(Node.Sum sum) {
        int size = sum.parts().size();
        Exact[] factors = new Exact[size];
        ExactEngine[] parts = new ExactEngine[size];
        for (int i = 0; i < size; i++) {
            factors[i] = sum.parts().get(i).factor();
            parts[i] = code(sum.parts().get(i).node());
        }
        Exact constant = sum.constant();
        if (size == 1 && constant.isZero()) {
            return multiple(parts[0], factors[0]);
        }
        if (Arrays.stream(factors).allMatch(Exact.ONE::equals)) {
            return plainSum(parts, constant);
        }
        return slots -> {
            Exact total = constant;
            for (int i = 0; i < parts.length; i++) {
                Exact value = parts[i].evaluate(slots);
                total = total.plus(factors[i].equals(Exact.ONE) ? value : value.times(factors[i]));
            }
            return total;
        };
    }

    private Truth truth(Test test) {
        if (test instanceof Test.Known known) {
            boolean holds = known.holds();
            return slots -> holds;
        }
        if (test instanceof Test.Negated negated) {
            Truth inner = truth(negated.test());
            return slots -> !inner.evaluate(slots);
        }
        if (test instanceof Test.Compare compare) {
            ExactEngine left = code(compare.left());
            ExactEngine right = code(compare.right());
            return slots -> compare.relation().holds(left.evaluate(slots), right.evaluate(slots));
        }
        Test.Joined joined = (Test.Joined) test;
        Truth[] parts = joined.parts().stream().map(this::truth).toArray(Truth[]::new);
        boolean all = joined.all();
        return slots -> {
            for (Truth part : parts) {
                if (part.evaluate(slots) != all) {
                    return !all;
                }
            }
            return all;
        };
    }

    /** A truth to find. */
    private interface Truth {
        boolean evaluate(Exact[] slots);
    }
}
