package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** An input (資料項) of a KPI with its unit and its figures by period. */
public record InputDeclaration(
        Span span, QualifiedName name, List<Label> aliases, Optional<UnitWord> unit, List<Entry> series)
        implements Node {
    public InputDeclaration {
        aliases = List.copyOf(aliases);
        series = List.copyOf(series);
    }
}
