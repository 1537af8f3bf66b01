package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every mode does what its definition says, on every form and at every place. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class RoundingLawsTest {
    @Property
    void roundingAgreesWithTheDefinition(
            @ForAll Exact a, @ForAll @IntRange(min = -25, max = 45) int places, @ForAll Rounding mode) {
        Ratio expected = Ratio.of(a).toMultiple(Ratio.tenTo(-places), mode);
        Exact rounded = a.round(places, mode);
        assertEquals(expected, Ratio.of(rounded));
        assertEquals(rounded, rounded.round(places, mode));
        BigDecimal decimal = a.toBigDecimal(places, mode.mode());
        assertEquals(places, decimal.scale());
        assertEquals(rounded, Exact.of(decimal));
    }

    @Property
    void roundingHitsItsTies(
            @ForAll @IntRange(min = -5, max = 20) int places,
            @ForAll @IntRange(min = -2000, max = 2000) int halves,
            @ForAll Rounding mode) {
        // Halves of the last unit: every second one is a tie.
        Exact value = Exact.of(5L * halves, places + 1);
        Ratio expected = Ratio.of(value).toMultiple(Ratio.tenTo(-places), mode);
        assertEquals(expected, Ratio.of(value.round(places, mode)));
        Exact third = value.dividedBy(Exact.of(3));
        assertEquals(expected, Ratio.of(third.dividedBy(n("1/3"), places, mode)));
        assertEquals(expected, Ratio.of(value.roundToStep(Exact.of(1, places), mode)));
    }

    private static Exact n(String canonical) {
        return Exact.of(canonical);
    }

    @Property
    void dividingAndRoundingAreOneStep(
            @ForAll Exact a,
            @ForAll Exact b,
            @ForAll @IntRange(min = -25, max = 45) int places,
            @ForAll Rounding mode) {
        Assume.that(!b.isZero());
        Exact rounded = a.dividedBy(b, places, mode);
        assertEquals(Ratio.of(a).dividedBy(Ratio.of(b)).toMultiple(Ratio.tenTo(-places), mode), Ratio.of(rounded));
        assertEquals(a.dividedBy(b).round(places, mode), rounded);
    }

    @Property
    void roundingToAStepLandsOnTheStepThatTheModeNames(@ForAll Exact a, @ForAll Exact anyStep, @ForAll Rounding mode) {
        Exact step = anyStep.abs();
        Assume.that(!step.isZero());
        Exact rounded = a.roundToStep(step, mode);
        assertEquals(Ratio.of(a).toMultiple(Ratio.of(step), mode), Ratio.of(rounded));
        assertTrue(rounded.dividedBy(step).isInteger());
        assertTrue(a.minus(rounded).abs().compareTo(step) < 0);
        assertEquals(rounded, rounded.roundToStep(step, mode));
    }

    @Property
    void significantDigitsAreCountedFromTheFirst(
            @ForAll Exact a, @ForAll @IntRange(min = 1, max = 60) int digits, @ForAll Rounding mode) {
        Exact rounded = a.roundToDigits(digits, mode);
        if (a.isZero()) {
            assertEquals(a, rounded);
            return;
        }
        int first = firstPlace(Ratio.of(a).abs());
        assertEquals(Ratio.of(a).toMultiple(Ratio.tenTo(first - digits + 1), mode), Ratio.of(rounded));
    }

    /** The largest power of ten that is not above the value, found by trying. */
    private static int firstPlace(Ratio value) {
        int place = 0;
        while (Ratio.tenTo(place + 1).compareTo(value) <= 0) {
            place++;
        }
        while (Ratio.tenTo(place).compareTo(value) > 0) {
            place--;
        }
        return place;
    }

    @Property
    void integersAboveAndBelow(@ForAll Exact a) {
        Ratio value = Ratio.of(a);
        Ratio one = Ratio.ofInteger(BigInteger.ONE);
        assertEquals(value.floor(), Ratio.of(a.floor()));
        assertEquals(value.negate().floor().negate(), Ratio.of(a.ceiling()));
        assertEquals(value.signum() < 0 ? a.ceiling() : a.floor(), a.truncate());
        assertTrue(value.minus(Ratio.of(a.floor())).compareTo(one) < 0);
    }
}
