package kpi.dsl.parser;

import java.util.regex.Pattern;

/** How a name is spelled once its quotes are taken off. */
final class Names {
    // Compiled once: a name stands deep in a formula, where little stack may be left.
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Names() {}

    static String spelling(String text, boolean quoted) {
        if (quoted) {
            return text.substring(1, text.length() - 1).strip();
        }
        return hasBlank(text) ? BLANKS.matcher(text).replaceAll(" ") : text;
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }
}
