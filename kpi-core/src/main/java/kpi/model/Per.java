package kpi.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * How often a KPI is evaluated in a period: once, or <b>per</b> row or group (逐列、逐組).
 *
 * <p>A KPI per row or group is also a table, named by its id: other KPIs aggregate its figures. The columns of that table
 * are those of the dataset, or the group columns.
 */
public sealed interface Per {
    /** Once for each period. */
    Per ONCE = new Once();

    /** Once for each period. */
    record Once() implements Per {}

    /** For each row of a dataset; the whole KPI has a current row of it. */
    record EachRow(String table) implements Per {
        public EachRow {
            Objects.requireNonNull(table, "table");
        }
    }

    /**
     * For each distinct combination of values in these columns, over all datasets and KPIs it uses that have them; its
     * aggregates over these see only the rows of the group.
     */
    record EachGroup(List<String> columns) implements Per {
        public EachGroup {
            columns = List.copyOf(columns);
            if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
                throw new IllTypedException("groups are told apart by distinct columns, not by " + columns);
            }
        }
    }

    /** Whether there is one figure a period. */
    default boolean isOnce() {
        return this instanceof Once;
    }
}
