package kpi.number;

/** Arithmetic on longs that are never the least long. */
final class Longs {
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Longs() {}

    private static long[] powersOfTen() {
        long[] powers = new long[ScaledLong.MAX_SCALE + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** 10 to the power of {@code exponent}, which is from 0 to 18. */
    static long power(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /** Whether the product is a long, and not the least one. */
    static boolean fits(long a, long b) {
        long low = a * b;
        return Math.multiplyHigh(a, b) == low >> 63 && low != Long.MIN_VALUE;
    }

    /** How many of at most {@code places} last digits are zeros; all of them for zero. */
    static int trailingZeros(long value, int places) {
        // An odd number ends in no zero; that is half of all numbers, answered without a division.
        int zeros = 0;
        long rest = value;
        while (zeros < places && (rest & 1) == 0 && rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        return zeros;
    }

    /** How many decimal digits the value has; 1 for zero. */
    static int digits(long value) {
        long rest = Math.abs(value);
        int digits = 1;
        while (digits <= ScaledLong.MAX_SCALE && rest >= POWERS_OF_TEN[digits]) {
            digits++;
        }
        return digits;
    }

    /** Greatest common divisor of a value that is not negative and one that is positive. */
    static long gcd(long a, long b) {
        if (a == 0) {
            return b;
        }
        int twos = Long.numberOfTrailingZeros(a | b);
        long x = a >>> Long.numberOfTrailingZeros(a);
        long y = b >>> Long.numberOfTrailingZeros(b);
        while (x != y) {
            long difference = x - y;
            y = Math.min(x, y);
            x = Math.abs(difference);
            x >>>= Long.numberOfTrailingZeros(x);
        }
        return x << twos;
    }

    /** The value with {@code places} digits behind a point. */
    static String plain(long value, int places) {
        if (places == 0) {
            return Long.toString(value);
        }
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder(ScaledLong.MAX_SCALE + 4);
        if (value < 0) {
            text.append('-');
        }
        for (int i = digits.length(); i <= places; i++) {
            text.append('0');
        }
        text.append(digits);
        return text.insert(text.length() - places, '.').toString();
    }
}
