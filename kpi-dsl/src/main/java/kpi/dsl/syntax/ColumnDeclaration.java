package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** A column of a table, for example {@code 處數: 處 可缺} or {@code C "自籌財源": 億元}. */
public record ColumnDeclaration(Span span, Id name, List<Label> aliases, ColumnTypeWord type, boolean mayBeMissing)
        implements Node {
    public ColumnDeclaration {
        aliases = List.copyOf(aliases);
    }
}
