package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.GoldenFile;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.NumberException;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function says what it is, and what it says holds. */
class KpiFunctionsTest {
    private static final KpiFunctions STANDARD = KpiFunctions.standard();

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return STANDARD.all().stream()
                .flatMap(function -> function.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(example.call() + " = " + example.result(), () -> {
                            Value found = function.apply(example.arguments());
                            assertEquals(example.value(), found);
                            List<Type> types =
                                    example.arguments().stream().map(Type::of).toList();
                            assertEquals(new KpiFunction.Typing.Of(Type.of(found)), function.resultType(types));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleAndLawHoldsAsAtRegistration() {
        return STANDARD.all().stream()
                .map(function -> DynamicTest.dynamicTest(
                        function.toString(), () -> assertEquals(Optional.empty(), FunctionCheck.fault(function))));
    }

    @Test
    void everyFunctionIsFoundByEachOfItsNamesAndSpeaksBothLanguages() {
        for (KpiFunction function : STANDARD.all()) {
            for (String name : function.names()) {
                assertEquals(Optional.of(function), STANDARD.find(name), name);
            }
            for (Language language : Language.values()) {
                assertTrue(function.names().contains(function.name(language)));
                assertFalse(function.doc(language).isBlank());
            }
            assertFalse(function.examples().isEmpty());
        }
    }

    @Test
    void theListOfFunctions() {
        StringBuilder list = new StringBuilder();
        for (KpiFunction function : STANDARD.all()) {
            for (Language language : List.of(Language.ZH_TW, Language.EN)) {
                list.append(function.signature(language))
                        .append("  ")
                        .append(function.doc(language))
                        .append('\n');
            }
            list.append("  ").append(String.join(" ", function.names()));
            list.append(function.approximate() ? "  ≈\n\n" : "\n\n");
        }
        GoldenFile.check("kpi/function/functions.txt", list.toString());
    }

    @ParameterizedTest
    @CsvSource({"MIN, min", "Round, round", "ｍｉｎ, min", "平均數, average", "ceil, ceiling", "pow, power"})
    void namesCompareWithoutWidthAndCase(String spelling, String name) {
        assertEquals(name, STANDARD.find(spelling).orElseThrow().name(Language.EN));
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertEquals(Optional.empty(), STANDARD.find("最小"));
        assertEquals(Optional.empty(), STANDARD.find(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            min      | 1, 2%         | Clash[index=1, other=0, reason=NUMBER_AND_PERCENT]
            min      | 3人, 2件      | Clash[index=1, other=0, reason=DIFFERENT_LABELS]
            min      | 3人, 2        | Of 人
            max      | 3元, 5分      | Clash[index=1, other=0, reason=DIFFERENT_DIMENSIONS]
            min      | "x"           | WrongArgument 0: a number
            abs      | 1, 2          | WrongCount[min=1, max=1]
            round    | 1, 2, "up", 3 | WrongCount[min=1, max=3]
            round    | 5%, 2         | Of %
            round    | 5%, 2%        | WrongArgument 1: a number or ratio without a unit
            round    | 5%, 2, 3      | WrongArgument 2: one of half up, half even, half down, up, down, ceiling, floor
            round to step | 5%, 1分  | Clash[index=1, other=0, reason=DIFFERENT_DIMENSIONS]
            weighted mean | 5%, 3人, 6%, 4人 | Of %
            weighted mean | 5%, 3人, 6%, 4件 | Clash[index=3, other=1, reason=DIFFERENT_LABELS]
            weighted mean | 5%, 3人, 6%      | WrongCount[min=2, max=2147483647]
            sqrt     | 5元           | WrongArgument 0: a number or ratio without a unit
            sqrt     | 5             | Of number
            count    | 5元, true     | Of number
            sum      | 5元, 3元      | Of 元
            clamp    | 5%, 0%, 100%  | Of %
            """)
    void typesAreChecked(String name, String arguments, String expected) {
        String call = "f(" + arguments + ")";
        List<Type> types =
                Example.of(call, "0").arguments().stream().map(Type::of).toList();
        assertEquals(expected, shown(STANDARD.find(name).orElseThrow().resultType(types)));
    }

    @Test
    void noArgumentsAreTooFew() {
        assertEquals(
                new KpiFunction.Typing.WrongCount(1, Integer.MAX_VALUE),
                STANDARD.find("min").orElseThrow().resultType(List.of()));
    }

    @Test
    void whatIsWrittenIsRefusedBeforeAnyData() {
        KpiFunction round = STANDARD.find("round").orElseThrow();
        Optional<Value> x = Optional.empty();
        assertEquals(Optional.empty(), round.refusal(List.of(x, x, x)));
        assertEquals(Optional.empty(), round.refusal(List.of(x, x, Optional.of(new Text("half-even")))));
        assertEquals(
                2,
                round.refusal(List.of(x, x, Optional.of(new Text("upwards"))))
                        .orElseThrow()
                        .index());
    }

    private static String shown(KpiFunction.Typing typing) {
        if (typing instanceof KpiFunction.Typing.Of of) {
            return "Of " + Units.basic(((Type.Measure) of.type()).dimension());
        }
        return typing instanceof KpiFunction.Typing.WrongArgument wrong
                ? "WrongArgument " + wrong.index() + ": " + wrong.expected().en()
                : typing.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            round(1, 2147483648)   | TOO_LARGE
            round(1, -2147483648)  | TOO_LARGE
            weighted mean(1, 2, 3, -2) | OUTSIDE_DOMAIN
            """)
    void whereThereIsNoValueItSaysWhy(String call, NumberException.Kind kind) {
        Example example = Example.of(call, "0");
        KpiFunction function =
                STANDARD.find(call.substring(0, call.indexOf('('))).orElseThrow();
        NumberException refused = assertThrows(NumberException.class, () -> function.apply(example.arguments()));
        assertEquals(kind, refused.kind());
    }

    @Test
    void argumentsOfOtherTypesAreTheHostsMistake() {
        KpiFunction min = STANDARD.find("min").orElseThrow();
        assertThrows(KpiUsageException.class, () -> min.apply(List.of(new Text("x"))));
        assertThrows(KpiUsageException.class, () -> min.apply(List.of()));
        assertThrows(KpiUsageException.class, () -> min.apply(List.of(Truth.TRUE)));
    }

    @Test
    void equalQuantitiesRoundEquallyWhateverTheyAreShownIn() {
        KpiFunction round = STANDARD.find("round").orElseThrow();
        Value places = Quantity.of("0", Units.NUMBER);
        assertEquals(
                round.apply(List.of(Quantity.of("5.6", Units.PERCENT), places)),
                round.apply(List.of(Quantity.of("56", Units.PER_MILLE), places)));
    }

    @Test
    void aPowerIsExactIfItsExponentIsWrittenAsAWholeNumber() {
        KpiFunction power = STANDARD.find("power").orElseThrow();
        Optional<Value> x = Optional.empty();
        assertTrue(power.approximate());
        assertTrue(power.approximate(List.of(x, Optional.empty())));
        assertTrue(power.approximate(List.of(x, Optional.of(Quantity.of("0.5", Units.NUMBER)))));
        assertFalse(power.approximate(List.of(x, Optional.of(Quantity.of("3", Units.NUMBER)))));
        assertFalse(STANDARD.find("min").orElseThrow().approximate());
        assertTrue(STANDARD.find("ln").orElseThrow().approximate(List.of(x)));
    }
}
