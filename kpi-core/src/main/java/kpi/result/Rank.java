package kpi.result;

import java.util.Objects;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.number.NumberText;

/**
 * A place among rows or groups (序位).
 *
 * @param place from 1; only where ties share the mean place is it no whole number
 * @param of how many are ranked together
 * @param tied whether another one has the same value
 */
public record Rank(Exact place, int of, boolean tied) {
    public Rank {
        Objects.requireNonNull(place, "place");
        if (place.compareTo(Exact.ONE) < 0 || place.compareTo(Exact.of(of)) > 0) {
            throw new KpiUsageException("place " + place + " of " + of);
        }
    }

    /** The place in digits: {@code 2}, {@code 2.5}. */
    public String text() {
        return NumberText.plain(place);
    }
}
