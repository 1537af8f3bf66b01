package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            109/12/31           | ROC     | 2020-12-31
            109/2/29            | ROC     | 2020-02-29
            109/02/29           | ROC     | 2020-02-29
            109.03.20           | ROC     | 2020-03-20
            109-03-20           | ROC     | 2020-03-20
            1091231             | ROC     | 2020-12-31
            0991231             | ROC     | 2010-12-31
            99/1/1              | ROC     | 2010-01-01
            1/1/1               | ROC     | 1912-01-01
            999/12/31           | ROC     | 2910-12-31
            109年12月15日       | ROC     | 2020-12-15
            109 年 12 月 15 日  | ROC     | 2020-12-15
            １０９年１２月１５日 | ROC    | 2020-12-15
            １０９／１２／１５  | ROC     | 2020-12-15
            109年11月底         | ROC     | 2020-11-30
            109年2月底          | ROC     | 2020-02-29
            110年2月底          | ROC     | 2021-02-28
            109年底             | ROC     | 2020-12-31
            民國109年12月31日   | ROC     | 2020-12-31
            民國109年12月31日   | WESTERN | 2020-12-31
            中華民國109年12月31日 | WESTERN | 2020-12-31
            民國99/1/1          | WESTERN | 2010-01-01
            2020-12-31          | WESTERN | 2020-12-31
            2020-12-31          | ROC     | 2020-12-31
            2020/12/31          | ROC     | 2020-12-31
            20201231            | ROC     | 2020-12-31
            20201231            | WESTERN | 2020-12-31
            2020.1.2            | WESTERN | 2020-01-02
            2020年12月31日      | WESTERN | 2020-12-31
            西元1900年3月1日    | ROC     | 1900-03-01
            1000-01-01          | WESTERN | 1000-01-01
            9999-12-31          | WESTERN | 9999-12-31
            """)
    void readsWhatDocumentsPrint(String text, CalendarKind calendar, LocalDate day) {
        assertEquals(day, Dates.parse(text, calendar).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | ROC     | empty-value
            110/2/29            | ROC     | no-such-day
            2100-02-29          | WESTERN | no-such-day
            109/13/1            | ROC     | no-such-day
            109/0/1             | ROC     | no-such-day
            109/4/31            | ROC     | no-such-day
            109/1/0             | ROC     | no-such-day
            109年13月底         | ROC     | no-such-day
            1090230             | ROC     | no-such-day
            12/31/99            | ROC     | no-such-day
            109/12              | ROC     | bad-date
            109年12月           | ROC     | bad-date
            109                 | ROC     | bad-date
            991231              | ROC     | bad-date
            109/12-31           | ROC     | bad-date
            12/31/2020          | ROC     | bad-date
            109/12/311          | ROC     | bad-date
            109/12/31 00:00     | ROC     | bad-date
            2020-12-31T00:00:00 | WESTERN | bad-date
            109年12月31日(四)   | ROC     | bad-date
            中華民國一百零九年  | ROC     | bad-date
            民國前1年1月1日     | ROC     | bad-date
            -109/12/31          | ROC     | bad-date
            109/12/31￠         | ROC     | bad-date
            ١٠٩/١٢/٣١           | ROC     | bad-date
            0/1/1               | ROC     | other-calendar
            1911/12/31          | ROC     | other-calendar
            0109/12/31          | ROC     | other-calendar
            109/12/31           | WESTERN | other-calendar
            99/1/1              | WESTERN | other-calendar
            1091231             | WESTERN | other-calendar
            109年底             | WESTERN | other-calendar
            民國2020年1月1日    | ROC     | other-calendar
            西元109年1月1日     | ROC     | other-calendar
            """)
    void refusesDaysThatAreNoneAndWhatWouldBeAGuess(String text, CalendarKind calendar, String code) {
        Checked<LocalDate> read = Dates.parse(text, calendar);
        assertEquals(List.of(code), read.problems().stream().map(p -> p.code()).toList());
        assertTrue(read.value().isEmpty());
    }

    @Test
    void refusesLongTextsAtTheirPlace() {
        Place cell = Place.cell("t", "t.csv", 2, "日期", "x");
        Checked<LocalDate> read = Dates.parse("9".repeat(1_000_000), CalendarKind.ROC, cell);
        assertEquals("bad-date", read.problems().get(0).code());
        assertEquals(cell, read.problems().get(0).place());
        assertEquals(
                "invisible-character",
                Dates.parse("109/12/31\n", CalendarKind.ROC).problems().get(0).code());
    }

    @Test
    void displaysInEitherCalendar() {
        LocalDate leap = LocalDate.of(2020, 2, 29);
        assertEquals("109/02/29", Dates.display(leap, CalendarKind.ROC));
        assertEquals("2020-02-29", Dates.display(leap, CalendarKind.WESTERN));
        assertEquals("109/10/10", Dates.display(LocalDate.of(2020, 10, 10), CalendarKind.ROC));
        assertEquals("109/09/09", Dates.display(LocalDate.of(2020, 9, 9), CalendarKind.ROC));
        assertEquals("1/01/01", Dates.display(LocalDate.of(1912, 1, 1), CalendarKind.ROC));
        assertEquals("1911-12-31", Dates.display(LocalDate.of(1911, 12, 31), CalendarKind.ROC));
        assertEquals("2911-01-01", Dates.display(LocalDate.of(2911, 1, 1), CalendarKind.ROC));
        assertEquals("2020-02-29", new DateValue(leap).display(Language.ZH_TW));
        assertTrue(new DateValue(leap).compareTo(new DateValue(leap.plusDays(1))) < 0);
    }
}
