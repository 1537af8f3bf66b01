package kpi.number;

import java.math.BigInteger;
import java.util.Locale;
import kpi.diagnostic.KpiUsageException;
import kpi.number.NumberText.Fault;
import kpi.number.NumberText.Fault.Kind;
import kpi.number.NumberText.Number;
import kpi.number.NumberText.Reading;
import kpi.number.NumberText.Style;

/**
 * Reads one number: sign, parts of digits each with its magnitude, or one part with an exponent. Used once, by one thread.
 *
 * <p>A method that finds a fault keeps it and answers false; the first one ends the reading.
 */
final class NumberReader {
    private static final int NONE = -1;
    private static final int LONG_DIGITS = 18;
    private static final int DETAIL_LENGTH = 20;
    private static final Fault NO_FAULT = new Fault(Kind.NOT_A_NUMBER, NONE, "");

    private final CharSequence text;
    private final int start;
    private final NumberBudget budget;
    private final boolean printed;

    private Fault fault = NO_FAULT;
    private int at;
    private int digits;
    private boolean wide;
    private boolean grouped;
    private boolean exponent;
    private int exponentShift;
    private char separator;

    // The part that is being read.
    private int partStart;
    private int partDigits;
    private int places;
    private long small;

    NumberReader(CharSequence text, int start, NumberBudget budget, Style style) {
        if (start < 0 || start > text.length()) {
            throw new KpiUsageException("offset " + start + " is outside a text of length " + text.length());
        }
        this.text = text;
        this.start = start;
        this.budget = budget;
        this.printed = style == Style.PRINTED;
    }

    Reading read() {
        at = start;
        boolean negative = false;
        if (printed && isSign(charAt(at))) {
            negative = charAt(at) == '-' || charAt(at) == '−' || charAt(at) == '－';
            at++;
        }
        if (digit(charAt(at)) == NONE) {
            return isForeignDigit(at) ? foreignDigit(at) : new Fault(Kind.NOT_A_NUMBER, at, excerpt(start));
        }
        wide = isWide(charAt(at));
        try {
            Reading reading = readParts();
            return negative && reading instanceof Number number ? negated(number) : reading;
        } catch (NumberException tooLarge) {
            // Only a budget of the host's that is wider than the standard one leads here.
            return tooManyDigits(start);
        }
    }

    private Reading readParts() {
        if (!readPart()) {
            return fault;
        }
        int shift = readMagnitude();
        if (shift == 0 && !readExponent()) {
            return fault;
        }
        Exact value = part(shift);
        int scale = places - shift;
        int above = shift;
        while (above > 0 && digit(charAt(at)) != NONE) {
            if (places > 0) {
                return new Fault(Kind.MAGNITUDES_NOT_FALLING, at, excerpt(start));
            }
            if (!readPart()) {
                return fault;
            }
            shift = readMagnitude();
            Exact part = part(shift);
            if (shift >= above || part.compareTo(Exact.of(1, -above)) >= 0) {
                return new Fault(Kind.MAGNITUDES_NOT_FALLING, partStart, excerpt(start));
            }
            if (isShorthand(above, shift)) {
                return new Fault(Kind.SHORTHAND, partStart, excerpt(start));
            }
            value = value.plus(part);
            scale = places - shift;
            above = shift;
        }
        return new Number(value, at, Exact.of(1, scale + exponentShift), grouped, exponent);
    }

    /**
     * Whether people also read the part as the next lower magnitude: digits that do not fill the places of the magnitude before
     * them, or 千 behind 億.
     */
    private boolean isShorthand(int above, int shift) {
        return shift == 0 ? partDigits - places != above : shift == 3 && above >= 8;
    }

    /** Reads digits, with groups or a point. */
    private boolean readPart() {
        partStart = at;
        partDigits = 0;
        places = 0;
        small = 0;
        separator = 0;
        if (!readDigits()) {
            return false;
        }
        boolean firstGroup = true;
        while (isSeparator(charAt(at))) {
            if (!isGroup(firstGroup)) {
                return !printed || digit(charAt(at + 1)) == NONE || badGrouping();
            }
            firstGroup = false;
            grouped = true;
            separator = charAt(at);
            at++;
            if (!readDigits()) {
                return false;
            }
        }
        char point = charAt(at);
        if ((point != '.' && point != '．') || digit(charAt(at + 1)) == NONE) {
            return true;
        }
        at++;
        int before = partDigits;
        if (!readDigits()) {
            return false;
        }
        places = partDigits - before;
        return !printed || !isSeparator(charAt(at)) || digit(charAt(at + 1)) == NONE || badGrouping();
    }

    private boolean readDigits() {
        for (int value = digit(charAt(at)); value != NONE; value = digit(charAt(at))) {
            if (isWide(charAt(at)) != wide) {
                return refuse(new Fault(Kind.MIXED_WIDTH, at, excerpt(start)));
            }
            digits++;
            partDigits++;
            if (digits > budget.literalDigits()) {
                return refuse(tooManyDigits(at));
            }
            if (partDigits <= LONG_DIGITS) {
                small = small * 10 + value;
            }
            at++;
        }
        return !isForeignDigit(at) || refuse(foreignDigit(at));
    }

    /** Whether the separator here stands before exactly three digits, and behind one to three that do not start with zero. */
    private boolean isGroup(boolean firstGroup) {
        boolean properHead = firstGroup ? partDigits <= 3 && digit(charAt(partStart)) != 0 : charAt(at) == separator;
        return properHead
                && digit(charAt(at + 1)) != NONE
                && digit(charAt(at + 2)) != NONE
                && digit(charAt(at + 3)) != NONE
                && digit(charAt(at + 4)) == NONE;
    }

    private boolean isSeparator(char c) {
        return c == ',' || (printed && c == '，');
    }

    /** The zeros of the magnitude here, which is passed; 0 if there is none. */
    private int readMagnitude() {
        int length = Magnitude.length(text, at);
        int zeros = length == 0 ? 0 : Magnitude.zeros(text, at, length);
        at += length;
        return zeros;
    }

    private boolean readExponent() {
        char e = charAt(at);
        if ((e != 'e' && e != 'E') || grouped) {
            return true;
        }
        char sign = charAt(at + 1);
        int first = sign == '+' || sign == '-' ? at + 2 : at + 1;
        if (!isNarrowDigit(charAt(first))) {
            return true;
        }
        int value = 0;
        int i = first;
        for (; isNarrowDigit(charAt(i)); i++) {
            value = value * 10 + charAt(i) - '0';
            if (value > budget.literalExponent()) {
                return refuse(new Fault(Kind.EXPONENT_TOO_LARGE, at, Integer.toString(budget.literalExponent())));
            }
        }
        at = i;
        exponent = true;
        exponentShift = sign == '-' ? value : -value;
        return true;
    }

    private Exact part(int shift) {
        int scale = places - shift + exponentShift;
        if (partDigits <= LONG_DIGITS) {
            return Exact.of(small, scale);
        }
        StringBuilder plain = new StringBuilder(partDigits);
        for (int i = partStart; plain.length() < partDigits; i++) {
            int value = digit(charAt(i));
            if (value != NONE) {
                plain.append((char) ('0' + value));
            }
        }
        return WideDecimal.smallest(new BigInteger(plain.toString()), scale);
    }

    private static Number negated(Number number) {
        return new Number(
                number.value().negate(), number.end(), number.resolution(), number.grouped(), number.exponent());
    }

    private boolean badGrouping() {
        return refuse(new Fault(Kind.BAD_GROUPING, at, excerpt(start)));
    }

    private boolean refuse(Fault found) {
        fault = found;
        return false;
    }

    private Fault tooManyDigits(int offset) {
        return new Fault(Kind.TOO_MANY_DIGITS, offset, Integer.toString(budget.literalDigits()));
    }

    private Fault foreignDigit(int offset) {
        String code = Integer.toHexString(Character.codePointAt(text, offset)).toUpperCase(Locale.ROOT);
        return new Fault(Kind.FOREIGN_DIGIT, offset, "U+" + "0".repeat(Math.max(0, 4 - code.length())) + code);
    }

    /** The text from an offset on, no longer than a message can bear, and not cut inside a character. */
    private String excerpt(int from) {
        int end = Math.min(text.length(), from + DETAIL_LENGTH);
        if (end < text.length() && end > from && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(from, end).toString();
    }

    private boolean isForeignDigit(int index) {
        return index < text.length()
                && Character.isDigit(Character.codePointAt(text, index))
                && digit(text.charAt(index)) == NONE;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '−' || c == '－' || c == '＋';
    }

    private static boolean isNarrowDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWide(char c) {
        return c >= '０';
    }

    private static int digit(char c) {
        if (isNarrowDigit(c)) {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : NONE;
    }
}
