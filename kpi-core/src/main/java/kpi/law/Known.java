package kpi.law;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kpi.number.Exact;

/**
 * What is known of a figure before any data: between which numbers it lies, and which way it goes when a law's change
 * happens.
 */
record Known(Optional<Exact> low, Optional<Exact> high, Way way) {
    static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Way.ANY);

    /** Which way a figure goes. */
    enum Way {
        STILL,
        UP,
        DOWN,
        ANY;

        Way turned() {
            return this == UP ? DOWN : this == DOWN ? UP : this;
        }

        Way and(Way other) {
            return this == STILL || this == other ? other : other == STILL ? this : ANY;
        }
    }

    static Known of(Exact number) {
        return new Known(Optional.of(number), Optional.of(number), Way.STILL);
    }

    static Known notNegative(Way way) {
        return new Known(Optional.of(Exact.ZERO), Optional.empty(), way);
    }

    static Known any(Way way) {
        return new Known(Optional.empty(), Optional.empty(), way);
    }

    boolean isNotNegative() {
        return low.filter(least -> least.signum() >= 0).isPresent();
    }

    boolean isNotPositive() {
        return high.filter(most -> most.signum() <= 0).isPresent();
    }

    boolean isStill() {
        return way == Way.STILL;
    }

    Known going(Way other) {
        return new Known(low, high, other);
    }

    Known negate() {
        return new Known(high.map(Exact::negate), low.map(Exact::negate), way.turned());
    }

    Known plus(Known other) {
        return new Known(both(low, other.low, true), both(high, other.high, true), way.and(other.way));
    }

    private static Optional<Exact> both(Optional<Exact> one, Optional<Exact> other, boolean sum) {
        return one.flatMap(a -> other.map(b -> sum ? a.plus(b) : a.times(b)));
    }

    Known times(Known other) {
        if (isNotNegative() && other.isNotNegative()) {
            return new Known(both(low, other.low, false), both(high, other.high, false), way.and(other.way));
        }
        if (isNotPositive() && other.isNotNegative()) {
            return negate().times(other).negate();
        }
        if (isNotNegative() && other.isNotPositive()) {
            return times(other.negate()).negate();
        }
        // A factor of unknown sign that stays as it is may turn the other round.
        return any(isStill() && other.isStill() ? Way.STILL : signed(other));
    }

    private Way signed(Known other) {
        if (other.isStill() && (other.isNotNegative() || other.isNotPositive())) {
            return other.isNotNegative() ? way : way.turned();
        }
        if (isStill() && (isNotNegative() || isNotPositive())) {
            return isNotNegative() ? other.way : other.way.turned();
        }
        return Way.ANY;
    }

    /** There is a quotient only where the divisor is not 0. */
    Known dividedBy(Known divisor) {
        if (divisor.isNotPositive() && divisor.isNotNegative()) {
            return any(Way.STILL);
        }
        if (divisor.isNotPositive()) {
            return negate().dividedBy(divisor.negate());
        }
        if (!divisor.isNotNegative()) {
            return any(isStill() && divisor.isStill() ? Way.STILL : Way.ANY);
        }
        if (isNotNegative()) {
            Optional<Exact> most = high.flatMap(
                    top -> divisor.low.filter(least -> least.signum() > 0).map(top::dividedBy));
            Optional<Exact> least = Optional.of(low.flatMap(bottom ->
                            divisor.high.filter(top -> top.signum() > 0).map(bottom::dividedBy))
                    .orElse(Exact.ZERO));
            return new Known(least, most, way.and(divisor.way.turned()));
        }
        if (isNotPositive()) {
            return negate().dividedBy(divisor).negate();
        }
        return any(divisor.isStill() ? way : Way.ANY);
    }

    Known atMost(Known limit) {
        Optional<Exact> top = high.isEmpty()
                ? limit.high
                : limit.high.map(most -> most.min(high.get())).or(() -> high);
        Optional<Exact> bottom = both(low, limit.low).map(pair -> pair[0].min(pair[1]));
        return new Known(bottom, top, way.and(limit.way));
    }

    Known atLeast(Known limit) {
        return negate().atMost(limit.negate()).negate();
    }

    private static Optional<Exact[]> both(Optional<Exact> one, Optional<Exact> other) {
        return one.flatMap(a -> other.map(b -> new Exact[] {a, b}));
    }

    /** What rounding, which never changes the order of two numbers, leaves. */
    Known rounded(UnaryOperator<Exact> rounding) {
        return new Known(low.map(rounding), high.map(rounding), way);
    }

    /** One of the two, and nobody knows which. */
    Known or(Known other) {
        Optional<Exact> bottom = both(low, other.low).map(pair -> pair[0].min(pair[1]));
        Optional<Exact> top = both(high, other.high).map(pair -> pair[0].max(pair[1]));
        return new Known(bottom, top, isStill() && other.isStill() ? Way.STILL : Way.ANY);
    }
}
