package kpi.data.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** Numbers of cells, from the text in the file to the text a person would type. */
final class Numbers {
    /** No number that a spreadsheet keeps is longer, and checked before it is read as one. */
    private static final int MOST_CHARACTERS = 400;

    private static final int MOST_EXPONENT = 400;

    private static final int MOST_DAYS = 3_000_000;

    private final boolean fifteenDigits;
    private long rounded;

    Numbers(boolean fifteenDigits) {
        this.fifteenDigits = fifteenDigits;
    }

    /** How many numbers were rounded. */
    long rounded() {
        return rounded;
    }

    /** Plain digits. What is no number comes back as it is, and is refused as a cell. */
    String plain(String text) {
        return text.indexOf('e') < 0 && text.indexOf('E') < 0 && !fifteenDigits
                ? text
                : decimal(text).map(this::shown).orElse(text);
    }

    /** 0.0535 as 5.35%. */
    String percent(String text) {
        return decimal(text)
                .map(number -> shown(number.movePointRight(2)) + "%")
                .orElse(text);
    }

    /** The day with this number, 1 being the first of 1900 or 0 that of 1904; the text if it is no whole day. */
    String day(String text, boolean from1904) {
        Optional<BigDecimal> number = decimal(text)
                .filter(day -> day.signum() >= 0 && day.compareTo(BigDecimal.valueOf(MOST_DAYS)) < 0)
                .filter(day -> day.stripTrailingZeros().scale() <= 0);
        // Before March 1900 programs count a day that never was.
        return number.map(BigDecimal::longValue)
                .filter(day -> from1904 || day > 60)
                .map(day -> (from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30)).plusDays(day))
                .map(LocalDate::toString)
                .orElse(text);
    }

    private String shown(BigDecimal number) {
        BigDecimal kept = number;
        if (fifteenDigits && number.precision() > 15) {
            kept = number.round(new MathContext(15, RoundingMode.HALF_UP));
            // Zeros at the end of a binary number's text are no digits.
            if (kept.compareTo(number) != 0) {
                rounded++;
            }
            kept = kept.stripTrailingZeros();
        }
        return kept.toPlainString();
    }

    /** Empty where the text is no number in ASCII digits, or too long for one. */
    private static Optional<BigDecimal> decimal(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (text.length() > MOST_CHARACTERS || !isPlain(digits)) {
            return Optional.empty();
        }
        if (exponent >= 0) {
            String power = text.substring(exponent + 1);
            int sign = power.startsWith("-") || power.startsWith("+") ? 1 : 0;
            boolean isShort = power.length() > sign && power.length() - sign <= 3 && isDigits(power, sign);
            if (!isShort || Math.abs(Integer.parseInt(power)) > MOST_EXPONENT) {
                return Optional.empty();
            }
        }
        return Optional.of(new BigDecimal(text));
    }

    private static boolean isPlain(String digits) {
        int from = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
        int point = digits.indexOf('.');
        if (point < 0) {
            return digits.length() > from && isDigits(digits, from);
        }
        return point > from
                && digits.length() > point + 1
                && isDigits(digits.substring(from, point), 0)
                && isDigits(digits, point + 1);
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
