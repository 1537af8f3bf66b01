package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.run.ScaledFormula;
import kpi.source.Source;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula on scaled longs has the values of the exact engine, rounded once, or none where that has none. */
class ScaledFormulaTest {
    private static final List<String> SLOTS = List.of("a", "b", "c");
    private static final List<Integer> WHOLE = List.of(0, 0, 0);

    private static Formula formula(String text, KpiUnit slots, KpiUnit result) {
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        SLOTS.forEach(name -> inputs.put(name, slots));
        return KpiCompiler.standard().formula(text, inputs, result).orElseThrow();
    }

    /** The engine that says what formulas mean, which is the one that evaluates whole KPIs. */
    private static Figure reference(String text, Exact[] given) {
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of(
                        "kpi",
                        "kpi K {\n  input a in number\n  input b in number\n  input c in number\n  formula " + text
                                + "\n  unit number\n}"))
                .orElseThrow();
        Facts.Builder facts = program.facts();
        for (String name : SLOTS) {
            facts.input(name, Quantity.of(given[SLOTS.indexOf(name)], Units.NUMBER));
        }
        return program.evaluate(
                        "K",
                        facts.build().orElseThrow(),
                        Evaluation.of(ReportingPeriod.western(2020)).explain(Evaluation.Detail.STEPS))
                .actual();
    }

    private static ScaledFormula scaled(String text, KpiUnit slots, KpiUnit result) {
        return formula(text, slots, result).scaled(WHOLE, 2, Rounding.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a / b * 100%                     | round((100 × s0 ÷ s1), 0.01, HALF_UP)",
                "(a + b) / (a + b + c) * 100%     | round((100 × (s0 + s1) ÷ (s0 + s1 + s2)), 0.01, HALF_UP)",
                "min(100%, a / b)                 | min(round((100 × s0 ÷ s1), 0.01, HALF_UP), 100)",
                "max(0%, min(100%, 1 - a / b))    | max(min(round((−100 × s0 ÷ s1 + 100), 0.01, HALF_UP), 100), 0)",
                "round(a / b * 100%, 1)           | round((100 × s0 ÷ s1), 0.1, HALF_UP)",
                "(a + a) / (2 * b) * 100%         | round((100 × s0 ÷ s1), 0.01, HALF_UP)",
            })
    void aPlanPrintsItself(String text, String plan) {
        assertEquals(plan, scaled(text, Units.NTD, Units.PERCENT).toString());
    }

    @Test
    void theBudgetOfTheSeed() {
        Formula formula = formula("(a / b) * 100%", Units.NTD, Units.PERCENT);
        ScaledFormula rate = formula.scaled(WHOLE, 2, Rounding.HALF_UP);
        assertEquals(9416, rate.evaluate(new long[] {159_620_174, 169_517_356, 0}));
        assertEquals(new BigDecimal("94.16"), rate.evaluate(new BigDecimal[] {
            new BigDecimal("159620174000.00"), new BigDecimal("169517356000"), BigDecimal.ZERO
        }));
        assertTrue(rate.isCompiled());
        assertEquals(2, rate.places());
    }

    @Test
    void whatDoesNotFitALongIsComputedExactly() {
        ScaledFormula product = scaled("a * b / c", Units.NUMBER, Units.NUMBER);
        long large = 4_000_000_000_000_000_000L;
        long[] given = {large, large, large};
        assertFalse(product.tryEvaluate(given, new long[1]));
        assertThrows(KpiUsageException.class, () -> product.evaluate(given));
        assertEquals(new BigDecimal(large).setScale(2), product.evaluate(new BigDecimal[] {
            new BigDecimal(large), new BigDecimal(large), new BigDecimal(large)
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a / b * 100%                    | 200/3 % | 2 元 / 3 元 × 100% = 66.6666… %",
                "a / b * 100%, at most 50%       | 50 %    | 2 元 / 3 元 × 100% = 66.6666… % → 50 %",
                "a / b * 100%, 四捨五入至小數1位 | 66.7 %  | 2 元 / 3 元 × 100% = 66.6666… % → 66.7 %",
            })
    void aFigureSaysHowItCameAbout(String text, String value, String line) {
        Figure figure = formula(text, Units.NTD, Units.PERCENT)
                .evaluate(Map.of(
                        "a",
                        Quantity.of("2", Units.NTD),
                        "b",
                        Quantity.of("3", Units.NTD),
                        "c",
                        Quantity.of("1", Units.NTD)));
        assertEquals(value, figure.orElseThrow().toString());
        assertEquals(line, figure.explain().line(Language.ZH_TW));
    }

    @Test
    void aDivisionByZeroHasNoValue() {
        ScaledFormula ratio = scaled("a / b", Units.NTD, Units.PERCENT);
        long[] result = {7};
        assertFalse(ratio.tryEvaluate(new long[] {1, 0, 0}, result));
        assertEquals(7, result[0]);
        assertThrows(KpiProblemsException.class, () -> ratio.evaluate(new long[] {1, 0, 0}));
        assertThrows(
                KpiProblemsException.class,
                () -> ratio.evaluate(new BigDecimal[] {BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE}));
    }

    @Test
    void slotsAndPlacesAreChecked() {
        Formula formula = formula("a + b + c", Units.NUMBER, Units.NUMBER);
        assertThrows(KpiUsageException.class, () -> formula.scaled(List.of(0, 0), 2, Rounding.HALF_UP));
        assertThrows(KpiUsageException.class, () -> formula.scaled(List.of(0, 0, 19), 2, Rounding.HALF_UP));
        assertThrows(KpiUsageException.class, () -> formula.scaled(WHOLE, -1, Rounding.HALF_UP));
        ScaledFormula sum = formula.scaled(WHOLE, 0, Rounding.HALF_UP);
        assertThrows(KpiUsageException.class, () -> sum.evaluate(new long[2]));
        assertThrows(KpiUsageException.class, () -> sum.tryEvaluate(new long[4], new long[1]));
        assertThrows(KpiUsageException.class, () -> sum.evaluate(new BigDecimal[0]));
    }

    @Test
    void whatAsksMoreThanArithmeticIsLeftToTheExactEngine() {
        ScaledFormula root = scaled("sqrt(a)", Units.NUMBER, Units.NUMBER);
        assertFalse(root.isCompiled());
        assertEquals(141, root.evaluate(new long[] {2, 0, 0}));
    }

    @Property
    void theSameAsTheExactEngine(
            @ForAll("formulas") String text,
            @ForAll("slots") long[] slots,
            @ForAll("slotPlaces") List<Integer> slotPlaces,
            @ForAll @IntRange(max = 4) int places,
            @ForAll Rounding mode) {
        Formula formula = formula(text, Units.NUMBER, Units.NUMBER);
        ScaledFormula scaled = formula.scaled(slotPlaces, places, mode);
        Exact[] exact = new Exact[slots.length];
        BigDecimal[] decimals = new BigDecimal[slots.length];
        for (int i = 0; i < slots.length; i++) {
            exact[i] = Exact.of(slots[i], slotPlaces.get(i));
            decimals[i] = BigDecimal.valueOf(slots[i], slotPlaces.get(i));
        }
        Figure reference = reference(text, exact);
        Optional<BigDecimal> expected =
                reference.value().map(value -> value.in(Units.NUMBER).toBigDecimal(places, mode.mode()));
        assertEquals(reference.value().map(value -> value.in(Units.NUMBER)), valueOf(() -> formula.evaluate(exact)));
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        SLOTS.forEach(name -> quantities.put(name, Quantity.of(exact[SLOTS.indexOf(name)], Units.NUMBER)));
        Figure figure = formula.evaluate(quantities);
        assertEquals(reference.value(), figure.value());
        assertEquals(reference.unrounded(), figure.unrounded());
        assertEquals(reference.display(Language.EN), figure.display(Language.EN));
        assertEquals(reference.explain().line(Language.EN), figure.explain().line(Language.EN));
        assertEquals(expected, valueOf(() -> scaled.evaluate(decimals)), scaled::toString);
        long[] result = new long[1];
        if (scaled.tryEvaluate(slots, result)) {
            assertEquals(expected, Optional.of(BigDecimal.valueOf(result[0], places)), scaled::toString);
        }
    }

    private static <T> Optional<T> valueOf(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (KpiProblemsException none) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<long[]> slots() {
        Arbitrary<Long> number = Arbitraries.oneOf(
                Arbitraries.longs().between(-12, 12),
                Arbitraries.longs().between(-1_000_000, 1_000_000),
                Arbitraries.of(0L, 1L, -1L, 5L, 25L, 125L, 1_000_000_007L, Long.MAX_VALUE, -Long.MAX_VALUE));
        return number.array(long[].class).ofSize(SLOTS.size());
    }

    @Provide
    Arbitrary<List<Integer>> slotPlaces() {
        return Arbitraries.integers().between(0, 6).list().ofSize(SLOTS.size());
    }

    @Provide
    Arbitrary<String> formulas() {
        return numbers(4);
    }

    private static Arbitrary<String> numbers(int depth) {
        Arbitrary<String> leaf =
                Arbitraries.of("a", "b", "c", "0", "1", "2", "3", "10", "0.5", "0.1", "2.75", "100", "(1/3)", "(2/7)");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> below = Arbitraries.lazy(() -> numbers(depth - 1));
        List<Arbitrary<String>> all = new ArrayList<>(List.of(leaf));
        for (String sign : List.of("+", "-", "*", "/")) {
            all.add(Combinators.combine(below, below).as((one, other) -> "(" + one + " " + sign + " " + other + ")"));
        }
        for (String function : List.of("min", "max")) {
            all.add(Combinators.combine(below, below).as((one, other) -> function + "(" + one + ", " + other + ")"));
        }
        all.add(Combinators.combine(
                        below,
                        Arbitraries.of("round", "truncate", "round up"),
                        Arbitraries.integers().between(-2, 3))
                .as((one, function, to) -> function + "(" + one + ", " + to + ")"));
        all.add(below.map(one -> "floor(" + one + ")"));
        all.add(below.map(one -> "ceiling(" + one + ")"));
        all.add(below.map(one -> "(-(" + one + "))"));
        all.add(Combinators.combine(below, Arbitraries.of("<", "<=", "=", ">", ">=", "<>"), below, below, below)
                .as((one, sign, other, then, otherwise) ->
                        "(if " + one + " " + sign + " " + other + " then " + then + " else " + otherwise + ")"));
        return Arbitraries.oneOf(all);
    }
}
