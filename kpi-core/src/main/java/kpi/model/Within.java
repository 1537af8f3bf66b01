package kpi.model;

import java.util.Objects;

/**
 * Narrows an aggregate to the rows that agree in a column with the row around it (同 年度).
 *
 * @param column a column of the rows that are aggregated
 * @param key the value it must have, evaluated where the aggregate stands: usually the cell of the row around it, or the
 *     key of the group
 */
public record Within(String column, Term key) {
    public Within {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(key, "key");
    }
}
