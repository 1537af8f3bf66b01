package kpi.score;

import java.util.Objects;
import kpi.number.Exact;

/** All numbers from one to another, both included. */
record Interval(Exact low, Exact high) {
    Interval {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("an interval from " + low + " to " + high);
        }
    }

    static Interval point(Exact value) {
        return new Interval(value, value);
    }

    boolean isPoint() {
        return low.equals(high);
    }

    boolean contains(Exact value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }
}
