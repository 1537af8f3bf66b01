package kpi.value;

import java.util.Objects;
import java.util.function.BinaryOperator;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.source.Place;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitAlgebra;
import kpi.unit.UnitTable;
import kpi.unit.Units;

/**
 * An exact number with its unit. No getter gives the number without a unit, so 5.35 % is never read as 0.0535 by
 * accident.
 *
 * <p>Equal if the value and the dimension are: 1,000 千元 equals 1,000,000 元. Order goes by value wherever {@link
 * UnitAlgebra#compare} allows it, so 5 % and the ratio 0.05 compare as equal without being equal.
 *
 * <p>Example: {@code Quantity.of("5.35", Units.PERCENT).display(Language.EN)} is {@code "5.35 %"}.
 */
public final class Quantity implements Value, Comparable<Quantity> {
    /** Decimal places shown when nobody says how many. */
    private static final int SHOWN_PLACES = 10;

    private final Exact canonical;
    private final KpiUnit unit;

    private Quantity(Exact canonical, KpiUnit unit) {
        this.canonical = Objects.requireNonNull(canonical, "canonical");
        this.unit = Objects.requireNonNull(unit, "unit");
    }

    /** So much of a unit; the text is what {@link Exact#toString()} writes, else {@link KpiUsageException}. */
    public static Quantity of(String exact, KpiUnit unit) {
        return of(Exact.of(exact), unit);
    }

    /** {@code unscaled} × 10<sup>−scale</sup> of a unit. */
    public static Quantity of(long unscaled, int scale, KpiUnit unit) {
        return of(Exact.of(unscaled, scale), unit);
    }

    /** So much of a unit. */
    public static Quantity of(Exact inUnit, KpiUnit unit) {
        return new Quantity(inUnit.times(unit.scale()), unit);
    }

    /** A value given in the base unit of the dimension, to be shown in the unit: 0.0535 and % make 5.35 %. */
    public static Quantity canonical(Exact canonical, KpiUnit unit) {
        return new Quantity(canonical, unit);
    }

    /** Reads a quantity as documents print it, with the standard units. */
    public static Checked<Quantity> parse(String asPrinted) {
        return parse(asPrinted, UnitTable.standard(), NumberBudget.standard());
    }

    /**
     * Reads a quantity as documents print it: {@code 6億5,202萬次}, {@code 66億元}, {@code 5.4%}, {@code 170 萬元}, full-width
     * digits. A number without a unit is a bare number; an unknown unit word is a count label of its own. What is no
     * number, has anything left over, or has two readings is a problem, never a guess.
     */
    public static Checked<Quantity> parse(String asPrinted, UnitTable units, NumberBudget budget) {
        return QuantityReader.quantityOf(parsePrinted(asPrinted, units, budget));
    }

    /** As {@link #parse(String)}, and how finely it was printed. */
    public static Checked<PrintedQuantity> parsePrinted(String asPrinted) {
        return parsePrinted(asPrinted, UnitTable.standard(), NumberBudget.standard());
    }

    /** As {@link #parse(String, UnitTable, NumberBudget)}, and how finely it was printed. */
    public static Checked<PrintedQuantity> parsePrinted(String asPrinted, UnitTable units, NumberBudget budget) {
        return new QuantityReader(PrintedText.of(asPrinted), units, budget).read();
    }

    /** As {@link #parsePrinted(String, UnitTable, NumberBudget)}; problems stand at the place. */
    public static Checked<PrintedQuantity> parsePrinted(
            String asPrinted, UnitTable units, NumberBudget budget, Place place) {
        return new QuantityReader(PrintedText.at(asPrinted, place), units, budget).read();
    }

    /**
     * Reads a figure where its unit is declared elsewhere, as in the column of a table: a bare figure is in that unit, a
     * figure with a unit word must be of the same dimension and is converted. {@code 6億} in a column of 千元 has two
     * readings and is refused.
     */
    public static Checked<PrintedQuantity> parsePrintedIn(
            KpiUnit declared, String asPrinted, UnitTable units, NumberBudget budget, Place place) {
        return new QuantityReader(PrintedText.at(asPrinted, place), units, budget).readIn(declared);
    }

    /** The unit it is shown in. */
    public KpiUnit unit() {
        return unit;
    }

    /** What it is a quantity of. */
    public Dimension dimension() {
        return unit.dimension();
    }

    /** The number in the base unit of the dimension: 0.0535 for 5.35 %. */
    public Exact canonical() {
        return canonical;
    }

    /**
     * The number of units: 5.35 for 5.35 % in %.
     *
     * @throws KpiUsageException if the unit measures something else; a ratio may be asked for in %, and a percentage or a
     *     bare number as a ratio, but never a bare number in %
     */
    public Exact in(KpiUnit other) {
        return as(other).inOwnUnit();
    }

    /** The same quantity, shown in another unit; refuses what {@link #in} refuses. */
    public Quantity as(KpiUnit other) {
        if (!converts(dimension(), other.dimension())) {
            throw new KpiUsageException(dimension().name(Language.EN) + " cannot be given in "
                    + other.dimension().name(Language.EN));
        }
        return new Quantity(canonical, other);
    }

    private static boolean converts(Dimension from, Dimension to) {
        if (from.equals(to)) {
            return true;
        }
        return (from instanceof Dimension.Ratio && isRatioInOtherWords(to))
                || (to instanceof Dimension.Ratio && isRatioInOtherWords(from));
    }

    private static boolean isRatioInOtherWords(Dimension dimension) {
        return dimension instanceof Dimension.Percent || dimension instanceof Dimension.Plain;
    }

    /** The sum; {@link KpiUsageException} where {@link UnitAlgebra#plus} clashes. */
    public Quantity plus(Quantity other) {
        return combined("+", other, UnitAlgebra.plus(dimension(), other.dimension()), Exact::plus);
    }

    /** The difference; {@link KpiUsageException} where {@link UnitAlgebra#minus} clashes. */
    public Quantity minus(Quantity other) {
        return combined("−", other, UnitAlgebra.minus(dimension(), other.dimension()), Exact::minus);
    }

    /** The product; {@link KpiUsageException} where {@link UnitAlgebra#times} clashes. */
    public Quantity times(Quantity other) {
        return combined("×", other, UnitAlgebra.times(dimension(), other.dimension()), Exact::times);
    }

    /**
     * The quotient.
     *
     * @throws KpiUsageException where {@link UnitAlgebra#dividedBy} clashes
     * @throws kpi.number.NumberException if the other is zero
     */
    public Quantity dividedBy(Quantity other) {
        return combined("÷", other, UnitAlgebra.dividedBy(dimension(), other.dimension()), Exact::dividedBy);
    }

    private Quantity combined(
            String sign, Quantity other, UnitAlgebra.Outcome outcome, BinaryOperator<Exact> operation) {
        Dimension result = dimensionOf(sign, other, outcome);
        KpiUnit shown =
                result.equals(dimension()) ? unit : result.equals(other.dimension()) ? other.unit : Units.basic(result);
        return new Quantity(operation.apply(canonical, other.canonical), shown);
    }

    private Dimension dimensionOf(String sign, Quantity other, UnitAlgebra.Outcome outcome) {
        if (outcome instanceof UnitAlgebra.Outcome.Of of) {
            return of.dimension();
        }
        throw new KpiUsageException(dimension().name(Language.EN) + " " + sign + " "
                + other.dimension().name(Language.EN) + " has no meaning");
    }

    /** Rounded in its own unit: two places of % are 0.01 %, two places of 千元 are 10 元. */
    public Quantity round(int places, Rounding mode) {
        return of(inOwnUnit().round(places, mode), unit);
    }

    /** Grouped digits and the unit, {@code 226,157 人}; at most ten places, then {@code …} if digits were cut. */
    @Override
    public String display(Language language) {
        return withUnit(GroupedDigits.of(NumberText.shortest(inOwnUnit(), SHOWN_PLACES)));
    }

    /** Grouped digits with so many places, rounded half up for the eye alone, and the unit: {@code 5.40 %}. */
    public String display(Language language, int places) {
        return withUnit(NumberText.grouped(inOwnUnit(), places));
    }

    /** The digits alone, in its unit, neither grouped nor cut: {@code 5.35}; {@code 1/3} if they never end. */
    public String plain() {
        return NumberText.plain(inOwnUnit());
    }

    /**
     * Always a decimal, in its unit, not grouped: exactly where the digits end, else rounded half up to 20 places, or to 20
     * significant digits where that is finer: {@code 0.33333333333333333333} for 1/3. {@link #plain()} is exact.
     */
    public String decimal() {
        return NumberText.decimal(inOwnUnit());
    }

    private Exact inOwnUnit() {
        return canonical.dividedBy(unit.scale());
    }

    private String withUnit(String digits) {
        return unit.symbol().isEmpty() ? digits : digits + " " + unit.symbol();
    }

    /**
     * By value, whatever the units.
     *
     * @throws KpiUsageException where {@link UnitAlgebra#compare} clashes
     */
    @Override
    public int compareTo(Quantity other) {
        dimensionOf("<", other, UnitAlgebra.compare(dimension(), other.dimension()));
        return canonical.compareTo(other.canonical);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity
                && canonical.equals(quantity.canonical)
                && dimension().equals(quantity.dimension());
    }

    @Override
    public int hashCode() {
        return 31 * canonical.hashCode() + dimension().hashCode();
    }

    /** The plain digits and the unit word; for people. */
    @Override
    public String toString() {
        return withUnit(plain());
    }
}
