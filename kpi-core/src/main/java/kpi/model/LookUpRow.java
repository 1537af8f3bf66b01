package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.NumberRange;
import kpi.value.RangeText;
import kpi.value.Value;

/**
 * A row of a look-up table.
 *
 * @param low the value; at the low end of the band where it runs from one value to another
 * @param high the value at the high end of the band
 */
public record LookUpRow(List<Cell> keys, Value low, Value high, String text, Place place) {
    public LookUpRow {
        keys = List.copyOf(keys);
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }

    /** Whether its value runs from one to another, so that it must be interpolated. */
    public boolean isRunning() {
        return !low.equals(high);
    }

    private static final Set<String> ANYTHING = Set.of("*", "any", "不限", "任意");

    /** What a key must be. */
    public record Cell(Optional<Value> exactly, Optional<NumberRange> within) {
        public static Cell of(Value value) {
            return new Cell(Optional.of(value), Optional.empty());
        }

        public static Cell of(NumberRange range) {
            return new Cell(Optional.empty(), Optional.of(range));
        }

        /** Any value at all. */
        public static Cell any() {
            return new Cell(Optional.empty(), Optional.empty());
        }

        /** A range as printed, or {@code *} for anything; empty if the text is neither. */
        public static Optional<Cell> read(String text, KpiUnit unit) {
            return isAnything(text)
                    ? Optional.of(any())
                    : RangeText.read(text, unit).map(Cell::of);
        }

        /** Whether a text stands for anything: {@code *}. */
        public static boolean isAnything(String text) {
            return ANYTHING.contains(text.strip());
        }

        public boolean isAny() {
            return exactly.isEmpty() && within.isEmpty();
        }
    }
}
