package kpi.data;

import java.text.Normalizer;

/**
 * How names of columns compare: as NFC, with full-width signs as their narrow twins, and without the spaces and line
 * breaks that only lay a printed heading out.
 *
 * <p>Example: {@code fold("目標\n達成度％")} equals {@code fold("目標達成度%")}.
 */
public final class ColumnNames {
    private ColumnNames() {}

    /** The form two names share when they name one column. Letter case counts. */
    public static String fold(String name) {
        return isFolded(name) ? name : folded(name);
    }

    /** ASCII without blanks, and common Han characters, are what they are in every form: nearly all names. */
    private static boolean isFolded(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c > ' ' && c < 0x7F || c >= 0x4E00 && c <= 0x9FA5)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        String text = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = true;
                continue;
            }
            int narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
            if (space && folded.length() > 0 && narrow != '(' && !isHan(narrow) && !isHan(last(folded))) {
                folded.append(' ');
            }
            space = false;
            folded.appendCodePoint(narrow);
        }
        // A letter that was full-width may compose with the mark behind it.
        String narrowed = folded.toString();
        return isPlain(narrowed) ? narrowed : Normalizer.normalize(narrowed, Normalizer.Form.NFC);
    }

    /** No character behind the ideographic space is one. */
    static boolean isSpace(int c) {
        return c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' : c > 0x7F && c <= 0x3000 && Character.isSpaceChar(c);
    }

    private static int last(CharSequence text) {
        return Character.codePointBefore(text, text.length());
    }

    /** Between Han characters a space only lays out; between Latin words it parts them. */
    private static boolean isHan(int c) {
        return Character.isIdeographic(c) || c >= 0x3000 && c <= 0x303F;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
