package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;

/**
 * What must hold before the total of a points rule stands (門檻條件): {@code gate every part at least 50 分, otherwise not
 * applicable}.
 *
 * @param parts the lines and groups that must reach a limit; empty where there is a condition. Lines whose own condition does
 *     not hold are not asked
 * @param least the least points each part must come to, before its sign
 * @param condition what must hold
 * @param otherwise what happens where it does not hold
 */
public record PointGate(
        Span span, List<Part> parts, Optional<Term> least, Optional<Term> condition, Gate.Consequence otherwise) {
    public PointGate {
        Objects.requireNonNull(span, "span");
        parts = List.copyOf(parts);
        least.ifPresent(Terms::requireMeasure);
        condition.ifPresent(Terms::requireTruth);
        Objects.requireNonNull(otherwise, "otherwise");
        if (least.isPresent() == condition.isPresent() || least.isPresent() == parts.isEmpty()) {
            throw new IllTypedException("a gate is about parts that must reach a limit, or has a condition");
        }
    }

    /** A line, or a group, by its index among those of the rule. */
    public record Part(boolean group, int index) {}
}
