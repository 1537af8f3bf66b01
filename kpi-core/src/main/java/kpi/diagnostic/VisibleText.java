package kpi.diagnostic;

import java.util.Locale;
import kpi.source.DisplayWidth;

/**
 * Text of others, made safe to show: what cannot be seen, or would change how its surroundings are read, appears as its
 * number. Control, bidirectional, zero-width, tag, private-use and noncharacter code points and unpaired surrogates
 * become {@code <U+202E>}; so does a combining mark with no letter to sit on, or the fifth on one letter.
 *
 * <p>Example: {@code VisibleText.of("a\u202Eb")} is {@code a<U+202E>b}.
 */
public final class VisibleText {
    /** More marks than any language stacks: past it they would cover the lines around. */
    private static final int MAXIMUM_MARKS = 4;

    private static final String CUT = "…";

    private VisibleText() {}

    /** The whole text, shown. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The text, shown, in at most so many code points; the last is {@code …} when something was cut. */
    public static String of(String text, int maximum) {
        return isPlain(text) && text.length() <= maximum ? text : escaped(text, maximum);
    }

    /** Letters, signs of ASCII, and common Han characters with their signs hide nothing: nearly all text. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7F
                    || c >= 0x4E00 && c <= 0x9FA5
                    || c >= 0x3001 && c <= 0x3029
                    || c >= 0xFF01 && c <= 0xFF5E;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, int maximum) {
        StringBuilder shown = new StringBuilder();
        Writer writer = new Writer();
        int length = 0;
        int lengthBeforeCut = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String next = writer.next(text.codePointAt(i));
            length += next.codePointCount(0, next.length());
            if (length > maximum) {
                return shown.substring(0, lengthBeforeCut) + CUT;
            }
            shown.append(next);
            if (length < maximum) {
                lengthBeforeCut = shown.length();
            }
        }
        return shown.toString();
    }

    /** The number of a code point, as Unicode writes it: {@code U+0041}. */
    public static String number(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    /** Whether a code point may be shown as it is. */
    public static boolean isVisible(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isNoncharacter(codePoint) && !isIgnorable(codePoint);
        };
    }

    /**
     * Whether a code point has no place in any text: a control character other than a tab, an unpaired surrogate, a
     * noncharacter.
     */
    public static boolean isDamage(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint != '\t'
                && (type == Character.CONTROL || type == Character.SURROGATE || isNoncharacter(codePoint));
    }

    /** Whether a code point turns the direction that text is read in. */
    public static boolean isDirection(int codePoint) {
        return codePoint == 0x061C
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Marks and joining letters take no column of their own. */
    private static boolean isMark(int codePoint) {
        return DisplayWidth.of(codePoint) == 0;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    /** Letters, marks and unassigned code points that Unicode wants drawn as nothing. */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == 0x034F
                || (codePoint >= 0x115F && codePoint <= 0x1160)
                || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0x2800
                || codePoint == 0x3164
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || codePoint == 0xFFA0
                || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    }

    /** Shows one code point after another; knows what the next mark would sit on. */
    static final class Writer {
        private static final int NO_BASE = MAXIMUM_MARKS;

        private int marks = NO_BASE;

        String next(int codePoint) {
            if (!isVisible(codePoint)) {
                marks = NO_BASE;
                return escaped(codePoint);
            }
            if (!isMark(codePoint)) {
                marks = 0;
                return Character.toString(codePoint);
            }
            if (marks >= MAXIMUM_MARKS) {
                return escaped(codePoint);
            }
            marks++;
            return Character.toString(codePoint);
        }

        /** The next mark is written as its number: it shall not sit on what came before. */
        void detach() {
            marks = NO_BASE;
        }

        private static String escaped(int codePoint) {
            return "<" + number(codePoint) + ">";
        }
    }
}
