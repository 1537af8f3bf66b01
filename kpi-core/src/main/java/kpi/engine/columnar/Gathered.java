package kpi.engine.columnar;

import java.util.List;
import java.util.Optional;
import kpi.function.RowTotals;
import kpi.number.Exact;
import kpi.value.Value;

/**
 * What a pass over rows gathered for one aggregate.
 *
 * @param totals of all rows that were gathered, unless each is kept by itself
 * @param each the values of each row, where the function needs them one by one
 * @param skipped how many rows passed the filter but were skipped, since they lack a value
 * @param firstSkipped the first of these
 * @param left the rows that are left to the reference engine, in order
 * @param shown the first rows that passed the filter, but for those left, in order: as many as were asked for
 */
public record Gathered(
        RowTotals totals,
        List<List<Value>> each,
        long skipped,
        Optional<Integer> firstSkipped,
        int[] left,
        int[] shown) {
    /** Of no rows. */
    public static final Gathered NOTHING = new Gathered(
            new RowTotals(0, Exact.ZERO, Exact.ZERO, Exact.ZERO, Exact.ONE, Exact.ZERO, Exact.ONE, List.of()),
            List.of(),
            0,
            Optional.empty(),
            new int[0],
            new int[0]);

    public Gathered {
        each = List.copyOf(each);
        left = left.clone();
        shown = shown.clone();
    }

    @Override
    public int[] left() {
        return left.clone();
    }

    @Override
    public int[] shown() {
        return shown.clone();
    }

    /** How many rows were gathered. */
    public long count() {
        return totals.count();
    }
}
