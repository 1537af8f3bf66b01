package kpi.data;

import java.util.Optional;
import kpi.data.raw.RawLongs;
import kpi.data.raw.RawNumbers;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Exact numbers in one unit. Usually narrow: row r is {@code unscaled(r) / 10^scale()} of the unit, as a long. Wide when
 * some value does not fit a long at the column's scale, or is a fraction that does not end: then only
 * {@link #exact} has the numbers.
 *
 * <p>Example: 5.35 and 5.4 in % are 535 and 540 with scale 2 and unit %.
 */
public final class DecimalColumn implements Column {
    private final KpiUnit unit;
    private final Missing missing;
    private final Prints prints;
    private final int rows;
    private final int scale;
    private final RawNumbers unscaled;
    private final Exact @Nullable [] wide;
    private final long minUnscaled;
    private final long maxUnscaled;
    private final Optional<Exact> min;
    private final Optional<Exact> max;

    DecimalColumn(KpiUnit unit, Missing missing, Prints prints, int scale, RawNumbers unscaled) {
        this.unit = unit;
        this.missing = missing;
        this.prints = prints;
        this.rows = unscaled.length();
        this.scale = scale;
        this.unscaled = unscaled;
        this.wide = null;
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        if (rows > 0 && missing.rows().count() == 0) {
            least = unscaled.least();
            most = unscaled.most();
        } else {
            for (int row = 0; row < rows; row++) {
                if (!missing.rows().contains(row)) {
                    least = Math.min(least, unscaled.get(row));
                    most = Math.max(most, unscaled.get(row));
                }
            }
        }
        boolean some = least <= most;
        this.minUnscaled = some ? least : 0;
        this.maxUnscaled = some ? most : 0;
        this.min = some ? Optional.of(Exact.of(least, scale)) : Optional.empty();
        this.max = some ? Optional.of(Exact.of(most, scale)) : Optional.empty();
    }

    DecimalColumn(KpiUnit unit, Missing missing, Prints prints, Exact[] wide) {
        this.unit = unit;
        this.missing = missing;
        this.prints = prints;
        this.rows = wide.length;
        this.scale = 0;
        this.unscaled = new RawLongs(new long[0]);
        this.wide = wide;
        this.minUnscaled = 0;
        this.maxUnscaled = 0;
        Exact least = null;
        Exact most = null;
        for (int row = 0; row < rows; row++) {
            if (!missing.rows().contains(row)) {
                least = least == null || wide[row].compareTo(least) < 0 ? wide[row] : least;
                most = most == null || wide[row].compareTo(most) > 0 ? wide[row] : most;
            }
        }
        this.min = Optional.ofNullable(least);
        this.max = Optional.ofNullable(most);
    }

    /** The unit every row is in. */
    public KpiUnit unit() {
        return unit;
    }

    /** Whether rows do not all fit a long; then only {@link #exact} and {@link #value} answer. */
    public boolean isWide() {
        return wide != null;
    }

    /** Decimal places of every {@link #unscaled} number; refuses a wide column. */
    public int scale() {
        requireNarrow();
        return scale;
    }

    /** The row's number in the column's unit, times 10^scale. Refuses a wide column and a row without a value. */
    public long unscaled(int row) {
        requireNarrow();
        return unscaled.get(missing.present(row));
    }

    /** The row's number in the column's unit. Refuses a row without a value. */
    public Exact exact(int row) {
        int at = missing.present(row);
        return wide == null ? Exact.of(unscaled.get(at), scale) : wide[at];
    }

    /**
     * The row's number with how finely it was printed: the finest plain digits of the column hold for all of them, and a cell
     * with a magnitude or unit of its own says it for itself. Empty for a number that nothing prints, such as a third from a
     * host. Refuses a row without a value.
     *
     * <p>Example: 66億 in a column of 元 is printed in hundreds of millions, 56.6 beside 63.88 in hundredths.
     */
    public Optional<PrintedQuantity> printed(int row) {
        Exact number = exact(row);
        return prints.resolution(row)
                .map(size ->
                        new PrintedQuantity(Quantity.of(number, unit), size.times(unit.scale()), text(number, size)));
    }

    /** Whether some number of it may have been rounded: it is not printed in whole base units throughout. */
    public boolean mayBeRounded() {
        return prints.mayBeRounded() || !unit.scale().equals(Exact.ONE);
    }

    /** The decimal places that plain digits of the column are printed with. */
    public int printedPlaces() {
        return prints.places();
    }

    private String text(Exact number, Exact resolution) {
        return resolution.compareTo(Exact.ONE) > 0
                ? NumberText.plain(number)
                : NumberText.decimal(number, prints.places(), Rounding.HALF_UP);
    }

    /** The smallest number in the column's unit; empty where no row has a value. */
    public Optional<Exact> min() {
        return min;
    }

    /** The largest number in the column's unit; empty where no row has a value. */
    public Optional<Exact> max() {
        return max;
    }

    /** For engines: bounds of the unscaled numbers, 0 where no row has a value. Refuses a wide column. */
    public long minUnscaled() {
        requireNarrow();
        return minUnscaled;
    }

    /** See {@link #minUnscaled}. */
    public long maxUnscaled() {
        requireNarrow();
        return maxUnscaled;
    }

    /** For engines: all unscaled numbers, 0 where a row is missing. Refuses a wide column. */
    public RawNumbers raw() {
        requireNarrow();
        return unscaled;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Bits missing() {
        return missing.rows();
    }

    @Override
    public Optional<Absence> absence(int row) {
        return missing.at(row);
    }

    @Override
    public Quantity value(int row) {
        int at = missing.present(row);
        return wide == null ? Quantity.of(unscaled.get(at), scale, unit) : Quantity.of(wide[at], unit);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.decimal(this);
    }

    private void requireNarrow() {
        if (wide != null) {
            throw new KpiUsageException("a wide column has no unscaled longs");
        }
    }
}
