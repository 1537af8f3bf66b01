package kpi.source;

import java.util.Comparator;
import java.util.Optional;

/** The reading order of places. */
final class PlaceOrder {
    static final Comparator<Place.Cell> CELLS = Comparator.comparing(Place.Cell::file)
            .thenComparing(Place.Cell::table)
            .thenComparingLong(Place.Cell::row)
            .thenComparing(Place.Cell::column)
            .thenComparing(Place.Cell::rawText);

    static final Comparator<Place> PLACES = Comparator.comparingInt(PlaceOrder::rank)
            .thenComparing(Place::span, PlaceOrder::compareOptional)
            .thenComparing(Place::cell, PlaceOrder::compareOptional)
            .thenComparing(Place::input, PlaceOrder::compareOptional);

    private PlaceOrder() {}

    private static int rank(Place place) {
        return place.span().isPresent() ? 0 : place.cell().isPresent() ? 1 : 2;
    }

    /** Both are present or both are absent once the ranks are equal. */
    private static <T extends Comparable<T>> int compareOptional(Optional<T> one, Optional<T> other) {
        return one.flatMap(first -> other.map(first::compareTo)).orElse(0);
    }
}
