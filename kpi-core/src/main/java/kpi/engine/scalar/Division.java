package kpi.engine.scalar;

import kpi.number.Rounding;

/** Division of longs to an integer. */
final class Division {
    private Division() {}

    static ArithmeticException byZero() {
        return new ArithmeticException("division by zero");
    }

    /** The integer that the mode makes of a quotient, whatever the signs. */
    static long rounded(long dividend, long divisor, Rounding mode) {
        if (divisor == 0 || dividend == Long.MIN_VALUE || divisor == Long.MIN_VALUE) {
            throw byZero();
        }
        long above = divisor < 0 ? -dividend : dividend;
        long below = Math.abs(divisor);
        if (mode != Rounding.HALF_UP) {
            return mode.quotient(above, below);
        }
        long quotient = above / below;
        long rest = Math.abs(above - quotient * below);
        // One step away from zero if the rest is at least half; the shift gives 0 or -1.
        long atLeastHalf = 1 + (rest - (below - rest) >> 63);
        return quotient + atLeastHalf * (above >> 63 | 1);
    }
}
