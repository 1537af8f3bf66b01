package kpi.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kpi.function.KpiFunction;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.DefinitionTerm;
import kpi.model.FunctionCall;
import kpi.model.InputDefinition;
import kpi.model.InputTerm;
import kpi.model.Let;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;

/**
 * Plans formulas over inputs that are all given. What it has no plan for, a formula that asks datasets, past periods or
 * texts, or a very large one, is left to the reference engine.
 */
public final class Planner {
    /** More terms than this are not planned. */
    static final int MOST_TERMS = 512;

    /** Terms nested deeper than this are not planned. */
    static final int DEEPEST = 100;

    /** The largest constant exponent that becomes a product. */
    private static final int LARGEST_EXPONENT = 4;

    private static final int MOST_PLACES = 18;

    private final Leaves leaves;
    private final Map<Local, Node> locals = new IdentityHashMap<>();
    private int terms;
    private int depth;

    private Planner(Leaves leaves) {
        this.leaves = leaves;
    }

    /**
     * The plan of a formula and the steps done to its value; empty where the reference engine must do it.
     *
     * @param slots the slot of each input
     */
    public static Optional<Node> plan(Term term, List<Step> steps, ToIntFunction<InputDefinition> slots) {
        try {
            Planner planner = new Planner(new Inputs(slots));
            return Optional.of(planner.stepped(planner.number(term), steps));
        } catch (Unplanned | NumberException unplanned) {
            return Optional.empty();
        }
    }

    /** The plan of a number over other leaves than inputs, as the cells of a row. */
    public static Optional<Node> number(Term term, Leaves leaves) {
        try {
            return Optional.of(new Planner(leaves).number(term));
        } catch (Unplanned | NumberException unplanned) {
            return Optional.empty();
        }
    }

    /** The plan of a truth over other leaves than inputs. */
    public static Optional<Test> truth(Term term, Leaves leaves) {
        try {
            return Optional.of(new Planner(leaves).test(term));
        } catch (Unplanned | NumberException unplanned) {
            return Optional.empty();
        }
    }

    /** Whether a function is planned, and shows its result in the unit of the first argument of its dimension. */
    public static boolean keepsUnit(KpiFunction function) {
        return KnownFunctions.extreme(function).isPresent()
                || KnownFunctions.rounding(function).isPresent();
    }

    private Node stepped(Node value, List<Step> steps) {
        Node stepped = value;
        for (Step step : steps) {
            if (step instanceof Step.Cap cap) {
                stepped = Nodes.extreme(cap.bound(), stepped, number(cap.limit()));
            } else if (step instanceof Step.Round round) {
                stepped = rounded(stepped, round.rule());
            } else if (step instanceof Step.RoundTo round) {
                stepped = rounded(stepped, number(round.size()), round.mode());
            } else {
                throw new Unplanned();
            }
        }
        return stepped;
    }

    private Node number(Term term) {
        terms++;
        depth++;
        if (terms > MOST_TERMS || depth > DEEPEST) {
            throw new Unplanned();
        }
        Node node = leaves.number(term).orElseGet(() -> composed(term));
        depth--;
        return node;
    }

    private Node composed(Term term) {
        int outer = depth;
        try {
            return planned(term);
        } catch (Unplanned unplanned) {
            depth = outer;
            return leaves.numberOtherwise(term).orElseThrow(Unplanned::new);
        }
    }

    private Node planned(Term term) {
        if (term instanceof Constant constant) {
            return Nodes.constant(quantity(constant.value()).canonical());
        }
        if (term instanceof DefinitionTerm use) {
            return number(use.definition().value());
        }
        if (term instanceof Let let) {
            let.locals().forEach(local -> locals.put(local, number(local.value())));
            return number(let.body());
        }
        if (term instanceof LocalTerm use) {
            return Optional.ofNullable(locals.get(use.local()))
                    .or(() -> leaves.outer(use))
                    .orElseThrow(Unplanned::new);
        }
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        if (term instanceof Negation negation) {
            return Nodes.times(number(negation.operand()), Exact.of(-1));
        }
        if (term instanceof Converted converted) {
            return Nodes.dividedBy(
                    number(converted.operand()), Nodes.constant(converted.unit().scale()));
        }
        if (term instanceof Capped capped) {
            return Nodes.extreme(capped.bound(), number(capped.base()), number(capped.limit()));
        }
        if (term instanceof Rounded rounded) {
            return rounded(number(rounded.base()), rounded.rule());
        }
        if (term instanceof RoundedTo rounded) {
            return rounded(number(rounded.base()), number(rounded.step()), rounded.mode());
        }
        if (term instanceof Conditional conditional) {
            return Nodes.choice(
                    test(conditional.condition()), number(conditional.then()), number(conditional.otherwise()));
        }
        if (term instanceof FunctionCall call) {
            return call(call);
        }
        throw new Unplanned();
    }

    private Node arithmetic(Arithmetic term) {
        Node left = number(term.left());
        Node right = number(term.right());
        return switch (term.operator()) {
            case ADD -> Nodes.plus(left, right);
            case SUBTRACT -> Nodes.minus(left, right);
            case MULTIPLY -> Nodes.times(left, right);
            case DIVIDE -> Nodes.dividedBy(left, right);
            case POWER -> power(left, right);
        };
    }

    private static Node power(Node base, Node exponent) {
        for (int known = 1; known <= LARGEST_EXPONENT; known++) {
            if (exponent instanceof Node.Constant constant && constant.value().equals(Exact.of(known))) {
                Node product = base;
                for (int i = 1; i < known; i++) {
                    product = Nodes.times(product, base);
                }
                return product;
            }
        }
        throw new Unplanned();
    }

    private static Node rounded(Node base, RoundingRule rule) {
        if (rule instanceof RoundingRule.Places places) {
            if (Math.abs(places.places()) > MOST_PLACES) {
                throw new Unplanned();
            }
            return Nodes.rounded(
                    base, Exact.of(1, places.places()).times(places.unit().scale()), places.mode());
        }
        return Nodes.rounded(base, ((RoundingRule.Step) rule).step(), rule.mode());
    }

    /** A step that is computed or not positive is left to the reference. */
    private static Node rounded(Node base, Node step, Rounding mode) {
        if (step instanceof Node.Constant known && known.value().signum() > 0) {
            return Nodes.rounded(base, known.value(), mode);
        }
        throw new Unplanned();
    }

    private Node call(FunctionCall call) {
        Optional<Rounding> mode = KnownFunctions.rounding(call.function());
        if (mode.isPresent()) {
            return rounded(call, mode.get());
        }
        Bound bound = KnownFunctions.extreme(call.function()).orElseThrow(Unplanned::new);
        Node result = number(call.arguments().get(0));
        for (Term argument : call.arguments().subList(1, call.arguments().size())) {
            result = Nodes.extreme(bound, result, number(argument));
        }
        return result;
    }

    /** A function rounds to places of the unit in which its result is read. */
    private Node rounded(FunctionCall call, Rounding mode) {
        List<Term> arguments = call.arguments();
        Exact places = Exact.ZERO;
        if (arguments.size() > 1 && number(arguments.get(1)) instanceof Node.Constant known) {
            places = known.value();
        }
        boolean plain = arguments.size() == 1 || arguments.size() == 2 && arguments.get(1) instanceof Constant;
        if (!plain || !places.isInteger() || places.abs().compareTo(Exact.of(MOST_PLACES)) > 0) {
            throw new Unplanned();
        }
        KpiUnit unit = Units.basic(((Type.Measure) call.type()).dimension());
        return rounded(number(arguments.get(0)), new RoundingRule.Places((int) places.unscaledLong(), unit, mode));
    }

    private Test test(Term term) {
        terms++;
        depth++;
        if (terms > MOST_TERMS || depth > DEEPEST) {
            throw new Unplanned();
        }
        Test test = leaves.truth(term).orElseGet(() -> composedTruth(term));
        depth--;
        return test;
    }

    private Test composedTruth(Term term) {
        int outer = depth;
        try {
            return truth(term);
        } catch (Unplanned unplanned) {
            depth = outer;
            return leaves.truthOtherwise(term).orElseThrow(Unplanned::new);
        }
    }

    private Test truth(Term term) {
        if (term instanceof Constant constant && constant.value() instanceof Truth truth) {
            return new Test.Known(truth == Truth.TRUE);
        }
        if (term instanceof Not not) {
            return new Test.Negated(test(not.operand()));
        }
        if (term instanceof Logic logic) {
            return new Test.Joined(
                    logic.operator() == Logic.Operator.AND,
                    logic.operands().stream().map(this::test).toList());
        }
        if (term instanceof DefinitionTerm use) {
            return test(use.definition().value());
        }
        if (term instanceof Comparison comparison) {
            List<Test> pairs = new ArrayList<>();
            Node left = number(comparison.first());
            for (Comparison.Link link : comparison.links()) {
                Node right = number(link.right());
                pairs.add(new Test.Compare(link.relation(), left, right));
                left = right;
            }
            return pairs.size() == 1 ? pairs.get(0) : new Test.Joined(true, pairs);
        }
        throw new Unplanned();
    }

    private static Quantity quantity(Value value) {
        if (value instanceof Quantity quantity) {
            return quantity;
        }
        throw new Unplanned();
    }

    /** Inputs, each in the slot it was given, in its declared unit. */
    private record Inputs(ToIntFunction<InputDefinition> slots) implements Leaves {
        @Override
        public Optional<Node> number(Term term) {
            return term instanceof InputTerm input
                    ? Optional.of(Nodes.times(
                            Nodes.slot(slots.applyAsInt(input.input())),
                            input.input().unit().scale()))
                    : Optional.empty();
        }
    }

    /** Says that there is no plan; never leaves this class. */
    private static final class Unplanned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unplanned() {
            super("no plan", null, false, false);
        }
    }
}
