package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Rounding to significant digits. */
final class SignificantDigits {
    private SignificantDigits() {}

    static Exact round(Exact value, int digits, Rounding mode) {
        if (digits < 1) {
            throw NumberException.outsideDomain("fewer than one significant digit");
        }
        if (value.isZero()) {
            return value;
        }
        if (value.isDecimal()) {
            BigDecimal decimal = value.decimal();
            long places = (long) decimal.scale() - decimal.precision() + digits;
            return places >= decimal.scale() ? value : value.round((int) places, mode);
        }
        long places = (long) digits - 1 - exponent(value.rawNumerator(), value.rawDenominator());
        return value.round((int) Math.min(places, Integer.MAX_VALUE), mode);
    }

    /** The place of the first digit of n/d: 0 for units, -1 for tenths. The denominator is positive, the numerator not zero. */
    static int exponent(BigInteger numerator, BigInteger denominator) {
        BigInteger n = numerator.abs();
        int guess = BigSize.digits(n) - BigSize.digits(denominator);
        // The guess is right or one too high: 10^guess above n/d.
        boolean high = guess >= 0
                ? n.compareTo(denominator.multiply(BigInteger.TEN.pow(guess))) < 0
                : n.multiply(BigInteger.TEN.pow(-guess)).compareTo(denominator) < 0;
        return high ? guess - 1 : guess;
    }
}
