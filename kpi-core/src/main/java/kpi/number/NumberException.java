package kpi.number;

import kpi.diagnostic.KpiException;

/**
 * Arithmetic refuses: there is no value, or it is too large to be worth having.
 *
 * <p>Nothing is ever rounded, wrapped or answered as infinity instead. For example {@code Exact.ONE.dividedBy(Exact.ZERO)}
 * throws with {@link Kind#DIVISION_BY_ZERO}.
 */
public class NumberException extends KpiException {
    private static final long serialVersionUID = 1L;

    /** Why there is no value. */
    public enum Kind {
        /** A divisor is zero, or zero is raised to a negative power. */
        DIVISION_BY_ZERO,
        /** The function has no real value there: the root of -1, the logarithm of 0. */
        OUTSIDE_DOMAIN,
        /** A value exists but passes {@link NumberBudget#standard()}. */
        TOO_LARGE
    }

    private final Kind kind;

    /** Refuses for {@code kind}; {@code detail} is for the host's log, not for an author. */
    public NumberException(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static NumberException divisionByZero() {
        return new NumberException(Kind.DIVISION_BY_ZERO, "division by zero");
    }

    static NumberException outsideDomain(String detail) {
        return new NumberException(Kind.OUTSIDE_DOMAIN, detail);
    }

    static NumberException tooLarge(String detail) {
        return new NumberException(Kind.TOO_LARGE, detail);
    }
}
