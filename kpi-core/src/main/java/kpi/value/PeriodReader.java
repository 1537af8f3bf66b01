package kpi.value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.value.ReportingPeriod.Grain;

/** Reads one reporting period; see {@link ReportingPeriod#parse(String, CalendarKind)}. */
final class PeriodReader {
    /** One spelling: the year in its first group, which part of the year in its second. */
    private record Form(Grain grain, Pattern pattern) {
        static Form of(Grain grain, String pattern) {
            return new Form(grain, Pattern.compile(pattern));
        }
    }

    /**
     * After - and . a month has two digits: 109-1 may be a school term, and 109.1 may be October that lost its zero in a
     * spreadsheet.
     */
    private static final List<Form> FORMS = List.of(
            Form.of(Grain.YEAR, "(\\d{1,4})(?: ?年度?)?"),
            Form.of(Grain.HALF_YEAR, "(\\d{1,4}) ?(?:年度? ?)?([上下])半年度?"),
            Form.of(Grain.HALF_YEAR, "(\\d{1,4}) ?(?:年度? ?)?[Hh](\\d)"),
            Form.of(Grain.QUARTER, "(\\d{1,4}) ?(?:年度? ?)?第 ?([1-9一二三四]) ?季"),
            Form.of(Grain.QUARTER, "(\\d{1,4}) ?(?:年度? ?)?[Qq](\\d)"),
            Form.of(Grain.MONTH, "(\\d{1,4}) ?年度? ?(\\d{1,2}) ?月份?"),
            Form.of(Grain.MONTH, "(\\d{1,4})/(\\d{1,2})"),
            Form.of(Grain.MONTH, "(\\d{1,4})[.-](\\d{2})"),
            Form.of(Grain.MONTH, "(\\d{3,4})(\\d{2})"));

    private static final String WORDS = "一二三四";

    private final PrintedText text;
    private final CalendarKind calendar;

    PeriodReader(PrintedText text, CalendarKind calendar) {
        this.text = text;
        this.calendar = calendar;
    }

    Checked<ReportingPeriod> read() {
        Optional<Problem> trouble = text.trouble();
        if (trouble.isPresent()) {
            return Checked.failed(trouble.get());
        }
        return YearText.of(text, calendar).flatMap(this::read).orElseGet(() -> failed(ValueCode.BAD_PERIOD));
    }

    private Optional<Checked<ReportingPeriod>> read(YearText year) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(year.rest());
            if (matcher.matches()) {
                int index = matcher.groupCount() < 2 ? 1 : index(matcher.group(2));
                return Optional.of(period(year.year(matcher.group(1)), form.grain(), index));
            }
        }
        return Optional.empty();
    }

    private Checked<ReportingPeriod> period(Optional<YearText.Year> year, Grain grain, int index) {
        if (year.isEmpty()) {
            return failed(ValueCode.OTHER_CALENDAR);
        }
        if (index < 1 || index > grain.perYear()) {
            return failed(ValueCode.BAD_PERIOD);
        }
        return Checked.of(ReportingPeriod.of(year.get().calendar(), year.get().year(), grain, index));
    }

    private static int index(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return Integer.parseInt(part);
        }
        return switch (part) {
            case "上" -> 1;
            case "下" -> 2;
            default -> WORDS.indexOf(part) + 1;
        };
    }

    private Checked<ReportingPeriod> failed(ValueCode code) {
        return Checked.failed(
                text.problem(code).with("calendar", CalendarNames.of(calendar)).build());
    }
}
