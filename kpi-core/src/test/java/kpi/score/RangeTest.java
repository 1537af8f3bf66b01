package kpi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.BinaryOperator;
import kpi.model.Bound;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nothing that can come of numbers in ranges is outside the range of the result. */
class RangeTest {
    /** A range and a number in it. */
    record Sampled(Range range, Exact number) {}

    private static Arbitrary<Sampled> interval() {
        return Combinators.combine(
                        Arbitraries.integers().between(-40, 40),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 4))
                .as((low, width, at) -> {
                    Exact from = Exact.of(low, 1);
                    Exact to = Exact.of(low + width, 1);
                    Exact share = Exact.of(at).dividedBy(Exact.of(4));
                    return new Sampled(
                            Range.of(new Interval(from, to)),
                            from.plus(to.minus(from).times(share)));
                });
    }

    @Provide
    Arbitrary<Sampled> sampled() {
        Arbitrary<Sampled> two = Combinators.combine(interval(), interval())
                .as((one, other) -> new Sampled(one.range().or(other.range()), one.number()));
        return Arbitraries.oneOf(interval(), two);
    }

    private static void holds(Range range, Exact number) {
        assertTrue(range.contains(number), () -> number + " is not in " + range);
    }

    @Property
    void arithmeticLeavesNothingOut(@ForAll("sampled") Sampled one, @ForAll("sampled") Sampled other) {
        holds(one.range().plus(other.range()), one.number().plus(other.number()));
        holds(one.range().minus(other.range()), one.number().minus(other.number()));
        holds(one.range().times(other.range()), one.number().times(other.number()));
        holds(one.range().negate(), one.number().negate());
        Optional<Range> quotient = one.range().dividedBy(other.range());
        assertEquals(other.range().contains(Exact.ZERO), quotient.isEmpty());
        quotient.ifPresent(range -> holds(range, one.number().dividedBy(other.number())));
    }

    @Property
    void limitsAndRoundingLeaveNothingOut(@ForAll("sampled") Sampled one, @ForAll("sampled") Sampled other) {
        for (Bound bound : Bound.values()) {
            BinaryOperator<Exact> limit = bound::apply;
            holds(one.range().limited(bound, other.range()), limit.apply(one.number(), other.number()));
        }
        Exact step = Exact.of(3, 1);
        for (Rounding mode : Rounding.values()) {
            Range rounded = one.range().rounded(number -> number.roundToStep(step, mode), step);
            holds(rounded, one.number().roundToStep(step, mode));
        }
    }

    @Test
    void aRoundedRangeHasGaps() {
        Range rounded = Range.of(new Interval(Exact.of("62.2"), Exact.of("65.6")))
                .rounded(number -> number.round(0, Rounding.HALF_UP), Exact.ONE);
        assertEquals(5, rounded.pieces().size());
        assertTrue(rounded.contains(Exact.of(62)));
        assertTrue(rounded.contains(Exact.of(66)));
        assertFalse(rounded.contains(Exact.of("62.5")));
        Range coarse = Range.of(new Interval(Exact.ZERO, Exact.of(1000)))
                .rounded(number -> number.round(0, Rounding.HALF_UP), Exact.ONE);
        assertEquals(1, coarse.pieces().size());
    }

    @Test
    void aRangeMeetsAPrintThatLiesBetweenItsEnds() {
        Printed printed = new Printed(Exact.of("5.35"), Exact.of("0.01"));
        assertTrue(Range.of(new Interval(Exact.of(5), Exact.of(6))).meets(printed));
        assertTrue(Range.of(new Interval(Exact.of("5.3549"), Exact.of(6))).meets(printed));
        assertFalse(Range.of(new Interval(Exact.of("5.355"), Exact.of(6))).meets(printed));
        assertFalse(Range.of(new Interval(Exact.of(5), Exact.of("5.3449"))).meets(printed));
    }

    @Test
    void anIntervalRunsUpwards() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(Exact.ONE, Exact.ZERO));
        assertThrows(NumberException.class, () -> Range.of(Exact.ONE).monotone(x -> x.dividedBy(Exact.ZERO)));
    }
}
