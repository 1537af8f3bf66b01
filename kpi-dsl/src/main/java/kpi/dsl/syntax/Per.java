package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** How often a KPI is evaluated, where its head says so; otherwise once. */
public sealed interface Per extends Node {
    /** {@code per row of 國家}, {@code 逐列 國家}. */
    record EachRow(Span span, Id table) implements Per {}

    /** {@code per facility_id}, {@code 逐 區、年度}: once for each group of rows that agree in these columns. */
    record EachGroup(Span span, List<Id> columns) implements Per {
        public EachGroup {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a group has at least one column");
            }
        }
    }
}
