package kpi.engine;

import java.util.List;
import java.util.Optional;
import kpi.model.KpiPart;
import kpi.source.Place;
import kpi.unit.KpiUnit;

/**
 * Rows that can be walked, found by key, and stood at: those of a dataset in a period, or those of a KPI per row or group.
 * Immutable as long as an evaluation lasts.
 */
public interface RowView {
    /** The name of the dataset, or the id of the KPI. */
    String name();

    /** The rows that are seen, in their order, by numbers that stand for them in the other methods. The caller's own. */
    int[] rows();

    /** The columns that say what a row is about, with its period; empty if none does. */
    default List<String> keyColumns() {
        return List.of();
    }

    /** Whether there is such a column. */
    boolean has(String column);

    /** The cell of a row. */
    Outcome cell(int row, String column);

    /** The unit of a column of numbers; empty for other columns. */
    Optional<KpiUnit> unit(String column);

    /** Where a row came from. */
    Place place(int row);

    /** What the rows as a whole rest on. */
    Provenance provenance();

    /** Whether rows have figures, which may be missing: whether they are those of a KPI. */
    boolean hasFigures();

    /** A figure of a KPI at a row; {@link kpi.diagnostic.KpiUsageException} for rows without figures. */
    Outcome figure(int row, KpiPart part);
}
