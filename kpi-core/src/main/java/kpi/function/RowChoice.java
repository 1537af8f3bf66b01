package kpi.function;

import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/**
 * One of several definitions that published schemes use under one name, so that a formula has to say which.
 *
 * @param name how a formula says it, in both languages
 * @param doc what it means
 */
public record RowChoice(LocalText name, LocalText doc) {
    static RowChoice of(String en, String zh, String docEn, String docZh) {
        return new RowChoice(new LocalText(zh, en), new LocalText(docZh, docEn));
    }

    /** Whether a formula that says this means it. */
    public boolean isCalled(String spelling) {
        return spelling.equals(name.en()) || spelling.equals(name.zh());
    }

    @Override
    public String toString() {
        return name.in(Language.EN);
    }
}
