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
        if (mode != Rounding.HALF_UP || divisor <= 0 || dividend == Long.MIN_VALUE) {
            return other(dividend, divisor, mode);
        }
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend - quotient * divisor);
        return rest >= divisor - rest ? quotient + (dividend >> 63 | 1) : quotient;
    }

    private static long other(long dividend, long divisor, Rounding mode) {
        if (divisor == 0 || dividend == Long.MIN_VALUE || divisor == Long.MIN_VALUE) {
            throw byZero();
        }
        return mode.quotient(divisor < 0 ? -dividend : dividend, Math.abs(divisor));
    }
}
