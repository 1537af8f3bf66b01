package kpi.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/** Rounds a value that can only be approximated, to the digits its true value has. */
final class CorrectRounding {
    private static final int GUARD_DIGITS = 8;

    /** Only arguments made for it come this close to a tie; what they ask for is refused, not guessed. */
    private static final int MOST_DIGITS = 1_500;

    private CorrectRounding() {}

    /**
     * The true value rounded half-even to {@code digits}.
     *
     * @param approximation gives the value with a relative error below 10^-w for any w; the true value is no tie itself
     */
    static Exact round(int digits, IntFunction<BigDecimal> approximation) {
        MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
        for (int precision = digits + GUARD_DIGITS; precision <= MOST_DIGITS; precision *= 2) {
            BigDecimal value = approximation.apply(precision);
            BigDecimal error = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - precision);
            BigDecimal low = value.subtract(error).round(context);
            BigDecimal high = value.add(error).round(context);
            if (low.compareTo(high) == 0) {
                return WideDecimal.smallest(low);
            }
        }
        throw NumberException.tooLarge("more than " + MOST_DIGITS + " digits are needed to round the value correctly");
    }
}
