package kpi.score;

import java.util.Objects;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.unit.KpiUnit;
import kpi.value.PrintedQuantity;

/** A printed figure in the base unit of what it is held against, and how finely it is printed. */
record Printed(Exact value, Exact resolution) {
    Printed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(resolution, "resolution");
    }

    /**
     * A page may print a KPI in a unit that changes no number (分 as %); then the number counts, in the KPI's own unit.
     */
    static Printed of(PrintedQuantity printed, KpiUnit unit, KpiUnit shownIn) {
        KpiUnit own = printed.quantity().unit();
        boolean borrowed =
                !own.dimension().equals(unit.dimension()) && own.dimension().equals(shownIn.dimension());
        Exact factor = borrowed ? unit.scale().dividedBy(shownIn.scale()) : Exact.ONE;
        return new Printed(
                printed.quantity().canonical().times(factor),
                printed.resolution().times(factor));
    }

    /** A value as the page would print it. */
    Exact asPrinted(Exact canonical) {
        return canonical.roundToStep(resolution, Rounding.HALF_UP);
    }

    /** Whether the page would print that value so. */
    boolean fits(Exact canonical) {
        return asPrinted(canonical).equals(value);
    }

    /** How the print of a value stands to the printed figure. */
    int compare(Exact canonical) {
        return asPrinted(canonical).compareTo(value);
    }
}
