package kpi.model;

import kpi.number.Exact;

/** Which side of a limit a number is kept on. */
public enum Bound {
    AT_MOST,
    AT_LEAST;

    /** The number, or the limit where the number lies beyond it. */
    public Exact apply(Exact value, Exact limit) {
        return this == AT_MOST ? value.min(limit) : value.max(limit);
    }
}
