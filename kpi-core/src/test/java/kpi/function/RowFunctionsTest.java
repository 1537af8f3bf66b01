package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Quantity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every function of rows says what it is, and what it says holds. */
class RowFunctionsTest {
    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return RowFunctions.all().stream()
                .flatMap(function -> function.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example.rows() + ": " + example.call(), () -> check(function, example))));
    }

    private static void check(RowFunction function, RowExample example) {
        if (example.refusal().isPresent()) {
            NumberException refused = assertThrows(NumberException.class, () -> reckoned(function, example));
            assertEquals(example.refusal().get(), refused.kind());
            return;
        }
        Quantity expected = example.result().orElseThrow();
        List<Dimension> dimensions = example.values().get(0).stream()
                .map(value -> ((Quantity) value).dimension())
                .toList();
        Dimension found = ((UnitAlgebra.Outcome.Of) function.dimension(dimensions)).dimension();
        // No literal is a ratio: it is written as a number or in %.
        if (!found.equals(Dimension.RATIO)) {
            assertEquals(expected.dimension(), found);
        }
        assertEquals(expected.canonical(), reckoned(function, example).value());
    }

    private static RowFunction.Reckoned reckoned(RowFunction function, RowExample example) {
        Sample sample = function.sample();
        example.values().forEach(row -> sample.add(function.values() == 0 ? List.of() : row));
        return function.reckon(sample, example.options(function), example.own().map(Quantity::canonical));
    }

    @Test
    void everyNameIsFoundAndStandsForOneFunction() {
        Map<String, RowFunction> named = new HashMap<>();
        for (RowFunction function : RowFunctions.all()) {
            for (String name : function.names()) {
                assertEquals(Optional.of(function), RowFunctions.find(name));
                assertEquals(null, named.put(name, function), name);
            }
            for (Language language : Language.values()) {
                assertFalse(function.doc(language).isBlank());
            }
        }
        assertEquals(Optional.empty(), RowFunctions.find("quartile"));
    }

    /** A word that is a function of values as well means the same of rows. */
    @Test
    void sharedNamesMeanTheSame() {
        for (KpiFunction ofValues : KpiFunctions.standard().all()) {
            for (String name : ofValues.names()) {
                RowFunctions.find(name)
                        .ifPresent(ofRows -> assertEquals(ofValues.name(Language.EN), ofRows.name(Language.EN), name));
            }
        }
    }

    @Test
    void otherOptionsThanAskedForAreTheHostsMistake() {
        RowFunction percentile = RowFunctions.find("percentile").orElseThrow();
        Sample sample = percentile.sample();
        sample.add(List.of(Quantity.parse("1").value().orElseThrow()));
        RowOptions stdev = new RowOptions(List.of(), List.of(Spreads.SAMPLE));
        RowOptions half = new RowOptions(List.of(Exact.of(5, 1)), List.of(Percentiles.MIDPOINT));
        assertThrows(KpiUsageException.class, () -> percentile.reckon(sample, RowOptions.NONE, Optional.empty()));
        assertThrows(KpiUsageException.class, () -> percentile.reckon(sample, stdev, Optional.empty()));
        assertThrows(KpiUsageException.class, () -> percentile.reckon(sample, half, Optional.of(Exact.ONE)));
        assertThrows(KpiUsageException.class, () -> percentile.reckon(percentile.sample(), half, Optional.empty()));
        assertThrows(KpiUsageException.class, () -> new RowOptions(List.of(Exact.of(90)), List.of()));
        assertEquals(
                Exact.ONE, percentile.reckon(sample, half, Optional.empty()).value());
    }
}
