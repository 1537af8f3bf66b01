package kpi.dsl.parser;

/** How a name is spelled once its quotes are taken off. */
final class Names {
    private Names() {}

    static String spelling(String text, boolean quoted) {
        return quoted ? text.substring(1, text.length() - 1).strip() : text.replaceAll("\\s+", " ");
    }
}
