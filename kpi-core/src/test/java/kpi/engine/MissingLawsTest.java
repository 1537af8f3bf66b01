package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.model.Arithmetic;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.InputDefinition;
import kpi.model.InputTerm;
import kpi.model.LeftOut;
import kpi.model.Logic;
import kpi.model.MissingKind;
import kpi.model.MissingTest;
import kpi.model.Not;
import kpi.model.Relation;
import kpi.model.Substitute;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;
import kpi.value.Type;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random formulas over values that are there, missing or undefined, against a plain model with three states. */
class MissingLawsTest {
    private static final Span SPAN = World.span("x");
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);
    private static final KpiFunction MAX = KpiFunctions.standard().find("max").orElseThrow();

    private static final KpiFunction MOD = KpiFunctions.standard().find("mod").orElseThrow();

    /** The state of a value in the model: a number, a truth, a kind of missing, or undefined. */
    private sealed interface State {
        record Known(long value) implements State {}

        record Gone(Absence kind) implements State {}

        record Undefined() implements State {}
    }

    private record Case(Term term, State state) {}

    private static State strict(List<State> states, java.util.function.Supplier<State> value) {
        if (states.stream().anyMatch(State.Undefined.class::isInstance)) {
            return new State.Undefined();
        }
        return states.stream()
                .filter(State.Gone.class::isInstance)
                .map(state -> ((State.Gone) state).kind())
                .reduce((one, other) -> other.outranks(one) ? other : one)
                .<State>map(State.Gone::new)
                .orElseGet(value);
    }

    private static long of(State state) {
        return ((State.Known) state).value();
    }

    private static State truth(boolean holds) {
        return new State.Known(holds ? 1 : 0);
    }

    private static boolean matches(State state, MissingKind kind) {
        return kind == MissingKind.UNDEFINED
                ? state instanceof State.Undefined
                : state instanceof State.Gone gone && kind.covers(gone.kind());
    }

    private static Term constant(long value) {
        return new Constant(SPAN, Quantity.canonical(Exact.of(value), Units.NUMBER), NUMBER, Long.toString(value));
    }

    private static Term missing(Absence kind) {
        return new InputTerm(SPAN, new InputDefinition("K", kind.name(), List.of(), Units.NUMBER, List.of(), SPAN));
    }

    private static Arithmetic plus(Term left, Term right) {
        return new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, left, right, NUMBER);
    }

    private static Term undefined() {
        return new FunctionCall(SPAN, MOD, List.of(constant(1), constant(0)), NUMBER);
    }

    @Provide
    Arbitrary<Case> numbers() {
        return number(4);
    }

    private static Arbitrary<Case> number(int depth) {
        Arbitrary<Case> leaf = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        4, Arbitraries.longs().between(-3, 3).map(n -> new Case(constant(n), new State.Known(n)))),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.of(Absence.values()).map(kind -> new Case(missing(kind), new State.Gone(kind)))),
                net.jqwik.api.Tuple.of(1, Arbitraries.create(() -> new Case(undefined(), new State.Undefined()))));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Case> below = Arbitraries.lazy(() -> number(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(below, below)
                        .as((a, b) -> new Case(
                                plus(a.term(), b.term()),
                                strict(
                                        List.of(a.state(), b.state()),
                                        () -> new State.Known(of(a.state()) + of(b.state()))))),
                Combinators.combine(truth(depth - 1), below, below).as(MissingLawsTest::choice),
                Combinators.combine(below, Arbitraries.of(MissingKind.values()), below)
                        .as(MissingLawsTest::fallback),
                Combinators.combine(
                                below.list().ofMinSize(1).ofMaxSize(3),
                                Arbitraries.of(true, false).list().ofSize(3),
                                Arbitraries.of(MissingKind.values()))
                        .as(MissingLawsTest::max));
    }

    private static Case choice(Case condition, Case then, Case otherwise) {
        Term term = new Conditional(SPAN, condition.term(), then.term(), otherwise.term(), NUMBER);
        State state = condition.state() instanceof State.Known known
                ? known.value() == 1 ? then.state() : otherwise.state()
                : condition.state();
        return new Case(term, state);
    }

    private static Case fallback(Case value, MissingKind kind, Case by) {
        Term term = new Fallback(SPAN, value.term(), kind, new Substitute.By(by.term()), NUMBER);
        return new Case(term, matches(value.state(), kind) ? by.state() : value.state());
    }

    private static Case max(List<Case> all, List<Boolean> optional, MissingKind kind) {
        List<Term> terms = new ArrayList<>();
        List<State> kept = new ArrayList<>();
        List<State> left = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Case each = all.get(i);
            terms.add(optional.get(i) ? new LeftOut(SPAN, each.term(), kind) : each.term());
            (optional.get(i) && matches(each.state(), kind) ? left : kept).add(each.state());
        }
        State state = kept.isEmpty()
                ? strict(left, () -> new State.Undefined())
                : strict(
                        kept,
                        () -> new State.Known(kept.stream()
                                .mapToLong(MissingLawsTest::of)
                                .max()
                                .orElseThrow()));
        return new Case(new FunctionCall(SPAN, MAX, terms, NUMBER), state);
    }

    private static Arbitrary<Case> truth(int depth) {
        Arbitrary<Case> numbers = Arbitraries.lazy(() -> number(Math.max(0, depth - 1)));
        Arbitrary<Case> leaf = Arbitraries.oneOf(
                Combinators.combine(numbers, numbers)
                        .as((a, b) -> new Case(
                                new Comparison(
                                        SPAN, a.term(), List.of(new Comparison.Link(Relation.LESS, SPAN, b.term()))),
                                strict(List.of(a.state(), b.state()), () -> truth(of(a.state()) < of(b.state()))))),
                Combinators.combine(numbers, Arbitraries.of(MissingKind.values()))
                        .as((a, kind) ->
                                new Case(new MissingTest(SPAN, a.term(), kind), truth(matches(a.state(), kind)))));
        if (depth <= 0) {
            return leaf;
        }
        Arbitrary<Case> below = Arbitraries.lazy(() -> truth(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                below.map(a -> new Case(
                        new Not(SPAN, a.term()),
                        a.state() instanceof State.Known known ? truth(known.value() == 0) : a.state())),
                Combinators.combine(Arbitraries.of(Logic.Operator.values()), below, below)
                        .as(MissingLawsTest::logic));
    }

    private static Case logic(Logic.Operator operator, Case a, Case b) {
        State deciding = truth(operator == Logic.Operator.OR);
        boolean decided = a.state().equals(deciding) || b.state().equals(deciding);
        State state =
                decided ? deciding : strict(List.of(a.state(), b.state()), () -> truth(operator == Logic.Operator.AND));
        return new Case(new Logic(SPAN, operator, List.of(a.term(), b.term())), state);
    }

    private static State state(Outcome outcome) {
        if (outcome instanceof Outcome.Missing missing) {
            return new State.Gone(missing.absence());
        }
        if (outcome instanceof Outcome.Failed failed) {
            assertEquals("division-by-zero", failed.problem().code());
            return new State.Undefined();
        }
        Optional<Quantity> quantity = outcome.quantity();
        return quantity.<State>map(
                        number -> new State.Known(number.canonical().numerator().longValueExact()))
                .orElseGet(() -> truth(outcome.value().orElseThrow() == Truth.TRUE));
    }

    private static State evaluated(Term term) {
        FactSource facts = new FactSource() {
            @Override
            public Outcome input(InputDefinition input, ReportingPeriod period) {
                return new Outcome.Missing(
                        Absence.valueOf(input.name()),
                        new LocalText("因故", "for a reason"),
                        Place.input(input.name()),
                        Provenance.exact());
            }

            @Override
            public RowSet rows(String table, ReportingPeriod period) {
                return new RowSet.Absent(Absences.table(table));
            }
        };
        return state(ReferenceEngine.evaluate(
                term, Scope.builder(World.Y109).facts(facts).build()));
    }

    @Property(tries = 3000)
    void theEngineAgreesWithThePlainModel(@ForAll("numbers") Case formula) {
        assertEquals(formula.state(), evaluated(formula.term()));
    }

    @Property
    void aValueIsNeverReplaced(@ForAll("numbers") Case value, @ForAll MissingKind kind, @ForAll("numbers") Case by) {
        Term term = new Fallback(SPAN, value.term(), kind, new Substitute.By(by.term()), NUMBER);
        if (value.state() instanceof State.Known) {
            assertEquals(value.state(), evaluated(term));
        }
    }

    @Property
    void anOutcomeIsMissingOrUndefinedOrHasAValueAndNoTwoOfThem(@ForAll("numbers") Case formula) {
        State missing = evaluated(new MissingTest(SPAN, formula.term(), MissingKind.MISSING));
        State undefined = evaluated(new MissingTest(SPAN, formula.term(), MissingKind.UNDEFINED));
        long states = of(missing) + of(undefined) + (formula.state() instanceof State.Known ? 1 : 0);
        assertEquals(1, states);
    }

    @Property
    void sumsAreMissingAlikeInAnyOrder(@ForAll("numbers") Case a, @ForAll("numbers") Case b) {
        assertEquals(evaluated(plus(a.term(), b.term())), evaluated(plus(b.term(), a.term())));
    }
}
