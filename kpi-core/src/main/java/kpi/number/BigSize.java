package kpi.number;

import java.math.BigInteger;

/** How long big integers are, and where they are refused. */
final class BigSize {
    private static final BigInteger LEAST_FRACTION_REFUSED = BigInteger.TEN.pow(NumberBudget.FRACTION_DIGITS);

    /** A decimal digit takes log2(10) = 3.3219… bits: between 33/10 and 10/3. */
    private static final int HOPELESS_BITS = 4 * NumberBudget.DECIMAL_DIGITS * 10 / 3;

    private BigSize() {}

    /** Refuses what even its trailing zeros could hardly bring within the budget, before any work on it. */
    static void refuseHopeless(BigInteger value) {
        if (value.bitLength() > HOPELESS_BITS) {
            throw NumberException.tooLarge("more than " + NumberBudget.DECIMAL_DIGITS + " digits");
        }
    }

    /** Refuses a decimal past the budget. */
    static void refuseDecimal(BigInteger unscaled, long scale) {
        if (Math.abs(scale) > NumberBudget.DECIMAL_DIGITS
                || digits(unscaled, (int) scale) > NumberBudget.DECIMAL_DIGITS) {
            throw NumberException.tooLarge("more than " + NumberBudget.DECIMAL_DIGITS + " digits");
        }
    }

    /** Refuses a numerator or denominator past the budget. */
    static void refuseFraction(BigInteger part) {
        // 3.3 bits a digit is less than any number has, so a shorter one needs no comparison.
        if (part.bitLength() > NumberBudget.FRACTION_DIGITS * 33 / 10
                && part.abs().compareTo(LEAST_FRACTION_REFUSED) >= 0) {
            throw NumberException.tooLarge("a fraction of more than " + NumberBudget.FRACTION_DIGITS + " digits");
        }
    }

    /** The digits it takes to write {@code unscaled} × 10^-scale without an exponent. */
    static int digits(BigInteger unscaled, int scale) {
        int digits = digits(unscaled);
        return scale >= 0 ? Math.max(digits, scale) : digits - scale;
    }

    /** How many decimal digits the integer has; 1 for zero. */
    static int digits(BigInteger value) {
        return new java.math.BigDecimal(value).precision();
    }

    /** In how many zeros the value, which is not zero, ends. */
    static int trailingZeros(BigInteger value) {
        // Every zero takes a factor of two, and more than three bits.
        int most = Math.min(value.getLowestSetBit(), value.bitLength() / 3);
        if (most == 0) {
            return 0;
        }
        int zeros = 0;
        BigInteger rest = value;
        for (int step = Integer.highestOneBit(most); step > 0; step >>= 1) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.TEN.pow(step));
            if (parts[1].signum() == 0) {
                rest = parts[0];
                zeros += step;
            }
        }
        return zeros;
    }

    /** How often five divides the value, which is positive. */
    static int fives(BigInteger value) {
        int fives = 0;
        BigInteger rest = value;
        // A power of five takes more than two bits a factor.
        for (int step = Integer.highestOneBit(Math.max(1, value.bitLength() / 2)); step > 0; step >>= 1) {
            BigInteger[] parts = rest.divideAndRemainder(FIVE.pow(step));
            if (parts[1].signum() == 0) {
                rest = parts[0];
                fives += step;
            }
        }
        return fives;
    }

    static final BigInteger FIVE = BigInteger.valueOf(5);
}
