package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Optional;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Negation;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random formulas, computed once by the engine and once by schoolbook fractions written down here. */
class ReferenceModelTest {
    private static final Span SPAN = World.span("x");
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);

    /** A formula and what it is worth; no fraction where something is divided by zero. */
    record Case(Term term, Optional<Fraction> expected) {}

    /** A fraction that is reduced only when it is compared. */
    record Fraction(BigInteger above, BigInteger below) {
        static Fraction of(long above, long below) {
            return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }

        Fraction plus(Fraction o) {
            return new Fraction(above.multiply(o.below).add(o.above.multiply(below)), below.multiply(o.below));
        }

        Fraction times(Fraction o) {
            return new Fraction(above.multiply(o.above), below.multiply(o.below));
        }

        Fraction negated() {
            return new Fraction(above.negate(), below);
        }

        Optional<Fraction> reciprocal() {
            return above.signum() == 0 ? Optional.empty() : Optional.of(new Fraction(below, above));
        }

        boolean isBelow(Fraction o) {
            BigInteger signs = below.multiply(o.below);
            BigInteger left = above.multiply(o.below);
            BigInteger right = o.above.multiply(below);
            return signs.signum() > 0 ? left.compareTo(right) < 0 : left.compareTo(right) > 0;
        }

        boolean isSameAs(Exact exact) {
            return above.multiply(exact.denominator()).equals(exact.numerator().multiply(below));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return tree(5);
    }

    private static Arbitrary<Case> tree(int depth) {
        Arbitrary<Case> leaf = Combinators.combine(
                        Arbitraries.longs().between(-50, 50),
                        Arbitraries.integers().between(0, 3))
                .as((n, scale) -> new Case(
                        constant(Exact.of(n, scale)),
                        Optional.of(Fraction.of(n, BigInteger.TEN.pow(scale).longValue()))));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Case> below = Arbitraries.lazy(() -> tree(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(Arbitraries.of("+", "-", "*", "/"), below, below)
                        .as(ReferenceModelTest::binary),
                below.map(
                        c -> new Case(new Negation(SPAN, c.term()), c.expected().map(Fraction::negated))),
                Combinators.combine(Arbitraries.of(Bound.values()), below, below)
                        .as(ReferenceModelTest::capped),
                Combinators.combine(below, below, below, below).as(ReferenceModelTest::conditional));
    }

    private static Term constant(Exact value) {
        return new Constant(SPAN, Quantity.canonical(value, Units.NUMBER), NUMBER, value.toString());
    }

    private static Case binary(String sign, Case left, Case right) {
        Optional<Fraction> value = left.expected()
                .flatMap(a -> right.expected().flatMap(b -> switch (sign) {
                    case "+" -> Optional.of(a.plus(b));
                    case "-" -> Optional.of(a.plus(b.negated()));
                    case "*" -> Optional.of(a.times(b));
                    default -> b.reciprocal().map(a::times);
                }));
        Arithmetic.Operator operator = switch (sign) {
            case "+" -> Arithmetic.Operator.ADD;
            case "-" -> Arithmetic.Operator.SUBTRACT;
            case "*" -> Arithmetic.Operator.MULTIPLY;
            default -> Arithmetic.Operator.DIVIDE;
        };
        Term other = right.term();
        Dimension one = dimension(left.term());
        Type type =
                Type.measure(((kpi.unit.UnitAlgebra.Outcome.Of) operator.dimension(one, dimension(other))).dimension());
        return new Case(new Arithmetic(SPAN, operator, SPAN, left.term(), other, type), value);
    }

    private static Dimension dimension(Term term) {
        return ((Type.Measure) term.type()).dimension();
    }

    private static Case capped(Bound bound, Case base, Case limit) {
        Optional<Fraction> value = base.expected()
                .flatMap(a -> limit.expected().map(b -> (bound == Bound.AT_MOST) == a.isBelow(b) ? a : b));
        return new Case(new Capped(SPAN, base.term(), bound, limit.term()), value);
    }

    private static Case conditional(Case left, Case right, Case then, Case otherwise) {
        Term condition = new Comparison(
                SPAN, left.term(), java.util.List.of(new Comparison.Link(Relation.LESS, SPAN, right.term())));
        Optional<Fraction> value = left.expected()
                .flatMap(a -> right.expected().flatMap(b -> a.isBelow(b) ? then.expected() : otherwise.expected()));
        kpi.unit.UnitAlgebra.Outcome join =
                kpi.unit.UnitAlgebra.join(dimension(then.term()), dimension(otherwise.term()));
        Type type = Type.measure(((kpi.unit.UnitAlgebra.Outcome.Of) join).dimension());
        return new Case(new Conditional(SPAN, condition, then.term(), otherwise.term(), type), value);
    }

    @Property(tries = 2000)
    void agreesWithSchoolbookFractions(@ForAll("cases") Case formula) {
        Outcome outcome = ReferenceEngine.evaluate(
                formula.term(), Scope.builder(World.Y109).build());
        if (formula.expected().isEmpty()) {
            assertEquals("failed: division-by-zero", World.shown(outcome));
        } else {
            Exact value = outcome.quantity().orElseThrow().canonical();
            assertEquals(true, formula.expected().get().isSameAs(value), () -> formula + " is not " + value);
            assertEquals(
                    Type.of(outcome.quantity().orElseThrow()), formula.term().type());
        }
    }

    @Property
    void aDefinitionIsWorthWhatItStandsFor(
            @ForAll("cases") Case formula, @ForAll @IntRange(min = 1, max = 5) int uses) {
        kpi.model.Definition definition = new kpi.model.Definition("d", formula.term(), SPAN);
        Term inlined = formula.term();
        Term named = new kpi.model.DefinitionTerm(SPAN, definition);
        Term sumInlined = inlined;
        Term sumNamed = named;
        for (int i = 1; i < uses; i++) {
            sumInlined = new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, sumInlined, inlined, inlined.type());
            sumNamed = new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, sumNamed, named, inlined.type());
        }
        Scope scope = Scope.builder(World.Y109).build();
        assertEquals(
                World.shown(ReferenceEngine.evaluate(sumInlined, scope)),
                World.shown(ReferenceEngine.evaluate(sumNamed, scope)));
    }
}
