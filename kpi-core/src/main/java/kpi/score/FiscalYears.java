package kpi.score;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.KpiModel;
import kpi.model.PastValue;
import kpi.model.Window;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import kpi.value.ReportingPeriod.Grain;

/**
 * Years that do not compare though their numbers follow one another: until 民國 88 the fiscal year ran from July to June,
 * 88下半年及89 was one of 18 months, and since 90 it is the calendar year. What a figure counts is not known here, so a rule
 * that puts such years together is warned of, never refused.
 */
final class FiscalYears {
    /** The last year whose fiscal year ended in June (民國 88). */
    private static final int LAST_TO_JUNE = 1999;

    /** The first whose fiscal year is the calendar year (民國 90). */
    private static final int FIRST_OF_CALENDAR = 2001;

    private static final int MOST_SHOWN = 5;

    private FiscalYears() {}

    /** What is to be said of a rule that looks at these values of other periods; empty for nearly every period. */
    static Optional<Problem> warning(
            KpiModel kpi, List<PastValue> recalled, ReportingPeriod at, CalendarKind calendar) {
        if (calendar != CalendarKind.ROC || at.last().getYear() < LAST_TO_JUNE) {
            return Optional.empty();
        }
        return recalled.stream()
                .map(value -> together(value.window(), at))
                .filter(periods -> periods.size() > 1 && isMixed(periods))
                .findFirst()
                .map(periods -> told(kpi, periods));
    }

    /** What is to be said of two years that are held against each other. */
    static Optional<Problem> warning(KpiModel kpi, ReportingPeriod from, ReportingPeriod to, CalendarKind calendar) {
        SortedSet<ReportingPeriod> both = new TreeSet<>(List.of(from, to));
        boolean years = calendar == CalendarKind.ROC && to.grain() == Grain.YEAR;
        return years && isMixed(both) ? Optional.of(told(kpi, both)) : Optional.empty();
    }

    private static Problem told(KpiModel kpi, SortedSet<ReportingPeriod> periods) {
        return Problem.of(ScoreCode.FISCAL_YEARS, kpi.span())
                .with("kpi", kpi.id())
                .with("periods", new LocalText(shown(periods, Language.ZH_TW), shown(periods, Language.EN)))
                .build();
    }

    /** The periods that a rule puts together; a year that it names itself is its own business. */
    private static SortedSet<ReportingPeriod> together(Window window, ReportingPeriod at) {
        SortedSet<ReportingPeriod> periods = new TreeSet<>();
        boolean years = at.grain() == Grain.YEAR || window instanceof Window.YearToDate;
        boolean named = window instanceof Window.At || window instanceof Window.Closing;
        if (years && !named) {
            periods.add(at);
            window.others(at).ifPresent(periods::addAll);
        }
        return periods;
    }

    /** Whole years of both kinds or of 18 months; parts of a year that was not the fiscal one. */
    private static boolean isMixed(SortedSet<ReportingPeriod> periods) {
        int first = periods.first().last().getYear();
        int last = periods.last().last().getYear();
        boolean whole = periods.last().grain() == Grain.YEAR;
        return first < FIRST_OF_CALENDAR && (whole ? last > LAST_TO_JUNE : last >= LAST_TO_JUNE);
    }

    private static String shown(SortedSet<ReportingPeriod> periods, Language language) {
        String shown = periods.stream()
                .limit(MOST_SHOWN)
                .map(period -> period.display(language))
                .collect(Collectors.joining(language == Language.ZH_TW ? "、" : ", "));
        return periods.size() > MOST_SHOWN ? shown + " …" : shown;
    }
}
