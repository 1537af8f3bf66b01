package kpi.value;

import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.number.NumberText;

/**
 * Numbers between two ends, each of which belongs to it or not; an end that is absent is infinite. Canonical values: 5% is
 * 0.05.
 */
public record NumberRange(Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean highIn) {
    /** Refuses ends in the wrong order with {@link IllegalArgumentException}. */
    public NumberRange {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.isPresent() && high.isPresent()) {
            int order = low.get().compareTo(high.get());
            if (order > 0 || order == 0 && !(lowIn && highIn)) {
                throw new IllegalArgumentException("an empty range");
            }
        }
    }

    /** One number. */
    public static NumberRange of(Exact point) {
        return new NumberRange(Optional.of(point), true, Optional.of(point), true);
    }

    /** From one number to another, both in it. */
    public static NumberRange of(Exact low, Exact high) {
        return new NumberRange(Optional.of(low), true, Optional.of(high), true);
    }

    /** Whether it is one number. */
    public boolean isPoint() {
        return isFinite() && low.equals(high);
    }

    /** Whether it has both ends. */
    public boolean isFinite() {
        return low.isPresent() && high.isPresent();
    }

    public boolean contains(Exact value) {
        return !isBelow(value) && !isAbove(value);
    }

    /** Whether a value lies below the low end. */
    public boolean isBelow(Exact value) {
        int order = low.map(value::compareTo).orElse(1);
        return order < 0 || order == 0 && !lowIn;
    }

    /** Whether a value lies above the high end. */
    public boolean isAbove(Exact value) {
        int order = high.map(value::compareTo).orElse(-1);
        return order > 0 || order == 0 && !highIn;
    }

    /** Whether it holds every number of another. */
    public boolean covers(NumberRange other) {
        boolean lower = low.isEmpty()
                || other.low().isPresent()
                        && (low.get().compareTo(other.low().get()) < 0
                                || low.equals(other.low()) && (lowIn || !other.lowIn()));
        boolean higher = high.isEmpty()
                || other.high().isPresent()
                        && (high.get().compareTo(other.high().get()) > 0
                                || high.equals(other.high()) && (highIn || !other.highIn()));
        return lower && higher;
    }

    /** As mathematics writes it: {@code [0, 12)}. */
    @Override
    public String toString() {
        return (lowIn && low.isPresent() ? "[" : "(")
                + low.map(NumberText::plain).orElse("-∞") + ", "
                + high.map(NumberText::plain).orElse("∞") + (highIn && high.isPresent() ? "]" : ")");
    }
}
