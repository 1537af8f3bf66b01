package kpi.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.source.Place;

/** Dates as documents print them, in ROC and Western years. */
public final class Dates {
    private static final Pattern SEPARATED = Pattern.compile("(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");
    private static final Pattern COMPACT = Pattern.compile("(\\d{3,4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_END = Pattern.compile("(\\d{1,4}) ?年 ?(\\d{1,2}) ?月 ?底");
    private static final Pattern YEAR_END = Pattern.compile("(\\d{1,4}) ?年 ?底");

    private final PrintedText text;
    private final CalendarKind calendar;

    private Dates(PrintedText text, CalendarKind calendar) {
        this.text = text;
        this.calendar = calendar;
    }

    /**
     * Reads a day: {@code 109/12/31}, {@code 109.12.31}, {@code 1091231}, {@code 109年12月15日}, {@code 109年11月底} (its last
     * day), {@code 民國109年12月31日}, {@code 2020-12-31}, {@code 20201231}. Always year, month, day. Years of one to three
     * digits are ROC years and refused where {@code calendar} is Western; four digits are Western, and from 1912 on where
     * it is ROC. No century is guessed, and 110/2/29 is a day that does not exist.
     */
    public static Checked<LocalDate> parse(String text, CalendarKind calendar) {
        return new Dates(PrintedText.of(text), calendar).read();
    }

    /** As {@link #parse(String, CalendarKind)}; problems stand at the place. */
    public static Checked<LocalDate> parse(String text, CalendarKind calendar, Place place) {
        return new Dates(PrintedText.at(text, place), calendar).read();
    }

    /** {@code 109/02/29} or {@code 2020-02-29}; a day outside the ROC years is written the Western way. */
    public static String display(LocalDate date, CalendarKind calendar) {
        int year = calendar.fromWestern(date.getYear());
        if (calendar == CalendarKind.WESTERN || !calendar.holds(year)) {
            return date.toString();
        }
        return year + "/" + twoDigits(date.getMonthValue()) + "/" + twoDigits(date.getDayOfMonth());
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private Checked<LocalDate> read() {
        Optional<Problem> trouble = text.trouble();
        if (trouble.isPresent()) {
            return Checked.failed(trouble.get());
        }
        return YearText.of(text, calendar).flatMap(this::read).orElseGet(() -> failed(ValueCode.BAD_DATE));
    }

    private Optional<Checked<LocalDate>> read(YearText year) {
        Matcher m = SEPARATED.matcher(year.rest());
        if (m.matches()) {
            return Optional.of(day(year, m.group(1), m.group(3), m.group(4)));
        }
        m = WORDS.matcher(year.rest());
        if (m.matches()) {
            return Optional.of(day(year, m.group(1), m.group(2), m.group(3)));
        }
        m = COMPACT.matcher(year.rest());
        if (m.matches()) {
            return Optional.of(day(year, m.group(1), m.group(2), m.group(3)));
        }
        m = MONTH_END.matcher(year.rest());
        if (m.matches()) {
            return Optional.of(monthEnd(year, m.group(1), m.group(2)));
        }
        m = YEAR_END.matcher(year.rest());
        return m.matches() ? Optional.of(monthEnd(year, m.group(1), "12")) : Optional.empty();
    }

    private Checked<LocalDate> day(YearText text, String yearDigits, String month, String day) {
        return text.year(yearDigits)
                .map(year ->
                        existing(() -> LocalDate.of(year.western(), Integer.parseInt(month), Integer.parseInt(day))))
                .orElseGet(() -> failed(ValueCode.OTHER_CALENDAR));
    }

    private Checked<LocalDate> monthEnd(YearText text, String yearDigits, String month) {
        return text.year(yearDigits)
                .map(year -> existing(() ->
                        YearMonth.of(year.western(), Integer.parseInt(month)).atEndOfMonth()))
                .orElseGet(() -> failed(ValueCode.OTHER_CALENDAR));
    }

    private interface Day {
        LocalDate get();
    }

    private Checked<LocalDate> existing(Day day) {
        try {
            return Checked.of(day.get());
        } catch (DateTimeException none) {
            return failed(ValueCode.NO_SUCH_DAY);
        }
    }

    private Checked<LocalDate> failed(ValueCode code) {
        return Checked.failed(
                text.problem(code).with("calendar", CalendarNames.of(calendar)).build());
    }
}
