package kpi.model;

import java.util.Objects;
import kpi.source.Span;

/**
 * A column of printed actuals (公布值): each row's or group's actual is held against its cell; never used.
 *
 * <p>Where a figure is not the printed one, what is behind it is moved within what its print allows, as inputs are elsewhere.
 *
 * @param table the dataset of a KPI per row; for a KPI per group a dataset with one row a group, that has the group columns
 * @param column the printed actuals, in the unit of the column
 */
public record PublishedColumn(Span span, String table, String column) {
    public PublishedColumn {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }
}
