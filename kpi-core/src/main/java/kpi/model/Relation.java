package kpi.model;

import kpi.number.Exact;

/** How one value stands to another, with the sign official documents print. */
public enum Relation {
    LESS("<"),
    AT_MOST("≦"),
    GREATER(">"),
    AT_LEAST("≧"),
    EQUAL("="),
    NOT_EQUAL("≠");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** The printed sign. */
    public String sign() {
        return sign;
    }

    /** Whether a comparison result (negative, zero, positive) satisfies it. */
    public boolean holds(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
        };
    }

    /** Whether {@code left} stands so to {@code right}. */
    public boolean holds(Exact left, Exact right) {
        return holds(left.compareTo(right));
    }

    /** Whether it orders, rather than only tells same from different. */
    public boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
