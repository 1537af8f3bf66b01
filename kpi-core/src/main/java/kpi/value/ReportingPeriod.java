package kpi.value;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.source.Place;

/**
 * A year, half-year, quarter or month. Equal if it spans the same days: the calendar is only how it is written, so
 * {@code roc(109)} equals {@code western(2020)}.
 *
 * <p>Order goes by the first day, a longer period after a shorter one that begins with it.
 *
 * <p>Example: {@code ReportingPeriod.rocMonth(109, 3).display(Language.ZH_TW)} is {@code "109年3月"}.
 */
public final class ReportingPeriod implements Comparable<ReportingPeriod> {
    private static final int MONTHS_PER_YEAR = 12;

    private static final long FARTHEST = 10_000L * MONTHS_PER_YEAR;

    private static final Comparator<ReportingPeriod> ORDER =
            Comparator.comparing(ReportingPeriod::first).thenComparing(ReportingPeriod::last);

    private final CalendarKind calendar;
    private final Grain grain;
    private final int westernYear;
    private final int index;

    /** How long a period is. */
    public enum Grain {
        YEAR(MONTHS_PER_YEAR),
        HALF_YEAR(6),
        QUARTER(3),
        MONTH(1);

        private final int months;

        Grain(int months) {
            this.months = months;
        }

        /** The months it spans. */
        public int months() {
            return months;
        }

        int perYear() {
            return MONTHS_PER_YEAR / months;
        }
    }

    private ReportingPeriod(CalendarKind calendar, Grain grain, int westernYear, int index) {
        this.calendar = calendar;
        this.grain = grain;
        this.westernYear = westernYear;
        this.index = index;
    }

    /**
     * A period as it is written in a calendar.
     *
     * @param index which of the year, from 1; 1 for the year itself
     * @throws KpiUsageException if the year is outside {@link CalendarKind#holds} or the index outside the year
     */
    public static ReportingPeriod of(CalendarKind calendar, int year, Grain grain, int index) {
        if (!calendar.holds(year)) {
            throw new KpiUsageException("no year " + year + " in the calendar " + calendar);
        }
        if (index < 1 || index > grain.perYear()) {
            throw new KpiUsageException("no " + grain + " " + index + " in a year");
        }
        return new ReportingPeriod(calendar, grain, calendar.toWestern(year), index);
    }

    /** 109 is 民國109年, 2020. */
    public static ReportingPeriod roc(int year) {
        return of(CalendarKind.ROC, year, Grain.YEAR, 1);
    }

    /** A quarter, 1 to 4. */
    public static ReportingPeriod rocQuarter(int year, int quarter) {
        return of(CalendarKind.ROC, year, Grain.QUARTER, quarter);
    }

    /** A month, 1 to 12. */
    public static ReportingPeriod rocMonth(int year, int month) {
        return of(CalendarKind.ROC, year, Grain.MONTH, month);
    }

    /** A Western year. */
    public static ReportingPeriod western(int year) {
        return of(CalendarKind.WESTERN, year, Grain.YEAR, 1);
    }

    /** A quarter, 1 to 4. */
    public static ReportingPeriod westernQuarter(int year, int quarter) {
        return of(CalendarKind.WESTERN, year, Grain.QUARTER, quarter);
    }

    /** A month, 1 to 12. */
    public static ReportingPeriod westernMonth(int year, int month) {
        return of(CalendarKind.WESTERN, year, Grain.MONTH, month);
    }

    /**
     * Reads a period as documents print it: {@code 109}, {@code 民國109年}, {@code 109年度}, {@code 109/03}, {@code 10903},
     * {@code 109Q1}, {@code 109年第1季}, {@code 109年上半年}, {@code 2020}, {@code 2020-03}. Years of one to three digits are
     * ROC years and refused where {@code calendar} is Western; four digits are Western, and from 1912 on where it is ROC.
     */
    public static Checked<ReportingPeriod> parse(String text, CalendarKind calendar) {
        return new PeriodReader(PrintedText.of(text), calendar).read();
    }

    /** As {@link #parse(String, CalendarKind)}; problems stand at the place. */
    public static Checked<ReportingPeriod> parse(String text, CalendarKind calendar, Place place) {
        return new PeriodReader(PrintedText.at(text, place), calendar).read();
    }

    /** How it is written. */
    public CalendarKind calendar() {
        return calendar;
    }

    /** How long it is. */
    public Grain grain() {
        return grain;
    }

    /** The year, in its own calendar. */
    public int year() {
        return calendar.fromWestern(westernYear);
    }

    /** Which half-year, quarter or month of the year, from 1; 1 for a year. */
    public int index() {
        return index;
    }

    /** The first day. */
    public LocalDate first() {
        return LocalDate.of(westernYear, (index - 1) * grain.months + 1, 1);
    }

    /** The last day. */
    public LocalDate last() {
        return first().plusMonths(grain.months).minusDays(1);
    }

    /** The period of the same length just before. */
    public ReportingPeriod previous() {
        return plus(-1);
    }

    /** The period of the same length just after. */
    public ReportingPeriod next() {
        return plus(1);
    }

    /** The same part of the year before: March of 108 for March of 109. */
    public ReportingPeriod yearBefore() {
        return plus(-(long) grain.perYear());
    }

    /**
     * So many periods of this length later, or earlier. Before 民國1年 it is written in Western years.
     *
     * @throws KpiUsageException outside the Western years 1000 to 9999
     */
    public ReportingPeriod plus(long periods) {
        // Further than that leaves every calendar, and nothing overflows on the way.
        int steps = (int) Math.max(-FARTHEST, Math.min(FARTHEST, periods));
        int ordinal = westernYear * grain.perYear() + index - 1 + steps;
        int year = Math.floorDiv(ordinal, grain.perYear());
        int newIndex = Math.floorMod(ordinal, grain.perYear()) + 1;
        CalendarKind written = calendar.holds(calendar.fromWestern(year)) ? calendar : CalendarKind.WESTERN;
        return of(written, written.fromWestern(year), grain, newIndex);
    }

    /** Whether all days of the other are in this one. */
    public boolean contains(ReportingPeriod other) {
        return !other.first().isBefore(first()) && !other.last().isAfter(last());
    }

    /** Whether the day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /** The same days, written in a calendar; {@link KpiUsageException} if its years do not reach there. */
    public ReportingPeriod in(CalendarKind other) {
        return of(other, other.fromWestern(westernYear), grain, index);
    }

    /** {@code "109年"}, {@code "109年第1季"}, {@code "109年3月"}; in English {@code "ROC 109"}, {@code "2020 Q1"}, {@code "2020-03"}. */
    public String display(Language language) {
        if (language == Language.EN) {
            String gap = grain == Grain.HALF_YEAR || grain == Grain.QUARTER ? " " : "";
            return (calendar == CalendarKind.ROC ? "ROC " : "") + year() + gap + part();
        }
        return year() + "年"
                + switch (grain) {
                    case YEAR -> "";
                    case HALF_YEAR -> index == 1 ? "上半年" : "下半年";
                    case QUARTER -> "第" + index + "季";
                    case MONTH -> index + "月";
                };
    }

    /** Short and stable, for keys and files: {@code "109"}, {@code "109H1"}, {@code "109Q1"}, {@code "109/03"}, {@code "2020-03"}. */
    public String code() {
        return year() + part();
    }

    private String part() {
        return switch (grain) {
            case YEAR -> "";
            case HALF_YEAR -> "H" + index;
            case QUARTER -> "Q" + index;
            case MONTH -> (calendar == CalendarKind.ROC ? "/" : "-") + (index < 10 ? "0" : "") + index;
        };
    }

    @Override
    public int compareTo(ReportingPeriod other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportingPeriod period
                && grain == period.grain
                && westernYear == period.westernYear
                && index == period.index;
    }

    @Override
    public int hashCode() {
        return Objects.hash(grain.months, westernYear, index);
    }

    /** The code; for people. */
    @Override
    public String toString() {
        return code();
    }
}
