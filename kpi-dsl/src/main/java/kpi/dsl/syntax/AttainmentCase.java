package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** Where another method of attainment holds: {@code when target = 0 人: yes/no}. */
public record AttainmentCase(Span span, Expression condition, AttainmentWord method, List<Step> steps) implements Node {
    public AttainmentCase {
        steps = List.copyOf(steps);
    }
}
