package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.value.ReportingPeriod.Grain;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReportingPeriodLawsTest {
    @Property
    void codeAndDisplayAreReadBack(@ForAll("periods") ReportingPeriod period, @ForAll CalendarKind declared) {
        for (Language language : Language.values()) {
            ReportingPeriod read = ReportingPeriod.parse(period.display(language), period.calendar())
                    .orElseThrow();
            assertEquals(period, read);
            assertEquals(period.calendar(), read.calendar());
        }
        // Under the other calendar the code is refused or read the same, never as another period.
        Checked<ReportingPeriod> read = ReportingPeriod.parse(period.code(), declared);
        assertTrue(declared != period.calendar() || !read.hasErrors());
        read.value().ifPresent(same -> assertEquals(period, same));
    }

    @Property
    void stepsAreOrderedAndUndone(@ForAll("periods") ReportingPeriod period, @ForAll @IntRange(max = 40) int steps) {
        assertTrue(period.previous().compareTo(period) < 0);
        assertTrue(period.next().compareTo(period) > 0);
        assertEquals(period.first(), period.previous().last().plusDays(1));
        assertEquals(period, period.plus(steps).plus(-steps));
        assertEquals(period.grain(), period.plus(steps).grain());
        assertEquals(period.first().minusYears(1), period.yearBefore().first());
    }

    @Property
    void calendarsDoNotChangeThePeriod(@ForAll("periods") ReportingPeriod period) {
        ReportingPeriod western = period.in(CalendarKind.WESTERN);
        assertEquals(period, western);
        assertEquals(period.hashCode(), western.hashCode());
        assertEquals(0, period.compareTo(western));
        assertEquals(period.first().getYear(), western.year());
    }

    @Property
    void containingIsContainingAllDays(@ForAll("periods") ReportingPeriod a, @ForAll("periods") ReportingPeriod b) {
        boolean days = a.contains(b.first()) && a.contains(b.last());
        assertEquals(days, a.contains(b));
        assertTrue(a.contains(a));
        assertEquals(a.equals(b), a.contains(b) && b.contains(a));
        assertEquals(a.equals(b), a.compareTo(b) == 0);
    }

    @Property
    void theYearIsMadeOfItsParts(@ForAll @IntRange(min = 1, max = 998) int year, @ForAll Grain grain) {
        ReportingPeriod part = ReportingPeriod.of(CalendarKind.ROC, year, grain, 1);
        LocalDate end = part.first();
        for (int i = 0; i < 12 / grain.months(); i++) {
            assertEquals(end, part.first());
            assertTrue(ReportingPeriod.roc(year).contains(part));
            assertEquals(i + 1, part.index());
            end = part.last().plusDays(1);
            part = part.next();
        }
        assertEquals(ReportingPeriod.roc(year).last().plusDays(1), end);
        assertFalse(ReportingPeriod.roc(year).contains(part));
    }

    @Provide
    Arbitrary<ReportingPeriod> periods() {
        return Combinators.combine(
                        Arbitraries.of(CalendarKind.values()),
                        Arbitraries.integers().between(2, 990),
                        Arbitraries.of(Grain.values()),
                        Arbitraries.integers().between(0, 11))
                .as((calendar, year, grain, index) -> ReportingPeriod.of(
                        calendar,
                        calendar == CalendarKind.ROC ? year : year + 1911,
                        grain,
                        index % (12 / grain.months()) + 1));
    }
}
