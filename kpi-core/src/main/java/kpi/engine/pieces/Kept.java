package kpi.engine.pieces;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.number.Exact;

/**
 * What is kept of the rows of one aggregate.
 *
 * @param passed how many rows passed the filter and count, up to the first that failed
 * @param leftOut how many rows were left out since they lack a value
 * @param firstLeftOut the first of these
 * @param count how many rows have values that are kept in the other parts
 * @param least the smallest first value, where it is kept
 * @param most the largest first value, where it is kept
 * @param first the sum of the values, or of the products
 * @param second the sum of the second values
 * @param distinct the different values: an {@link Exact} in base units for a number, any other as it is
 * @param each how often which numbers stood in a row, where the function needs them one by one
 * @param marks what the rows rest on
 * @param absent the rows that say why there is no figure, in their order
 * @param full whether there were more values than are kept; then none is
 */
public record Kept(
        long passed,
        long leftOut,
        Optional<Long> firstLeftOut,
        long count,
        Optional<Exact> least,
        Optional<Exact> most,
        Total first,
        Total second,
        Set<Object> distinct,
        Map<List<Exact>, Long> each,
        Marks marks,
        List<AbsentRow> absent,
        boolean full) {
    /** Of no rows. */
    public static final Kept NOTHING = new Kept(
            0,
            0,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Total.ZERO,
            Total.ZERO,
            Set.of(),
            Map.of(),
            Marks.NONE,
            List.of(),
            false);

    public Kept {
        Objects.requireNonNull(firstLeftOut, "firstLeftOut");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        distinct = Set.copyOf(distinct);
        each = Map.copyOf(each);
        Objects.requireNonNull(marks, "marks");
        absent = List.copyOf(absent);
    }

    /** What rows rest on; nothing else can be in a value of nothing but the cells of its row. */
    public record Marks(boolean approximate, boolean partial) {
        /** Final, exact and whole. */
        public static final Marks NONE = new Marks(false, false);

        Marks and(Marks other) {
            return new Marks(approximate || other.approximate, partial || other.partial);
        }
    }

    /** Whether some row failed: then what is kept is of the rows before it. */
    public boolean failed() {
        return !absent.isEmpty() && absent.get(absent.size() - 1).failed();
    }
}
