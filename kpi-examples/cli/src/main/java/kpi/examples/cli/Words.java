package kpi.examples.cli;

import kpi.diagnostic.Language;
import kpi.diagnostic.Texts;

/** The words of the tool's own output. */
final class Words {
    private static final Texts TEXTS = Texts.of("Words", Words.class::getResourceAsStream);

    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** A text; {@code {0}}, {@code {1}} … stand for the values. */
    String say(String key, Object... values) {
        String text = TEXTS.text(key, language);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
