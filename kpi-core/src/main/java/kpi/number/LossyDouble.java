package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The nearest double. */
final class LossyDouble {
    /** A tie between two doubles has at most 767 digits; what is cut behind more of them never decides. */
    private static final MathContext CUT = new MathContext(800, RoundingMode.DOWN);

    private LossyDouble() {}

    static double of(Exact value) {
        double result = value.isDecimal() ? value.decimal().doubleValue() : nearest(value);
        if (Double.isInfinite(result)) {
            throw NumberException.tooLarge("no double is near the number");
        }
        return result;
    }

    private static double nearest(Exact fraction) {
        BigDecimal denominator = new BigDecimal(fraction.rawDenominator());
        BigDecimal cut = new BigDecimal(fraction.rawNumerator()).divide(denominator, CUT);
        // A fraction never ends, so something follows: a last digit says so.
        BigInteger sticky = cut.unscaledValue().multiply(BigInteger.TEN).add(BigInteger.valueOf(cut.signum()));
        return new BigDecimal(sticky, cut.scale() + 1).doubleValue();
    }
}
