package kpi.number;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How a value between two neighbours is rounded. {@link #HALF_UP} is what every rule means that names no other: 四捨五入,
 * the half away from zero, so that 2.5 becomes 3 and -2.5 becomes -3.
 */
public enum Rounding {
    /** To the nearest, a tie away from zero. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest, a tie to the even neighbour. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** To the nearest, a tie towards zero. */
    HALF_DOWN(RoundingMode.HALF_DOWN),
    /** Away from zero. */
    UP(RoundingMode.UP),
    /** Towards zero. */
    DOWN(RoundingMode.DOWN),
    /** Towards positive infinity. */
    CEILING(RoundingMode.CEILING),
    /** Towards negative infinity. */
    FLOOR(RoundingMode.FLOOR);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The same mode for {@link java.math.BigDecimal}. */
    public RoundingMode mode() {
        return mode;
    }

    /** The integer this mode makes of {@code dividend / divisor}; the divisor is positive, the dividend not the least long. */
    public long quotient(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long remainder = dividend - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        long rest = Math.abs(remainder);
        boolean negative = dividend < 0;
        if (!leavesZero(negative, Long.compare(rest, divisor - rest), (quotient & 1) != 0)) {
            return quotient;
        }
        return negative ? quotient - 1 : quotient + 1;
    }

    /** The integer this mode makes of {@code dividend / divisor}; the divisor is positive. */
    BigInteger quotient(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        BigInteger quotient = parts[0];
        BigInteger rest = parts[1].abs();
        if (rest.signum() == 0) {
            return quotient;
        }
        boolean negative = dividend.signum() < 0;
        if (!leavesZero(negative, rest.compareTo(divisor.subtract(rest)), quotient.testBit(0))) {
            return quotient;
        }
        return negative ? quotient.subtract(BigInteger.ONE) : quotient.add(BigInteger.ONE);
    }

    /** Whether an inexact quotient, cut towards zero so far, goes one step away from zero. */
    private boolean leavesZero(boolean negative, int restToHalf, boolean odd) {
        switch (this) {
            case HALF_UP:
                return restToHalf >= 0;
            case HALF_EVEN:
                return restToHalf > 0 || (restToHalf == 0 && odd);
            case HALF_DOWN:
                return restToHalf > 0;
            case UP:
                return true;
            case DOWN:
                return false;
            case CEILING:
                return !negative;
            default:
                return negative;
        }
    }
}
