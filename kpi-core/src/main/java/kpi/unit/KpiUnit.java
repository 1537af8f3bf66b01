package kpi.unit;

import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;

/**
 * A unit: a dimension, a size and the word it is written with. Equal if all three are.
 *
 * <p>Numbers are kept in the base unit of the dimension; the scale is how much of it one of this unit is: 1/100 for %,
 * 1000 for 千元.
 *
 * <p>Example: {@code Units.NTD.scaledBy("千", Exact.of(1000))} is 千元.
 */
public final class KpiUnit {
    private final Dimension dimension;
    private final Exact scale;
    private final String symbol;

    private KpiUnit(Dimension dimension, Exact scale, String symbol) {
        this.dimension = dimension;
        this.scale = scale;
        this.symbol = symbol;
    }

    /**
     * A unit of a dimension.
     *
     * @param scale how much of the dimension's base unit one of this unit is; positive
     * @param symbol the word it is written with; empty only for numbers and ratios
     * @throws KpiUsageException if the scale is not positive or the symbol cannot be read back after a number
     */
    public static KpiUnit of(Dimension dimension, Exact scale, String symbol) {
        if (scale.signum() <= 0) {
            throw new KpiUsageException("the scale of a unit must be positive, but is " + scale);
        }
        if (symbol.isEmpty()) {
            if (!dimension.symbol().isEmpty()) {
                throw new KpiUsageException("only a number or a ratio has no unit word");
            }
        } else if (!symbol.equals(dimension.symbol()) && !UnitWords.isWord(symbol)) {
            throw new KpiUsageException("\"" + UnitWords.shown(symbol) + "\" cannot be the word for a unit");
        }
        return new KpiUnit(dimension, scale, symbol);
    }

    /** What this is a unit of. */
    public Dimension dimension() {
        return dimension;
    }

    /** How much of the dimension's base unit one of this unit is. */
    public Exact scale() {
        return scale;
    }

    /** The word, as it is written after a number; empty for numbers and ratios. */
    public String symbol() {
        return symbol;
    }

    /** This unit with a magnitude before it: 千 and 1000 make 千元 of 元. */
    public KpiUnit scaledBy(String magnitudeSymbol, Exact factor) {
        return of(dimension, scale.times(factor), magnitudeSymbol + symbol);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KpiUnit unit
                && dimension.equals(unit.dimension)
                && scale.equals(unit.scale)
                && symbol.equals(unit.symbol);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dimension.hashCode() + scale.hashCode()) + symbol.hashCode();
    }

    /** The word, or the kind of number where there is none; for people, not for reading back. */
    @Override
    public String toString() {
        return symbol.isEmpty() ? dimension.name(Language.EN) : symbol;
    }
}
