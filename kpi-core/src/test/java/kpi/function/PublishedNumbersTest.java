package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;
import org.junit.jupiter.api.Test;

/** Functions of rows on the figures that published methods are shown with. */
class PublishedNumbersTest {
    /** COINr's treatment of outliers: the skew is above 2 and the kurtosis above 3.5, so the largest point is drawn in. */
    private static final List<Exact> COINR = LongStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100)
            .mapToObj(Exact::of)
            .toList();

    @Test
    void onePointDrawnInTakesSkewAndKurtosisBelowTheirLimits() {
        assertEquals("3.06", twoPlaces(of("skewness", COINR, Optional.empty(), "sample")));
        assertEquals("9.74", twoPlaces(of("kurtosis", COINR, Optional.empty(), "sample")));
        List<Exact> drawnIn = winsorised(COINR, "one point");
        assertEquals(Exact.of(30), drawnIn.get(11));
        assertEquals(COINR.subList(0, 11), drawnIn.subList(0, 11));
        assertEquals("1.71", twoPlaces(of("skewness", drawnIn, Optional.empty(), "sample")));
        assertEquals("1.82", twoPlaces(of("kurtosis", drawnIn, Optional.empty(), "sample")));
    }

    @Test
    void twoPointsDrawnInLieAtTheNextOneInside() {
        List<Exact> drawnIn = winsorised(COINR, "two points");
        assertEquals(COINR.subList(0, 10), drawnIn.subList(0, 10));
        assertEquals(List.of(Exact.TEN, Exact.TEN), drawnIn.subList(10, 12));
    }

    /** The symmetric scale of primitive 25: a median weighted by days, half of them at 80. */
    @Test
    void aMedianWeightedByDays() {
        List<List<Value>> homes = List.of(row("95", "10"), row("80", "50"), row("60", "40"));
        assertEquals(Exact.of(80), reckoned("weighted median", homes, Optional.empty(), "midpoint"));
        List<List<Value>> even = List.of(row("95", "10"), row("80", "40"), row("60", "50"));
        assertEquals(Exact.of(70), reckoned("weighted median", even, Optional.empty(), "midpoint"));
        assertEquals(Exact.of(60), reckoned("weighted median", even, Optional.empty(), "nearest rank"));
    }

    private static List<Exact> winsorised(List<Exact> values, String points) {
        List<Exact> drawnIn = new ArrayList<>();
        values.forEach(own -> drawnIn.add(of("winsorised points", values, Optional.of(own), "highest", points)));
        return drawnIn;
    }

    private static Exact of(String function, List<Exact> values, Optional<Exact> own, String... choices) {
        List<List<Value>> rows = values.stream()
                .map(value -> List.<Value>of(Quantity.of(value, Units.NUMBER)))
                .toList();
        return reckoned(function, rows, own, choices);
    }

    private static List<Value> row(String value, String weight) {
        return List.of(Quantity.of(value, Units.NUMBER), Quantity.of(weight, Units.NUMBER));
    }

    private static Exact reckoned(String name, List<List<Value>> rows, Optional<Exact> own, String... names) {
        RowFunction function = RowFunctions.find(name).orElseThrow();
        Sample sample = function.sample();
        rows.forEach(sample::add);
        List<RowChoice> choices = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String chosen = names[i];
            choices.add(((RowParameter.Named) function.parameters().get(i))
                    .choices().stream()
                            .filter(choice -> choice.isCalled(chosen))
                            .findFirst()
                            .orElseThrow());
        }
        return function.reckon(sample, new RowOptions(List.of(), choices), own).value();
    }

    private static String twoPlaces(Exact value) {
        return value.round(2, Rounding.HALF_UP).toString();
    }
}
