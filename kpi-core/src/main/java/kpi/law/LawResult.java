package kpi.law;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.source.Span;

/**
 * What became of a law of the text (檢核).
 *
 * @param kpi the id of the KPI
 * @param span where it stands
 * @param text what it says
 * @param cases how many sets of facts had figures to compare; 0 for one that is proved
 * @param refuted facts for which it does not hold
 * @param overText whether figures stood in place of those that the text states of inputs
 * @param notRun why it was neither proved nor tried: it, its KPI, or one that its KPI rests on does not compile
 */
public record LawResult(
        String kpi,
        Span span,
        LocalText text,
        Standing standing,
        int cases,
        Optional<CounterExample> refuted,
        boolean overText,
        Optional<LocalText> notRun) {
    public LawResult {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(refuted, "refuted");
        Objects.requireNonNull(notRun, "notRun");
    }

    /** How a law stands. */
    public enum Standing {
        /** It follows from the formula. */
        PROVED,
        /** No generated facts refuted it. */
        HELD,
        REFUTED,
        /** No generated facts had figures to compare. */
        UNTESTED,
        /** What it speaks of does not compile. */
        NOT_RUN
    }

    static LawResult notRun(String kpi, Span span, LocalText text, LocalText why) {
        return new LawResult(kpi, span, text, Standing.NOT_RUN, 0, Optional.empty(), false, Optional.of(why));
    }

    /** Whether it was read, and nothing speaks against it. */
    public boolean passed() {
        return standing != Standing.REFUTED && standing != Standing.NOT_RUN;
    }

    /** How it stands, in words. */
    public String standing(Language language) {
        boolean chinese = language == Language.ZH_TW;
        return switch (standing) {
            case PROVED -> chinese ? "由公式證明" : "proved from the formula";
            case HELD -> {
                String held = chinese ? "以 " + cases + " 例檢驗" : "held for " + cases + (cases == 1 ? " case" : " cases");
                String instead = chinese ? "，不限文中所載的數值" : ", with other figures than the text states";
                yield overText ? held + instead : held;
            }
            case REFUTED -> chinese ? "不成立" : "refuted";
            case NOT_RUN -> chinese ? "未執行" : "not run";
            case UNTESTED -> chinese ? "無從檢驗：產生的資料皆算不出值" : "not tested: no generated facts give a figure";
        };
    }
}
