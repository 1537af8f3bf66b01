package kpi.engine.scalar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kpi.model.InputDefinition;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.plan.Node;
import kpi.plan.Planner;
import kpi.plan.Test;

/**
 * A planned formula on exact numbers of any size. Immutable; one serves all threads without locks.
 *
 * <p>It answers where every input is given and every part has a value; for anything else the reference engine is asked, which also
 * says why.
 */
public final class ExactEngine {
    /** More parts than this are not worth it: a plan that shares terms may unfold into very many. */
    private static final int MOST_PARTS = 1_000;

    private final Code code;

    private ExactEngine(Code code) {
        this.code = code;
    }

    /**
     * Compiles a formula and the steps done to it; empty if only the reference engine can evaluate it.
     *
     * @param slots the slot of each input
     */
    public static Optional<ExactEngine> compile(Term term, List<Step> steps, ToIntFunction<InputDefinition> slots) {
        return Planner.plan(term, steps, slots).flatMap(plan -> {
            Unfolding unfolding = new Unfolding();
            Code code = unfolding.code(plan);
            return unfolding.parts <= MOST_PARTS ? Optional.of(new ExactEngine(code)) : Optional.empty();
        });
    }

    /**
     * The value in base units, for the number of each slot in the unit its input declares.
     *
     * @throws NumberException if there is none, or it is too large
     */
    public Exact evaluate(Exact[] slots) {
        return code.of(slots);
    }

    /** A number to find. */
    private interface Code {
        Exact of(Exact[] slots);
    }

    /** A truth to find. */
    private interface Truth {
        boolean of(Exact[] slots);
    }

    /** A plan written out. */
    private static final class Unfolding {
        private int parts;

        Code code(Node node) {
            parts++;
            if (parts > MOST_PARTS) {
                return slots -> Exact.ZERO; // never run
            }
            if (node instanceof Node.Constant constant) {
                Exact value = constant.value();
                return slots -> value;
            }
            if (node instanceof Node.Slot slot) {
                int index = slot.index();
                return slots -> Objects.requireNonNull(slots[index]);
            }
            if (node instanceof Node.Sum sum) {
                return sum(sum);
            }
            if (node instanceof Node.Product product) {
                Code left = code(product.left());
                Code right = code(product.right());
                return slots -> left.of(slots).times(right.of(slots));
            }
            if (node instanceof Node.Quotient quotient) {
                Code dividend = code(quotient.dividend());
                Code divisor = code(quotient.divisor());
                return slots -> dividend.of(slots).dividedBy(divisor.of(slots));
            }
            if (node instanceof Node.Rounded rounded) {
                Code base = code(rounded.base());
                return slots -> base.of(slots).roundToStep(rounded.step(), rounded.mode());
            }
            if (node instanceof Node.Extreme extreme) {
                Code left = code(extreme.left());
                Code right = code(extreme.right());
                return slots -> extreme.bound().apply(left.of(slots), right.of(slots));
            }
            Node.Choice choice = (Node.Choice) node;
            Truth test = truth(choice.test());
            Code then = code(choice.then());
            Code otherwise = code(choice.otherwise());
            return slots -> test.of(slots) ? then.of(slots) : otherwise.of(slots);
        }

        private Code sum(Node.Sum sum) {
            int size = sum.parts().size();
            Exact[] factors = new Exact[size];
            Code[] parts = new Code[size];
            for (int i = 0; i < size; i++) {
                factors[i] = sum.parts().get(i).factor();
                parts[i] = code(sum.parts().get(i).node());
            }
            Exact constant = sum.constant();
            return slots -> {
                Exact total = constant;
                for (int i = 0; i < parts.length; i++) {
                    Exact part = parts[i].of(slots);
                    total = total.plus(factors[i].equals(Exact.ONE) ? part : part.times(factors[i]));
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
                return slots -> !inner.of(slots);
            }
            if (test instanceof Test.Compare compare) {
                Code left = code(compare.left());
                Code right = code(compare.right());
                return slots -> compare.relation().holds(left.of(slots), right.of(slots));
            }
            Test.Joined joined = (Test.Joined) test;
            Truth[] parts = joined.parts().stream().map(this::truth).toArray(Truth[]::new);
            boolean all = joined.all();
            return slots -> {
                for (Truth part : parts) {
                    if (part.of(slots) != all) {
                        return !all;
                    }
                }
                return all;
            };
        }
    }
}
