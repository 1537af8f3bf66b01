package kpi.engine.pieces;

import java.util.List;
import java.util.Objects;
import kpi.value.Absence;

/**
 * A row that lacks a value an aggregate needs, or fails.
 *
 * @param row its number among all rows
 * @param reasons why it has none, as they stand; none where it failed
 */
public record AbsentRow(long row, List<Reason> reasons) {
    public AbsentRow {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason.
     *
     * @param text what tells it from another
     */
    public record Reason(Absence absence, String text) {
        public Reason {
            Objects.requireNonNull(absence, "absence");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Whether the row has no value because something went wrong. */
    public boolean failed() {
        return reasons.isEmpty();
    }
}
