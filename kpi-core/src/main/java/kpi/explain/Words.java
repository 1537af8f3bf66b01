package kpi.explain;

import java.util.List;
import java.util.Optional;
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

    static final LocalText ALLOTTED = new LocalText("配分 ", "allotted ");

    static final LocalText LAST_MILESTONE = new LocalText("依序達成之最後里程碑", "last milestone reached without a gap:");
    static final LocalText HIGHEST_MILESTONE = new LocalText("已達成之最高里程碑", "highest milestone reached:");
    static final LocalText NO_MILESTONE = new LocalText("未達成任何里程碑", "no milestone reached");
    static final LocalText REACHED = new LocalText("已達成", "reached");
    static final LocalText NOT_REACHED = new LocalText("未達成", "not reached");
    static final LocalText NEXT_MILESTONE = new LocalText("下一里程碑", "the next milestone");

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

    /** Which exception to a rule applies, and why. */
    static String exception(String label, String condition, Language language) {
        return language == Language.ZH_TW
                ? "因 " + condition + "，依例外「" + label + "」："
                : "as " + condition + ", by the exception “" + label + "”: ";
    }

    /** In which band of a table a number lies. */
    static String band(String number, String range, Language language) {
        return language == Language.ZH_TW ? number + " 屬「" + range + "」，取 " : number + " is in “" + range + "”: ";
    }

    static String from(String end, boolean in, Language language) {
        if (language == Language.ZH_TW) {
            return in ? end + " 以上" : "超過 " + end;
        }
        return in ? end + " and above" : "above " + end;
    }

    static String upTo(String end, boolean in, Language language) {
        if (language == Language.ZH_TW) {
            return in ? end + " 以下" : "未滿 " + end;
        }
        return in ? end + " and below" : "below " + end;
    }

    static String both(String from, String upTo, Language language) {
        return from + (language == Language.ZH_TW ? "、" : ", ") + upTo;
    }

    /** What follows a value that is tested for having none. */
    static String is(MissingKind kind, Language language) {
        return (language == Language.ZH_TW ? " 為" : " is ") + kind.name(language);
    }

    /** That a value stands in place of one that there is not. */
    static String instead(String without, Language language) {
        return without + (language == Language.ZH_TW ? "，代以 " : ", replaced by ");
    }

    /** Which case was taken, and why: the conditions before it that do not hold, and the one that does. */
    static String branch(List<String> fail, Optional<String> holds, Language language) {
        boolean chinese = language == Language.ZH_TW;
        String without = fail.isEmpty() ? "" : fails(fail, chinese);
        String with = holds.orElse("");
        String between = without.isEmpty() || with.isEmpty() ? "" : chinese ? "，而 " : ", and ";
        return chinese ? "因 " + without + between + with + "，取 " : "as " + without + between + with + ": ";
    }

    private static String fails(List<String> conditions, boolean chinese) {
        if (conditions.size() == 1) {
            return conditions.get(0) + (chinese ? " 不成立" : " does not hold");
        }
        return chinese ? String.join("、", conditions) + " 皆不成立" : "none of " + String.join(", ", conditions) + " holds";
    }
}
