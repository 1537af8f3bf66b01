package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** Lines of a points rule with limits of their own: {@code group "獎勵" at most 10 分 { … }}. */
public record PointGroup(Span span, Label label, List<PointItem.Cap> caps, List<PointItem> items) implements Node {
    public PointGroup {
        caps = List.copyOf(caps);
        items = List.copyOf(items);
    }
}
