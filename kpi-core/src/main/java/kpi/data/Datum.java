package kpi.data;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;

/**
 * One figure of an input, or why there is none; exactly one of {@code quantity} and {@code absence}.
 *
 * @param quantity the figure, as it was printed
 * @param absence the kind of missing
 * @param reason why it is missing, or a note on the figure; may be empty
 * @param vintage what it is worth
 * @param place where it was given
 */
public record Datum(
        Optional<PrintedQuantity> quantity, Optional<Absence> absence, String reason, Vintage vintage, Place place) {
    public Datum {
        if (quantity.isPresent() == absence.isPresent()) {
            throw new KpiUsageException("a datum is either a quantity or missing");
        }
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(vintage, "vintage");
        Objects.requireNonNull(place, "place");
    }

    public static Datum of(PrintedQuantity quantity, Vintage vintage, Place place) {
        return new Datum(Optional.of(quantity), Optional.empty(), "", vintage, place);
    }

    public static Datum missing(Absence absence, String reason, Vintage vintage, Place place) {
        return new Datum(Optional.empty(), Optional.of(absence), reason, vintage, place);
    }
}
