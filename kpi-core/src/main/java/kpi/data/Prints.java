package kpi.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.number.Exact;

/**
 * How finely the numbers of a column were printed. Plain digits are as fine as the finest of the column: beside 63.88, 56.6
 * is 56.60, since programs drop such zeros. A cell with a magnitude or unit of its own says it for itself: 66億 beside 1,180.
 */
final class Prints {
    private final int places;
    private final Map<Exact, Bits> others;

    private Prints(int places, Map<Exact, Bits> others) {
        this.places = places;
        this.others = others;
    }

    /** The size of one unit in the last printed digit, in the unit of the column; empty for a number that nothing printed. */
    Optional<Exact> resolution(int row) {
        for (Map.Entry<Exact, Bits> other : others.entrySet()) {
            if (other.getValue().contains(row)) {
                return Optional.of(other.getKey()).filter(size -> !size.isZero());
            }
        }
        return Optional.of(Exact.of(1, places));
    }

    /** Whether something is printed otherwise than in whole units of the column. */
    boolean mayBeRounded() {
        return places > 0 || !others.isEmpty();
    }

    /** The decimal places of plain digits. */
    int places() {
        return places;
    }

    /** Grows cell by cell. */
    static final class Builder {
        private final Map<Exact, Bits.Builder> others = new LinkedHashMap<>(0);
        private int places;

        /** Plain digits. */
        void decimal(int behindThePoint) {
            if (behindThePoint > places) {
                places = behindThePoint;
            }
        }

        /** A cell as finely printed as this, in the unit of the column. */
        void add(int row, Exact resolution) {
            Optional<Integer> behindThePoint = placesOf(resolution);
            if (behindThePoint.isPresent()) {
                decimal(behindThePoint.get());
            } else {
                others.computeIfAbsent(resolution, any -> new Bits.Builder()).set(row);
            }
        }

        /** A number that is not printed, but given: as fine as its digits, and exact if these do not end. */
        void given(int row, Exact number) {
            if (number.isDecimal()) {
                number.toBigDecimal().ifPresent(decimal -> decimal(Math.max(0, decimal.scale())));
            } else {
                add(row, Exact.ZERO);
            }
        }

        private static Optional<Integer> placesOf(Exact resolution) {
            return resolution.numerator().equals(BigInteger.ONE)
                    ? resolution
                            .toBigDecimal()
                            .map(BigDecimal::stripTrailingZeros)
                            .filter(decimal -> decimal.precision() == 1
                                    && decimal.unscaledValue().equals(BigInteger.ONE))
                            .map(BigDecimal::scale)
                    : Optional.empty();
        }

        /** Forgets what was said of a row. */
        void clear(int row) {
            if (!others.isEmpty()) {
                others.values().forEach(rows -> rows.clear(row));
            }
        }

        Prints build(int rows) {
            Map<Exact, Bits> built = new LinkedHashMap<>(others.size());
            others.forEach((resolution, which) -> built.put(resolution, which.build(rows)));
            return new Prints(places, built);
        }
    }
}
