package kpi.function;

import java.util.Collection;
import java.util.Objects;
import kpi.number.Exact;
import kpi.value.Quantity;

/**
 * What an engine has gathered of many rows at once, for {@link Sample#add(RowTotals)}; which parts count, {@link
 * RowFunction#gist()} says.
 *
 * @param count how many rows
 * @param least the smallest value
 * @param most the largest value
 * @param first the sum of the values, or of the products
 * @param firstUnit of which each of these is a multiple; 0 where each was rounded, see {@link kpi.number.ExactSum#addRounded}
 * @param second the sum of the second values
 * @param secondUnit the same of these
 * @param distinct the different values: an {@link Exact} in base units for a {@link Quantity}, any other as it is
 */
public record RowTotals(
        long count,
        Exact least,
        Exact most,
        Exact first,
        Exact firstUnit,
        Exact second,
        Exact secondUnit,
        Collection<Object> distinct) {
    public RowTotals {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(firstUnit, "firstUnit");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(secondUnit, "secondUnit");
        Objects.requireNonNull(distinct, "distinct");
    }
}
