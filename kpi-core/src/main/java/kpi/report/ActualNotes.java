package kpi.report;

import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.Mark;

/** What is said under a table of an actual that is early, stated or approximate. */
final class ActualNotes {
    private ActualNotes() {}

    /** The signs to put behind the figure. */
    static String signs(Figure actual, Footnotes notes, Language language) {
        boolean chinese = language == Language.ZH_TW;
        StringBuilder signs = new StringBuilder();
        if (actual.marks().contains(Mark.PROVISIONAL)) {
            String provisional = chinese ? "暫定" : "provisional";
            signs.append(notes.sign(actual.coversToText()
                    .map(day -> chinese ? "提前資料，截至" + day + "（暫定）" : "early data, to " + day + " (provisional)")
                    .orElse(provisional)));
        }
        if (actual.marks().contains(Mark.REPORTED)) {
            signs.append(notes.sign(chinese ? "填報值，非由公式算得" : "reported, not computed from the formula"));
        }
        if (actual.marks().contains(Mark.APPROXIMATE)) {
            signs.append(notes.sign(chinese ? "近似值" : "approximate"));
        }
        return signs.toString();
    }
}
