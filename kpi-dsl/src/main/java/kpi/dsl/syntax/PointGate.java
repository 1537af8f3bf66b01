package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/**
 * What must hold for the total of a points rule to stand: {@code gate "推動進度" at least 50 分, otherwise not applicable}.
 *
 * @param parts the titles of lines and groups; empty where every part is meant, or there is a condition
 */
public record PointGate(
        Span span, List<Label> parts, Optional<Figure> least, Optional<Expression> condition, NodeRule.Shut otherwise)
        implements Node {
    public PointGate {
        parts = List.copyOf(parts);
    }
}
