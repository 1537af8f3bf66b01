package kpi.dsl.parser;

import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/** Texts of this package as arguments of a message. */
final class SyntaxTexts {
    private SyntaxTexts() {}

    /** What was expected, by the last part of its key. */
    static LocalText expected(String name) {
        String key = "expected." + name;
        return new LocalText(SyntaxCode.TEXTS.text(key, Language.ZH_TW), SyntaxCode.TEXTS.text(key, Language.EN));
    }
}
