package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingPeriodTest {
    /** Text, the calendar that is declared, and the period's code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            109                 | ROC     | 109
            1                   | ROC     | 1
            999                 | ROC     | 999
            099                 | ROC     | 99
            109年               | ROC     | 109
            109 年度            | ROC     | 109
            民國109年           | ROC     | 109
            民國 109 年         | ROC     | 109
            中華民國109年度     | ROC     | 109
            民國109年           | WESTERN | 109
            ROC 109             | WESTERN | 109
            １０９年            | ROC     | 109
            2020                | WESTERN | 2020
            2020                | ROC     | 2020
            1912                | ROC     | 1912
            1000                | WESTERN | 1000
            9999年              | WESTERN | 9999
            西元2020年          | ROC     | 2020
            公元1900年          | ROC     | 1900
            109上半年           | ROC     | 109H1
            109年度下半年       | ROC     | 109H2
            109H2               | ROC     | 109H2
            109Q1               | ROC     | 109Q1
            109q4               | ROC     | 109Q4
            109 Q1              | ROC     | 109Q1
            109年第1季          | ROC     | 109Q1
            109年第四季         | ROC     | 109Q4
            109 年 第 3 季      | ROC     | 109Q3
            2020 Q3             | WESTERN | 2020Q3
            109/3               | ROC     | 109/03
            109/03              | ROC     | 109/03
            109.03              | ROC     | 109/03
            109-12              | ROC     | 109/12
            10903               | ROC     | 109/03
            202003              | ROC     | 2020-03
            2020-03             | WESTERN | 2020-03
            2020/3              | WESTERN | 2020-03
            109年3月            | ROC     | 109/03
            109年12月份         | ROC     | 109/12
            民國109年3月        | WESTERN | 109/03
            """)
    void readsWhatDocumentsPrint(String text, CalendarKind calendar, String code) {
        assertEquals(code, ReportingPeriod.parse(text, calendar).orElseThrow().code());
    }

    /** Text, the calendar that is declared, and the code of the problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | ROC     | empty-value
            ' '         | ROC     | empty-value
            abc         | ROC     | bad-period
            109/13      | ROC     | bad-period
            109/0       | ROC     | bad-period
            109Q5       | ROC     | bad-period
            109Q0       | ROC     | bad-period
            109H3       | ROC     | bad-period
            109年第五季 | ROC     | bad-period
            109年第9季  | ROC     | bad-period
            109年13月   | ROC     | bad-period
            10913       | ROC     | bad-period
            109-1       | ROC     | bad-period
            109.1       | ROC     | bad-period
            109-110     | ROC     | bad-period
            109/12/31   | ROC     | bad-period
            88下半年及89 | ROC    | bad-period
            民國前1年   | ROC     | bad-period
            一百零九年  | ROC     | bad-period
            109年度預算 | ROC     | bad-period
            -109        | ROC     | bad-period
            ١٠٩         | ROC     | bad-period
            12345678    | ROC     | bad-period
            0           | ROC     | other-calendar
            000         | ROC     | other-calendar
            0109        | ROC     | other-calendar
            1911        | ROC     | other-calendar
            109         | WESTERN | other-calendar
            0999        | WESTERN | other-calendar
            109/03      | WESTERN | other-calendar
            民國2020年  | ROC     | other-calendar
            西元109年   | WESTERN | other-calendar
            """)
    void refusesWhatWouldBeAGuess(String text, CalendarKind calendar, String code) {
        Checked<ReportingPeriod> read = ReportingPeriod.parse(text, calendar);
        assertEquals(List.of(code), read.problems().stream().map(p -> p.code()).toList());
        assertTrue(read.value().isEmpty());
    }

    @Test
    void refusesLongAndInvisibleTextsAtTheirPlace() {
        Place cell = Place.cell("t", "t.csv", 2, "年度", "x");
        Checked<ReportingPeriod> read = ReportingPeriod.parse("1".repeat(100_000), CalendarKind.ROC, cell);
        assertEquals("bad-period", read.problems().get(0).code());
        assertEquals(cell, read.problems().get(0).place());
        assertEquals(
                "invisible-character",
                ReportingPeriod.parse("109\u200B", CalendarKind.ROC)
                        .problems()
                        .get(0)
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "109, 109年, ROC 109",
        "109H1, 109年上半年, ROC 109 H1",
        "109H2, 109年下半年, ROC 109 H2",
        "109Q3, 109年第3季, ROC 109 Q3",
        "109/03, 109年3月, ROC 109/03",
        "109/09, 109年9月, ROC 109/09",
        "109/10, 109年10月, ROC 109/10",
        "109/12, 109年12月, ROC 109/12",
        "2020, 2020年, 2020",
        "2020Q3, 2020年第3季, 2020 Q3",
        "2020-03, 2020年3月, 2020-03",
    })
    void displaysInBothLanguages(String code, String zh, String en) {
        ReportingPeriod period = ReportingPeriod.parse(code, CalendarKind.ROC).orElseThrow();
        assertEquals(zh, period.display(Language.ZH_TW));
        assertEquals(en, period.display(Language.EN));
        assertEquals(code, period.toString());
        assertEquals(zh, new PeriodValue(period).display(Language.ZH_TW));
    }

    @Test
    void aPeriodValueIsOrderedAsItsPeriod() {
        assertTrue(new PeriodValue(ReportingPeriod.roc(108)).compareTo(new PeriodValue(ReportingPeriod.roc(109))) < 0);
    }

    @Test
    void spansItsDays() {
        assertEquals(LocalDate.of(2020, 1, 1), ReportingPeriod.roc(109).first());
        assertEquals(LocalDate.of(2020, 12, 31), ReportingPeriod.roc(109).last());
        assertEquals(LocalDate.of(2020, 2, 29), ReportingPeriod.rocMonth(109, 2).last());
        assertEquals(LocalDate.of(2021, 2, 28), ReportingPeriod.rocMonth(110, 2).last());
        assertEquals(
                LocalDate.of(2020, 10, 1), ReportingPeriod.rocQuarter(109, 4).first());
        assertTrue(ReportingPeriod.roc(109).contains(LocalDate.of(2020, 12, 31)));
        assertTrue(ReportingPeriod.roc(109).contains(LocalDate.of(2020, 1, 1)));
        assertFalse(ReportingPeriod.roc(109).contains(LocalDate.of(2021, 1, 1)));
        assertFalse(ReportingPeriod.roc(109).contains(LocalDate.of(2019, 12, 31)));
    }

    @Test
    void isTheSameInBothCalendars() {
        assertEquals(ReportingPeriod.western(2020), ReportingPeriod.roc(109));
        assertEquals(ReportingPeriod.westernMonth(1912, 1), ReportingPeriod.rocMonth(1, 1));
        assertEquals(ReportingPeriod.westernQuarter(2020, 2), ReportingPeriod.rocQuarter(109, 2));
        assertNotEquals(ReportingPeriod.roc(110), ReportingPeriod.roc(109));
        assertNotEquals(ReportingPeriod.rocQuarter(109, 1), ReportingPeriod.rocMonth(109, 1));
        assertNotEquals(ReportingPeriod.rocMonth(109, 2), ReportingPeriod.rocMonth(109, 1));
        assertNotEquals(ReportingPeriod.roc(109), "109");
        assertEquals(
                CalendarKind.ROC,
                ReportingPeriod.western(2020).in(CalendarKind.ROC).calendar());
        assertThrows(
                KpiUsageException.class, () -> ReportingPeriod.western(1911).in(CalendarKind.ROC));
        assertThrows(
                KpiUsageException.class, () -> ReportingPeriod.western(2911).in(CalendarKind.ROC));
    }

    @Test
    void stepsOverTheEndsOfYearsAndOfTheCalendar() {
        assertEquals("108", ReportingPeriod.roc(109).previous().code());
        assertEquals("108/12", ReportingPeriod.rocMonth(109, 1).previous().code());
        assertEquals("110Q1", ReportingPeriod.rocQuarter(109, 4).next().code());
        assertEquals("108/03", ReportingPeriod.rocMonth(109, 3).yearBefore().code());
        assertEquals("1911", ReportingPeriod.roc(1).previous().code());
        assertEquals("1911-12", ReportingPeriod.rocMonth(1, 1).previous().code());
        assertEquals("2911", ReportingPeriod.roc(999).next().code());
        assertThrows(
                KpiUsageException.class, () -> ReportingPeriod.western(1000).previous());
        assertThrows(
                KpiUsageException.class, () -> ReportingPeriod.western(9999).next());
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.roc(109).plus(Long.MIN_VALUE));
        assertThrows(
                KpiUsageException.class, () -> ReportingPeriod.rocMonth(109, 1).plus(Long.MAX_VALUE));
    }

    @Test
    void refusesWhatNoCalendarHas() {
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.roc(0));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.roc(1000));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.western(999));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.western(10_000));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.rocQuarter(109, 0));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.rocQuarter(109, 5));
        assertThrows(KpiUsageException.class, () -> ReportingPeriod.rocMonth(109, 13));
    }

    @Test
    void aLongerPeriodComesAfterAShorterOneThatBeginsWithIt() {
        assertEquals(
                List.of("108", "109/01", "109Q1", "109H1", "109", "109/02", "109/12"),
                Stream.of("109", "109/02", "109Q1", "108", "109H1", "109/12", "109/01")
                        .map(code ->
                                ReportingPeriod.parse(code, CalendarKind.ROC).orElseThrow())
                        .sorted()
                        .map(ReportingPeriod::code)
                        .toList());
    }
}
