package kpi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.run.Card;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** All the inputs that would be printed as they are printed. */
class InputBoxTest {
    private static final KpiUnit HUNDRED_MILLIONS =
            UnitTable.standard().find("億元").orElseThrow();
    private static final Exact HUNDRED_MILLION = Exact.of(100_000_000);

    private static PrintedQuantity printed(String text, KpiUnit unit) {
        return Card.printed(text, unit);
    }

    private static Printed figure(String value, String resolution) {
        return new Printed(Exact.of(value), Exact.of(resolution));
    }

    private static final Function<List<Exact>, Optional<Exact>> FIRST = inputs -> Optional.of(inputs.get(0));
    private static final Function<List<Exact>, Optional<Exact>> QUOTIENT =
            inputs -> inputs.get(1).isZero()
                    ? Optional.empty()
                    : Optional.of(inputs.get(0).dividedBy(inputs.get(1)));

    @Test
    void wholeNumbersOfABaseUnitAreExactAndMagnitudesAreNot() {
        assertTrue(InputBox.isExact(printed("226,157", Units.count("人"))));
        assertTrue(InputBox.isExact(printed("123,376,890,000", Units.NTD)));
        assertFalse(InputBox.isExact(printed("66億", Units.NTD)));
        assertFalse(InputBox.isExact(
                printed("169,517,356", UnitTable.standard().find("千元").orElseThrow())));
        assertFalse(InputBox.isExact(printed("50%", Units.PERCENT)));
        assertFalse(InputBox.isExact(printed("1.5", Units.NTD)));
    }

    @Test
    void anInputReachesFromHalfAUnitBelowToJustUnderHalfAUnitAbove() {
        InputBox box = new InputBox(List.of(printed("66", HUNDRED_MILLIONS)));
        String resolution = "1000000";
        assertTrue(box.reaches(figure("6550000000", resolution), FIRST));
        assertTrue(box.reaches(figure("6649000000", resolution), FIRST));
        assertTrue(box.reaches(figure("6650000000", resolution), FIRST), "rounded from 6,649,999,999");
        assertFalse(box.reaches(figure("6651000000", resolution), FIRST));
        assertFalse(box.reaches(figure("6549000000", resolution), FIRST));
        InputBox negative = new InputBox(List.of(printed("-66", HUNDRED_MILLIONS)));
        assertTrue(negative.reaches(figure("-6550000000", resolution), FIRST));
        assertFalse(negative.reaches(figure("-6549000000", resolution), FIRST));
    }

    @Test
    void aValueBetweenTheCornersIsFoundAndOneInAGapIsNot() {
        InputBox box = new InputBox(List.of(printed("1,180", HUNDRED_MILLIONS), printed("1,848", HUNDRED_MILLIONS)));
        assertTrue(box.reaches(figure("0.6388", "0.0001"), QUOTIENT));
        assertFalse(box.reaches(figure("0.6391", "0.0001"), QUOTIENT));
        Function<List<Exact>, Optional<Exact>> halves =
                inputs -> QUOTIENT.apply(inputs).map(value -> value.roundToStep(Exact.of(5, 2), Rounding.HALF_UP));
        InputBox wide = new InputBox(List.of(printed("2", HUNDRED_MILLIONS), printed("4", HUNDRED_MILLIONS)));
        assertTrue(wide.reaches(figure("0.45", "0.01"), halves));
        assertFalse(wide.reaches(figure("0.47", "0.01"), halves));
    }

    @Test
    void cornersWithoutAValueAreLeftOut() {
        // the second may be just below or above zero
        InputBox box = new InputBox(List.of(printed("2", HUNDRED_MILLIONS), printed("1", HUNDRED_MILLIONS)));
        Function<List<Exact>, Optional<Exact>> choosy =
                inputs -> inputs.get(1).compareTo(HUNDRED_MILLION) < 0 ? Optional.empty() : QUOTIENT.apply(inputs);
        assertTrue(box.reaches(figure("1.0", "0.1"), choosy));
        assertFalse(box.reaches(figure("4.9", "0.1"), choosy));
        assertFalse(box.reaches(figure("1", "1"), inputs -> Optional.empty()));
    }

    @Test
    void manyInputsGoTheWayEachPulls() {
        List<PrintedQuantity> inputs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inputs.add(printed("1", HUNDRED_MILLIONS));
        }
        // ten add, ten take away: from -10 to just under 10
        Function<List<Exact>, Optional<Exact>> difference = values -> {
            Exact sum = Exact.ZERO;
            for (int i = 0; i < values.size(); i++) {
                sum = i % 2 == 0 ? sum.plus(values.get(i)) : sum.minus(values.get(i));
            }
            return Optional.of(sum.dividedBy(HUNDRED_MILLION));
        };
        InputBox box = new InputBox(inputs);
        assertTrue(box.reaches(figure("9.9", "0.1"), difference));
        assertTrue(box.reaches(figure("-9.9", "0.1"), difference));
        assertTrue(box.reaches(figure("0.3", "0.1"), difference));
        assertFalse(box.reaches(figure("10.2", "0.1"), difference));
        assertFalse(box.reaches(figure("-10.2", "0.1"), difference));
    }

    /** Whatever stood behind two printed inputs, the quotient printed from it is reached. */
    @Property
    void whatWasComputedFromTheOriginalsIsReached(
            @ForAll @IntRange(min = 60, max = 3_000) int a,
            @ForAll @IntRange(min = 60, max = 3_000) int b,
            @ForAll @IntRange(min = -50, max = 49) int c,
            @ForAll @IntRange(min = -50, max = 49) int d) {
        InputBox box = new InputBox(List.of(
                printed(Integer.toString(a), HUNDRED_MILLIONS), printed(Integer.toString(b), HUNDRED_MILLIONS)));
        Exact original = Exact.of(a * 100L + c).dividedBy(Exact.of(b * 100L + d));
        Printed page = new Printed(original.round(4, Rounding.HALF_UP), Exact.of(1, 4));
        assertTrue(box.reaches(page, QUOTIENT), page::toString);
    }

    @Test
    void aPageInABorrowedUnitKeepsItsNumber() {
        Printed borrowed = Printed.of(printed("96.3%", Units.PERCENT), Units.POINTS, Units.PERCENT);
        assertEquals(Exact.of("96.3"), borrowed.value());
        assertEquals(Exact.of("0.1"), borrowed.resolution());
        Printed own = Printed.of(printed("5.35%", Units.PERCENT), Units.PERCENT, Units.PERCENT);
        assertEquals(Exact.of("0.0535"), own.value());
    }
}
