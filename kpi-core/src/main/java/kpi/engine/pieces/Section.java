package kpi.engine.pieces;

import java.util.List;

/**
 * What is kept of the rows of one period.
 *
 * @param seen how many rows there are
 * @param kept what is kept of them, for each aggregate
 */
public record Section(long seen, List<Kept> kept) {
    public Section {
        kept = List.copyOf(kept);
    }
}
