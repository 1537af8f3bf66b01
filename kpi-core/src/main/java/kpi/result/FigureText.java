package kpi.result;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.Quantity;

/** How figures read in a sentence. */
final class FigureText {
    private FigureText() {}

    /**
     * The value in the unit that documents print. A unit of another dimension only lends its word: a KPI in 分 that is
     * printed as % keeps its number.
     */
    static String shown(Quantity value, Optional<KpiUnit> shownIn, Language language) {
        if (shownIn.isEmpty()) {
            return value.display(language);
        }
        KpiUnit printed = shownIn.get();
        Quantity shown = printed.dimension().equals(value.dimension())
                ? value.as(printed)
                : Quantity.of(value.in(value.unit()), printed);
        return shown.display(language);
    }

    static String suffix(Figure figure, Language language) {
        if (!figure.marks().contains(Mark.PROVISIONAL)) {
            return "";
        }
        boolean zh = language == Language.ZH_TW;
        return figure.coversToText()
                .map(day -> zh ? "（截至" + day + "）" : " (as of " + day + ")")
                .orElse(zh ? "（暫定）" : " (provisional)");
    }

    static String withoutValue(Figure figure, Language language) {
        String kind = figure.absence()
                .map(absence -> absence.in(language))
                .orElseGet(() -> figure.state() == State.MISSING
                        ? Absence.NOT_REPORTED.in(language)
                        : figure.state().name(language));
        String colon = language == Language.ZH_TW ? "：" : ": ";
        return figure.reason()
                .map(reason -> reason.in(language))
                .filter(text -> !text.equals(kind))
                .map(text -> kind + colon + text)
                .orElse(kind);
    }
}
