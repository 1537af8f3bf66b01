package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Source;
import kpi.source.Span;

/** A KPI file: its declarations in the order written. */
public record SourceFile(Source source, Span span, List<Declaration> declarations) implements Node {
    public SourceFile {
        declarations = List.copyOf(declarations);
    }
}
