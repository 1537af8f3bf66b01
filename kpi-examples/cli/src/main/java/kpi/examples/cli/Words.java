package kpi.examples.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Language;
import kpi.diagnostic.Texts;
import kpi.diagnostic.VisibleText;

/** The words of the tool's own output. */
final class Words {
    private static final Texts TEXTS = Texts.of("Words", Words.class::getResourceAsStream);

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** A text; {@code {0}}, {@code {1}} … stand for the values, which are shown, never read as text of ours. */
    String say(String key, Object... values) {
        return PLACE.matcher(TEXTS.text(key, language)).replaceAll(place -> {
            int at = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(
                    at < values.length ? VisibleText.of(String.valueOf(values[at])) : place.group());
        });
    }
}
