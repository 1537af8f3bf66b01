package kpi.explain;

import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.Aggregate;
import kpi.model.MissingKind;

/** The few words explanations use. */
final class Words {
    static final LocalText COLON = new LocalText("：", ": ");
    static final LocalText FAILED = new LocalText("無法計算", "cannot be computed");
    static final LocalText LEFT_OUT = new LocalText("，略去", ", left out");
    static final LocalText LIST_SEPARATOR = new LocalText("、", ", ");
    static final LocalText AND = new LocalText(" 且 ", " and ");
    static final LocalText OR = new LocalText(" 或 ", " or ");
    static final LocalText NOT = new LocalText("非 ", "not ");
    static final LocalText CONDITION_FAILS = new LocalText("條件不成立", "its condition does not hold");

    private Words() {}

    static String inBrackets(String text, Language language) {
        return language == Language.ZH_TW ? "〔" + text + "〕" : "[" + text + "]";
    }

    /** How many digits a number too long to show has. */
    static String digits(int digits, Language language) {
        return language == Language.ZH_TW ? "〔" + digits + " 位數〕" : "[" + digits + " digits]";
    }

    /** How many rows an aggregate is of, and how many were left out for lack of a figure. */
    static String rows(Aggregate aggregate, long rows, long leftOut, Language language) {
        String of = rows(aggregate, rows, language);
        if (leftOut == 0) {
            return of;
        }
        return language == Language.ZH_TW
                ? of + "（略去缺值 " + leftOut + " 筆）"
                : of + " (" + leftOut + " without a value left out)";
    }

    /** What a row is compared with. */
    static String among(Aggregate aggregate, String own, long rows, long leftOut, Language language) {
        if (language == Language.ZH_TW) {
            return own + " 在 " + rows + " 筆中的" + aggregate.name(language)
                    + (leftOut == 0 ? "" : "（略去缺值 " + leftOut + " 筆）");
        }
        return aggregate.name(language) + " of " + own + " among " + rows + (rows == 1 ? " row" : " rows")
                + (leftOut == 0 ? "" : " (" + leftOut + " without a value left out)");
    }

    static String rows(Aggregate aggregate, long rows, Language language) {
        if (language == Language.ZH_TW) {
            return aggregate.function().values() == 0 ? "筆數" : rows + " 筆" + aggregate.name(language);
        }
        return aggregate.function().values() == 0
                ? "number of rows"
                : aggregate.name(language) + " of " + rows + (rows == 1 ? " row" : " rows");
    }

    /** Which exception to a rule applies. */
    static String exception(String label, Language language) {
        return language == Language.ZH_TW ? "依例外「" + label + "」：" : "by the exception “" + label + "”: ";
    }

    /** What follows a value that is tested for having none. */
    static String is(MissingKind kind, Language language) {
        return (language == Language.ZH_TW ? " 為" : " is ") + kind.name(language);
    }

    /** That a value stands in place of one that there is not. */
    static String instead(String without, Language language) {
        return without + (language == Language.ZH_TW ? "，代以 " : ", replaced by ");
    }

    /** Which branch of a condition was taken, and why. */
    static String branch(String condition, boolean holds, Language language) {
        if (language == Language.ZH_TW) {
            return "因 " + condition + (holds ? "，取 " : " 不成立，取 ");
        }
        return "as " + condition + (holds ? ": " : " does not hold: ");
    }
}
