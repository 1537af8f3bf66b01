package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** The laws that functions promise hold of generated arguments; those of means also against their definitions. */
class FunctionLawsTest {
    private static final List<KpiFunction> STANDARD =
            List.copyOf(KpiFunctions.standard().all());

    private static Arbitrary<Value> numbers() {
        return Arbitraries.integers()
                .between(-300, 300)
                .map(hundredths -> Quantity.of(hundredths, 2, Units.NUMBER))
                .map(Value.class::cast);
    }

    /** A function that promises a law, and arguments as many as it takes, all of them numbers. */
    @Provide
    Arbitrary<Tuple2<KpiFunction, List<Value>>> calls() {
        List<KpiFunction> lawful =
                STANDARD.stream().filter(f -> !f.laws().isEmpty()).toList();
        return Arbitraries.of(lawful).flatMap(function -> {
            Signature signature = function.signature();
            int least = signature.required();
            int rounds = signature.repeats() > 0 ? 3 : 0;
            return Arbitraries.integers()
                    .between(0, rounds)
                    .flatMap(more -> numbers().list().ofSize(least + more * signature.repeats()))
                    .map(arguments -> Tuple.of(function, arguments));
        });
    }

    @Property(tries = 3000)
    void everyPromisedLawHolds(@ForAll("calls") Tuple2<KpiFunction, List<Value>> call) {
        KpiFunction function = call.get1();
        Exact result;
        try {
            result = ((Quantity) function.apply(call.get2())).canonical();
        } catch (NumberException noValue) {
            return;
        }
        for (Law law : function.laws()) {
            assertTrue(
                    FunctionLaws.holds(law, function, call.get2(), result),
                    () -> function.name(Language.EN) + call.get2() + " = " + result + ": " + law);
        }
    }

    @Test
    void aPromiseThatDoesNotHoldIsRefused() {
        FunctionBuilder half = KpiFunction.named("half", "一半")
                .doc("Half of it.", "其一半。")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("half(3)", "1.5");
        KpiFunction function =
                half.law(Law.SCALES, Law.IDEMPOTENT).implement(a -> a.get(0).dividedBy(Quantity.of("2", Units.NUMBER)));
        KpiUsageException refused = assertThrows(
                KpiUsageException.class, () -> KpiFunctions.standard().with(function));
        assertEquals("it does not hold of half(3): " + Law.IDEMPOTENT.text(Language.EN), refused.getMessage());
    }

    @Provide
    Arbitrary<List<Exact>> positive() {
        return Arbitraries.longs()
                .between(1, 99_999)
                .map(thousandths -> Exact.of(thousandths, 3))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void theGeometricMeanIsRoundedCorrectly(@ForAll("positive") List<Exact> numbers) {
        Exact product = numbers.stream().reduce(Exact.ONE, Exact::times);
        assertEquals(Approximations.root(product, numbers.size()), call("geometric mean", numbers));
    }

    @Property
    void aWeightIsHowOftenAValueCounts(@ForAll("positive") List<Exact> numbers) {
        Assume.that(numbers.size() > 1);
        List<Exact> pairs = new ArrayList<>();
        List<Exact> repeated = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            pairs.add(numbers.get(i));
            pairs.add(Exact.of(i));
            for (int times = 0; times < i; times++) {
                repeated.add(numbers.get(i));
            }
        }
        assertEquals(call("average", repeated), call("weighted mean", pairs));
    }

    @Property
    void harmonicIsNotAboveGeometricAndThatNotAboveArithmetic(@ForAll("positive") List<Exact> numbers) {
        Exact geometric = call("geometric mean", numbers);
        assertTrue(call("harmonic mean", numbers)
                        .roundToDigits(Approximations.DIGITS, kpi.number.Rounding.HALF_EVEN)
                        .compareTo(geometric)
                <= 0);
        assertTrue(call("average", numbers)
                        .roundToDigits(Approximations.DIGITS, kpi.number.Rounding.HALF_EVEN)
                        .compareTo(geometric)
                >= 0);
    }

    private static Exact call(String name, List<Exact> numbers) {
        List<Value> arguments = numbers.stream()
                .<Value>map(number -> Quantity.of(number, Units.NUMBER))
                .toList();
        KpiFunction function = KpiFunctions.standard().find(name).orElseThrow();
        return ((Quantity) function.apply(arguments)).canonical();
    }
}
