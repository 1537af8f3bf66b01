package kpi.number;

import java.math.BigInteger;
import kpi.diagnostic.KpiUsageException;

/** Reads {@link Exact#toString()} back. */
final class CanonicalText {
    /** A sign, a slash or point, and two parts of a fraction or all digits of a decimal. */
    private static final int LONGEST = NumberBudget.DECIMAL_DIGITS + 3;

    private CanonicalText() {}

    static Exact read(String text) {
        if (text.length() > LONGEST) {
            throw NumberException.tooLarge("a text of " + text.length() + " characters");
        }
        int first = text.startsWith("-") ? 1 : 0;
        int split = first;
        while (split < text.length() && isDigit(text.charAt(split))) {
            split++;
        }
        if (split == first) {
            throw refusal();
        }
        if (split == text.length()) {
            return WideDecimal.smallest(new BigInteger(text), 0);
        }
        char sign = text.charAt(split);
        String rest = text.substring(split + 1);
        if (rest.isEmpty() || !rest.chars().allMatch(c -> isDigit((char) c)) || (sign != '.' && sign != '/')) {
            throw refusal();
        }
        String head = text.substring(0, split);
        return sign == '.'
                ? WideDecimal.smallest(new BigInteger(head + rest), rest.length())
                : Fraction.reduced(new BigInteger(head), new BigInteger(rest));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static KpiUsageException refusal() {
        return new KpiUsageException("not a number in canonical form, such as -5.35 or 1/3");
    }
}
