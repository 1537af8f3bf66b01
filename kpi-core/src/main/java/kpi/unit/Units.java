package kpi.unit;

import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;

/** The units everybody needs. Example: {@code Quantity.of("5.35", Units.PERCENT)}. */
public final class Units {
    /** A bare number. */
    public static final KpiUnit NUMBER = basic(Dimension.NUMBER);

    /** Like over like, written without a unit. */
    public static final KpiUnit RATIO = basic(Dimension.RATIO);

    /** %. */
    public static final KpiUnit PERCENT = basic(Dimension.PERCENT);

    /** ‰. */
    public static final KpiUnit PER_MILLE = KpiUnit.of(Dimension.PERCENT, Exact.of(1, 3), "‰");

    /** 百分點. */
    public static final KpiUnit PERCENTAGE_POINT = basic(Dimension.PERCENTAGE_POINT);

    /** 分. */
    public static final KpiUnit POINTS = basic(Dimension.POINTS);

    /** 元. */
    public static final KpiUnit NTD = basic(Dimension.money());

    private Units() {}

    /**
     * A count of things under a label. Standard spellings of one label are one: 台 and 臺, person and people.
     *
     * @throws KpiUsageException if the label is blank, or the word already means something else, as 元 or 千人 do
     */
    public static KpiUnit count(String label) {
        KpiUnit unit = UnitTable.standard().labelOf(label);
        if (!(unit.dimension() instanceof Dimension.Count) || !unit.scale().equals(Exact.ONE)) {
            throw new KpiUsageException("\"" + unit.symbol() + "\" is a unit of "
                    + unit.dimension().symbol() + ", not the label of a count");
        }
        return unit;
    }

    /** The unit a dimension is shown in when nobody says otherwise: its base unit, and % for percent. */
    public static KpiUnit basic(Dimension dimension) {
        boolean hundredths = dimension instanceof Dimension.Percent || dimension instanceof Dimension.PercentagePoint;
        return KpiUnit.of(dimension, hundredths ? Exact.of(1, 2) : Exact.ONE, dimension.symbol());
    }
}
