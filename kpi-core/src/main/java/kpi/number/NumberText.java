package kpi.number;

import java.math.RoundingMode;

/**
 * Numbers as documents print them: {@code 123,376,890,000}, {@code １２．５}, {@code 6億5,202萬}, {@code 2兆1,749億}.
 *
 * <p>Never guesses. A number has digits of one width, groups of three by one separator, one point, and magnitudes that fall;
 * what has two readings is a {@link Fault}, as {@code 3萬5} is, which people mean as 35,000 and which says 30,005.
 */
public final class NumberText {
    /** Places of a number whose digits never end, and its significant digits where those are more. */
    private static final int RENDERED = 20;

    private NumberText() {}

    /** What surrounds a number decides what may belong to it. */
    public enum Style {
        /**
         * A figure in a table or a text: it may have a sign, ， groups like a comma, and a separator before a digit that makes no
         * proper group is a fault, as in {@code 1,5}.
         */
        PRINTED,
        /** A literal of a formula: the sign is an operator, ， is punctuation, and a comma that makes no group ends the number. */
        FORMULA
    }

    /** What was found at the start: a number, or why there is none. */
    public sealed interface Reading permits Number, Fault {}

    /**
     * A number was read.
     *
     * @param end the offset behind its last character, in UTF-16 units
     * @param resolution one unit of the last printed digit: 66億 resolves 1億, 5.35 resolves 0.01
     * @param grouped whether it was printed with separators between groups of three digits
     * @param exponent whether it was printed with an exponent
     */
    public record Number(Exact value, int end, Exact resolution, boolean grouped, boolean exponent)
            implements Reading {}

    /**
     * There is no number that could be read.
     *
     * @param offset where the trouble is, in UTF-16 units
     * @param detail what stands there, for a message: the character as {@code U+0661}, the limit as digits, the text as printed
     */
    public record Fault(Kind kind, int offset, String detail) implements Reading {
        /** Why not. */
        public enum Kind {
            NOT_A_NUMBER,
            /** A separator that does not stand before exactly three digits: {@code 1,5}, {@code 1.234,56}, {@code 0,123}. */
            BAD_GROUPING,
            /** A digit that is neither 0 to 9 nor full-width. */
            FOREIGN_DIGIT,
            /** Narrow and full-width digits in one number: {@code 1２}. */
            MIXED_WIDTH,
            TOO_MANY_DIGITS,
            EXPONENT_TOO_LARGE,
            /** A later part is not smaller than the magnitude before it: {@code 5萬6億}, {@code 6.5億5,202萬}. */
            MAGNITUDES_NOT_FALLING,
            /** The digits behind a magnitude do not fill its places: {@code 3萬5}, {@code 1億5千}. */
            SHORTHAND
        }
    }

    /** Reads the longest number at {@code start} as {@link Style#PRINTED}. The unit behind it is left alone. */
    public static Reading read(CharSequence text, int start, NumberBudget budget) {
        return read(text, start, budget, Style.PRINTED);
    }

    /** Reads the longest number at {@code start}. The unit behind it is left alone. */
    public static Reading read(CharSequence text, int start, NumberBudget budget, Style style) {
        return new NumberReader(text, start, budget, style).read();
    }

    /** Without grouping and exponent: {@code 123376890000}, {@code 5.35}; a fraction that does not terminate as {@code 1/3}. */
    public static String plain(Exact value) {
        return value.toString();
    }

    /**
     * Always a decimal, without grouping and exponent: exactly where the digits end, else rounded half up to 20 places, or to 20
     * significant digits where that is finer, so that what is not 0 never reads as 0.
     */
    public static String decimal(Exact value) {
        if (value.isDecimal()) {
            return plain(value);
        }
        boolean small = value.abs().compareTo(Exact.ONE) < 0;
        return plain(small ? value.roundToDigits(RENDERED, Rounding.HALF_UP) : value.round(RENDERED, Rounding.HALF_UP));
    }

    /** With exactly {@code places} places: {@code 99.00}. */
    public static String decimal(Exact value, int places, Rounding mode) {
        return value.toBigDecimal(places, mode.mode()).toPlainString();
    }

    /** With exactly {@code places} places, rounded half up, in groups of three: {@code 123,376,890,000.00}. */
    public static String grouped(Exact value, int places) {
        StringBuilder text = new StringBuilder(decimal(value, places, Rounding.HALF_UP));
        int point = text.indexOf(".");
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int i = (point < 0 ? text.length() : point) - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** Exactly, if {@code maxPlaces} places suffice, else cut, never rounded, and marked so: {@code 49.7333…}. */
    public static String shortest(Exact value, int maxPlaces) {
        Exact cut = value.round(maxPlaces, Rounding.DOWN);
        if (cut.equals(value)) {
            return plain(value);
        }
        String digits = cut.abs().toBigDecimal(maxPlaces, RoundingMode.DOWN).toPlainString();
        return (value.signum() < 0 ? "-" : "") + digits + "…";
    }
}
