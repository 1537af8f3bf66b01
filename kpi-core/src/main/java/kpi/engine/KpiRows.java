package kpi.engine;

import java.util.Objects;

/** The rows of a KPI per row or group, or why there are none. */
public sealed interface KpiRows {
    /** Rows, perhaps none. */
    record Rows(RowView view) implements KpiRows {
        public Rows {
            Objects.requireNonNull(view, "view");
        }
    }

    /** The KPI could not be evaluated. */
    record Absent(Outcome why) implements KpiRows {
        public Absent {
            Objects.requireNonNull(why, "why");
        }
    }
}
