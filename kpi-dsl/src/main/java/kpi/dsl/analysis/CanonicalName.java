package kpi.dsl.analysis;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which two spellings of one name are equal: NFC, full-width signs and letters and lowered digits (X₁) folded, blanks beside
 * brackets dropped ({@code 債務還本數 (實際數)} is {@code 債務還本數(實際數)}). Only ever compared, never shown.
 */
public final class CanonicalName {
    private CanonicalName() {}

    public static String of(String spelling) {
        return isPlain(spelling) ? spelling : folded(spelling);
    }

    /** Letters and digits of ASCII and common Han characters are what they are in every form: nearly all names. */
    private static boolean isPlain(String spelling) {
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c >= '\u4E00' && c <= '\u9FA5';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String spelling) {
        String composed = Normalizer.normalize(spelling.strip(), Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            folded.append(fold(composed.charAt(i)));
        }
        // A letter that was full-width may compose with the mark behind it.
        return Normalizer.normalize(dropBlanksBesideBrackets(folded), Normalizer.Form.NFC);
    }

    /** The form in which names are equal that people take for one another when they read or say them. */
    static String loose(String spelling) {
        return of(spelling).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    static String of(String name, String qualifier) {
        return of(name + "(" + qualifier + ")");
    }

    private static char fold(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - '\uFF01' + '!');
        }
        if (c >= '₀' && c <= '₉') {
            return (char) (c - '₀' + '0');
        }
        return switch (c) {
            case '\u3000', '\u00A0' -> ' ';
            case '〔' -> '(';
            case '〕' -> ')';
            default -> c;
        };
    }

    private static String dropBlanksBesideBrackets(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' '
                    && (isBracket(next(text, i)) || (out.length() > 0 && isBracket(out.charAt(out.length() - 1))))) {
                continue;
            }
            out.append(c);
        }
        return out.toString();
    }

    private static char next(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == ')';
    }
}
