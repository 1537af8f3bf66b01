package kpi.engine;

import kpi.model.Aggregation;
import kpi.model.LookUp;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.PastValue;
import kpi.model.PointItem;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.source.Place;
import kpi.value.ReportingPeriod;

/**
 * Hears what the engine does. Terms are entered and left as brackets nest; what happens at each row of a dataset is only
 * told as that row's contribution.
 *
 * <p>A definition is evaluated before the first term that needs it, so it is heard before and apart from that term.
 */
public interface Listener {

    /** The engine begins with a term. */
    default void enter(Term term) {}

    /** The engine has the outcome of the term it entered last and has not left. */
    default void leave(Term term, Outcome outcome) {}

    /** A value of another period that a term needs. */
    default void recalled(PastValue term, ReportingPeriod period, Outcome value) {}

    /** The row of its table that a look-up found. */
    default void found(LookUp term, LookUpRow row) {}

    /** Between which ends a look-up interpolates. */
    default void interpolated(LookUp term, LookUpIndex.Segment segment) {}

    /** A row that passed the filter of an aggregate contributes this. */
    default void row(Aggregation term, int row, Place place, Outcome value) {}

    /** Whether each row is told; one that only wants their number spares the engine walking rows it knows already. */
    default boolean wantsRows() {
        return true;
    }

    /**
     * How many rows of an aggregate, or of a line of points, it wants to hear of at most: the first. It may be told more; one
     * that wants few spares the engine walking the others.
     */
    default int mostRows() {
        return Integer.MAX_VALUE;
    }

    /** So many rows passed the filter of an aggregate; so many rows of a KPI were left out that lack a figure it needs. */
    default void rows(Aggregation term, long passed, long leftOut) {}

    /** The row around was compared with so many rows; so many others were left out because they lack a value. */
    default void among(Standing term, long rows, long leftOut) {}

    /** A row that passed the filter of a line of points contributes this, before its sign. */
    default void row(PointItem item, int row, Place place, Outcome value) {}
}
