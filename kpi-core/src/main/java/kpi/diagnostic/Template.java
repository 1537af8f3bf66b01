package kpi.diagnostic;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts arguments into a text. One pass: an argument is data, whatever braces or percent signs it holds. */
final class Template {
    /** Longer than any text that is written with care. */
    static final int MAXIMUM_LENGTH = 500;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

    private Template() {}

    /** The filled text; a placeholder without an argument stays as it is. */
    static String fill(String template, Map<String, LocalText> arguments, Language language) {
        return fill(template, arguments, language, MAXIMUM_LENGTH);
    }

    static String fill(String template, Map<String, LocalText> arguments, Language language, int maximum) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            filled.append(template, from, placeholder.start());
            LocalText argument = arguments.get(placeholder.group(1));
            filled.append(argument == null ? placeholder.group() : argument.in(language));
            from = placeholder.end();
        }
        return cut(filled.append(template, from, template.length()).toString(), maximum);
    }

    /** The names of the placeholders, in order. */
    static Set<String> placeholders(String template) {
        Set<String> names = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            names.add(placeholder.group(1));
        }
        return names;
    }

    private static String cut(String text, int maximum) {
        if (text.length() <= maximum) {
            return text;
        }
        int end = maximum - 1;
        boolean splits = end > 0 && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return text.substring(0, splits ? end - 1 : end) + "…";
    }
}
