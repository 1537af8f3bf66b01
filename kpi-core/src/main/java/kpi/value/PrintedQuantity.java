package kpi.value;

import java.util.Objects;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;

/**
 * A quantity as a document prints it, with how finely it was printed: 66億元 says hundreds of millions, 5.35% hundredths
 * of a percent.
 *
 * @param quantity what was printed
 * @param resolution the size of one unit in the last printed digit, in the base unit of the quantity's dimension: 0.0001
 *     for 5.35%
 * @param text the print itself
 */
public record PrintedQuantity(Quantity quantity, Exact resolution, String text) {
    /** Refuses a resolution that is not positive with {@link KpiUsageException}. */
    public PrintedQuantity {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(text, "text");
        if (resolution.signum() <= 0) {
            throw new KpiUsageException("a resolution is positive, not " + resolution);
        }
    }
}
