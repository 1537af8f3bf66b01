package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

class VintageTest {
    private static final LocalDate DAY = LocalDate.of(2020, 11, 30);

    @Test
    void whatSaysNothingIsAlwaysKnown() {
        assertTrue(Vintage.none().knownBy(LocalDate.MIN));
        assertTrue(Vintage.none().withBasis("決算").asProvisional().knownBy(LocalDate.MIN));
    }

    @Test
    void itIsKnownSinceItsDayElseSinceTheDayItCovers() {
        Vintage covers = Vintage.none().withCoversTo(DAY);
        assertTrue(covers.knownBy(DAY));
        assertFalse(covers.knownBy(DAY.minusDays(1)));
        Vintage known = covers.withKnownOn(DAY.plusDays(10));
        assertFalse(known.knownBy(DAY.plusDays(9)));
        assertTrue(known.knownBy(DAY.plusDays(10)));
    }

    @Test
    void partsAreSetOneByOne() {
        assertEquals(
                new Vintage(Optional.of(DAY), Optional.of(DAY), "決算", true, "主計處"),
                Vintage.none()
                        .withCoversTo(DAY)
                        .withKnownOn(DAY)
                        .withBasis("決算")
                        .asProvisional()
                        .withSource("主計處"));
    }

    @Test
    void aDatumIsAFigureOrAnAbsence() {
        Place place = Place.input("x");
        PrintedQuantity figure = new PrintedQuantity(Quantity.of("1", Units.NTD), Exact.ONE, "1元");
        assertEquals(
                Optional.of(figure), Datum.of(figure, Vintage.none(), place).quantity());
        assertEquals(
                Optional.of(Absence.NONE),
                Datum.missing(Absence.NONE, "", Vintage.none(), place).absence());
        assertThrows(
                KpiUsageException.class,
                () -> new Datum(Optional.empty(), Optional.empty(), "", Vintage.none(), place));
        assertThrows(
                KpiUsageException.class,
                () -> new Datum(Optional.of(figure), Optional.of(Absence.NONE), "", Vintage.none(), place));
        assertThrows(
                KpiUsageException.class,
                () -> new InputRow("", " ", ReportingPeriod.roc(109), Datum.of(figure, Vintage.none(), place)));
        assertThrows(
                KpiUsageException.class,
                () -> new Rating(
                        "", "創新度", ReportingPeriod.roc(109), figure.quantity(), "", "", Optional.empty(), "", place));
    }
}
