package kpi.dsl.parser;

import java.util.regex.Pattern;

/** How a name is spelled once its quotes are taken off. */
final class Names {
    // Compiled once: a name stands deep in a formula, where little stack may be left.
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Names() {}

    static String spelling(String text, boolean quoted) {
        return quoted
                ? text.substring(1, text.length() - 1).strip()
                : BLANKS.matcher(text).replaceAll(" ");
    }
}
