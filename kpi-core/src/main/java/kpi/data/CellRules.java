package kpi.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.value.Absence;
import kpi.value.CalendarKind;

/**
 * How texts in cells are read. Numbers are read as printed: full-width digits, thousands in proper groups by a comma, a
 * unit behind them. Nothing but an empty text is missing unless it is declared here.
 *
 * <p>Example: {@code CellRules.standard().missing("-", Absence.NONE).grouping(' ')}.
 *
 * @param missingTexts texts that stand for a missing value, such as {@code -} or {@code …}, with its kind
 * @param grouping a sign other than the comma that groups digits in threes
 * @param calendar the calendar of years in dates and periods, whatever the columns declare
 */
public record CellRules(
        Map<String, Absence> missingTexts, Optional<Character> grouping, Optional<CalendarKind> calendar) {
    private static final String GROUPING_SIGNS = ",， '’_\u00A0\u2009\u202F";

    private static final CellRules STANDARD = new CellRules(Map.of(), Optional.empty(), Optional.empty());

    public CellRules {
        missingTexts = Map.copyOf(missingTexts);
        for (String text : missingTexts.keySet()) {
            if (text.isEmpty()
                    || ColumnNames.isSpace(text.codePointAt(0))
                    || ColumnNames.isSpace(text.codePointBefore(text.length()))) {
                throw new KpiUsageException("a text for a missing value neither is empty nor has spaces around it");
            }
        }
        if (grouping.isPresent() && GROUPING_SIGNS.indexOf(grouping.get()) < 0) {
            throw new KpiUsageException("digits cannot be grouped by '" + grouping.get() + "'");
        }
    }

    public static CellRules standard() {
        return STANDARD;
    }

    /** The text stands for a missing value in columns that may be missing. */
    public CellRules missing(String text, Absence kind) {
        Map<String, Absence> more = new LinkedHashMap<>(missingTexts);
        more.put(text, kind);
        return new CellRules(more, grouping, calendar);
    }

    /** The sign groups digits in threes; the comma always may. Refuses signs that mean something else, such as a point. */
    public CellRules grouping(char sign) {
        return new CellRules(missingTexts, Optional.of(sign), calendar);
    }

    /** Years that a text does not name otherwise are of this calendar. */
    public CellRules calendar(CalendarKind kind) {
        return new CellRules(missingTexts, grouping, Optional.of(kind));
    }
}
