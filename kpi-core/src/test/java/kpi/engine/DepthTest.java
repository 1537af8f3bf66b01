package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import kpi.diagnostic.Language;
import kpi.explain.Explanation;
import kpi.explain.Tracer;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Negation;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a chain is, is the author's decision: no stack grows with it. Everything here runs on 256 kB. */
class DepthTest {
    private static final int SMALL_STACK = 256 * 1024;
    private static final Span SPAN = World.span("1");
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);
    private static final Term ONE = number(1);

    private static Term number(long value) {
        return new Constant(SPAN, Quantity.of(value, 0, Units.NUMBER), NUMBER, Long.toString(value));
    }

    private static Term plus(Term left, Term right) {
        return new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, left, right, NUMBER);
    }

    private static <T> T onSmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
        thread.start();
        return task.get();
    }

    private static Exact value(Term term) throws Exception {
        return onSmallStack(
                () -> ReferenceEngine.evaluate(term, Scope.builder(World.Y109).build())
                        .quantity()
                        .orElseThrow()
                        .canonical());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000, 10_000})
    void aChainOfTermsMayBeLong(int terms) throws Exception {
        Term chain = ONE;
        for (int i = 1; i < terms; i++) {
            chain = plus(chain, ONE);
        }
        assertEquals(Exact.of(terms), value(chain));
    }

    @Test
    void aChainOfLimitsMayBeLong() throws Exception {
        Term chain = number(20_000);
        for (int i = 10_000; i > 0; i--) {
            chain = new Capped(SPAN, chain, Bound.AT_MOST, number(i));
        }
        assertEquals(Exact.ONE, value(chain));
    }

    @Test
    void aChainOfSubstitutesMayBeLong() throws Exception {
        Term chain = number(7);
        for (int i = 10_000; i > 0; i--) {
            chain = new kpi.model.Fallback(SPAN, chain, kpi.model.MissingKind.MISSING, ONE);
        }
        assertEquals(Exact.of(7), value(chain));
    }

    @Test
    void aChainOfSignsMayBeLong() throws Exception {
        Term chain = ONE;
        for (int i = 0; i < 10_001; i++) {
            chain = new Negation(SPAN, chain);
        }
        assertEquals(Exact.of(-1), value(chain));
    }

    @Test
    void aHundredNestedBracketsOnTheRightAreEvaluated() throws Exception {
        Term nested = ONE;
        for (int i = 0; i < 100; i++) {
            nested = plus(ONE, nested);
        }
        assertEquals(Exact.of(101), value(nested));
    }

    @Test
    void aHundredNestedCallsAndConditionsAreEvaluatedAndExplained() throws Exception {
        String nested = "x";
        for (int i = 0; i < 50; i++) {
            nested = "if(x > 0 and not x > 5, min(9, 1 - (1 - " + nested + ")), 0)";
        }
        World world = new World().input("x", "3");
        Tracer tracer = Tracer.steps();
        Term term = world.listener(tracer).term(nested);
        String line = onSmallStack(() -> {
            ReferenceEngine.evaluate(term, world.scope());
            return tracer.explain(term).orElseThrow().line(Language.EN);
        });
        assertTrue(line.endsWith("min(9, 1 − (1 − 3)) = 3"), line);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenThousandDefinitionsInAChainAreEvaluated(boolean prepared) throws Exception {
        List<Definition> all = new ArrayList<>();
        all.add(new Definition("d0", ONE, SPAN));
        for (int i = 1; i < 10_000; i++) {
            Term before = new DefinitionTerm(SPAN, all.get(i - 1));
            // Every other one is only another name.
            all.add(new Definition("d" + i, i % 2 == 0 ? before : plus(before, ONE), SPAN));
        }
        Term last = new DefinitionTerm(SPAN, all.get(9_999));
        Exact found = onSmallStack(() -> {
            Scope scope = Scope.builder(World.Y109).build();
            if (prepared) {
                scope.prepare(all);
            }
            return ReferenceEngine.evaluate(last, scope)
                    .quantity()
                    .orElseThrow()
                    .canonical();
        });
        assertEquals(Exact.of(5_001), found);
    }

    /** Each of 60 definitions uses the one before twice: by its text that is 2^59 terms, by its values it is 60. */
    @Test
    void aDefinitionIsComputedOnceHoweverOftenItIsUsed() {
        Definition definition = new Definition("d0", ONE, SPAN);
        for (int i = 1; i < 60; i++) {
            Term before = new DefinitionTerm(SPAN, definition);
            definition = new Definition("d" + i, plus(before, before), SPAN);
        }
        long[] steps = {0};
        Listener counter = new Listener() {
            @Override
            public void enter(Term term) {
                steps[0]++;
            }
        };
        Scope scope = Scope.builder(World.Y109).listener(counter).build();
        Outcome outcome = ReferenceEngine.evaluate(new DefinitionTerm(SPAN, definition), scope);
        assertEquals("576460752303423488", World.shown(outcome));
        assertEquals(59 * 3 + 2, steps[0]);
    }

    @Test
    void aLongChainIsExplainedByItsBeginningAndItsEnd() throws Exception {
        Term chain = ONE;
        for (int i = 2; i <= 10_000; i++) {
            chain = plus(chain, number(i));
        }
        Term whole = chain;
        Explanation explanation = onSmallStack(() -> {
            Tracer tracer = Tracer.steps();
            ReferenceEngine.evaluate(
                    whole, Scope.builder(World.Y109).listener(tracer).build());
            Explanation found = tracer.explain(whole).orElseThrow();
            found.parts();
            return found;
        });
        String line = onSmallStack(() -> explanation.line(Language.EN));
        assertTrue(line.startsWith("1 + 2 + 3 + 4 + 5 + "), line);
        assertTrue(line.endsWith(" + 20 + 21 … + 9998 + 9999 + 10000 = 50,005,000"), line);
    }
}
