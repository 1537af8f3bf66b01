package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** A row of a table written in the file; its cells stood between the signs {@code |}. */
public record DataRow(Span span, List<Cell> cells) implements Node {
    public DataRow {
        cells = List.copyOf(cells);
    }
}
