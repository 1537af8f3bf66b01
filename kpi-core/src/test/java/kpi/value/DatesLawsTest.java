package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DatesLawsTest {
    @Property
    void displayIsReadBackAndCalendarsAgree(@ForAll("days") LocalDate day) {
        String roc = Dates.display(day, CalendarKind.ROC);
        String western = Dates.display(day, CalendarKind.WESTERN);
        assertEquals(day, Dates.parse(roc, CalendarKind.ROC).orElseThrow());
        assertEquals(day, Dates.parse(western, CalendarKind.WESTERN).orElseThrow());
        assertEquals(day, Dates.parse(western, CalendarKind.ROC).orElseThrow());
        assertTrue(Dates.parse(roc, CalendarKind.WESTERN).hasErrors());
    }

    @Property
    void everySpellingOfADayIsThatDay(@ForAll("days") LocalDate day) {
        int year = day.getYear() - 1911;
        int month = day.getMonthValue();
        int number = day.getDayOfMonth();
        String padded = "0".repeat(3 - Integer.toString(year).length()) + year;
        String compact = padded + (month < 10 ? "0" : "") + month + (number < 10 ? "0" : "") + number;
        for (String text : List.of(
                year + "/" + month + "/" + number,
                year + "." + month + "." + number,
                year + "年" + month + "月" + number + "日",
                "民國" + year + "年" + month + "月" + number + "日",
                compact)) {
            assertEquals(day, Dates.parse(text, CalendarKind.ROC).orElseThrow(), text);
        }
        assertEquals(
                day.withDayOfMonth(day.lengthOfMonth()),
                Dates.parse(year + "年" + month + "月底", CalendarKind.ROC).orElseThrow());
    }

    @Property
    void the29thOfFebruaryIsADayOfLeapYearsAlone(@ForAll @IntRange(min = 1, max = 999) int year) {
        assertEquals(
                Year.isLeap(year + 1911L),
                !Dates.parse(year + "/2/29", CalendarKind.ROC).hasErrors());
    }

    @Property
    void everyDayOfAMonthExistsUpToItsLast(
            @ForAll @IntRange(min = 1, max = 999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(max = 99) int day) {
        int last = LocalDate.of(year + 1911, month, 1).lengthOfMonth();
        assertEquals(
                day >= 1 && day <= last,
                !Dates.parse(year + "/" + month + "/" + day, CalendarKind.ROC).hasErrors());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1912, 1, 1).toEpochDay(),
                        LocalDate.of(2910, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
