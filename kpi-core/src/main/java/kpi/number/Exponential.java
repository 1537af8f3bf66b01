package kpi.number;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The exponential function to any precision. */
final class Exponential {
    /** What big-math is asked for beyond what is needed; its last digits are not relied upon. */
    private static final int GUARD_DIGITS = 10;

    private Exponential() {}

    /** e to the power of {@code value}, which is no larger than {@link Approximations} allows: a relative error below 10^-precision. */
    static BigDecimal exp(BigDecimal value, int precision) {
        // An absolute error of the argument is a relative error of the result.
        int places = Math.min(value.scale(), precision + GUARD_DIGITS);
        MathContext context = new MathContext(precision + GUARD_DIGITS, RoundingMode.HALF_EVEN);
        return BigDecimalMath.exp(value.setScale(places, RoundingMode.HALF_EVEN), context);
    }
}
