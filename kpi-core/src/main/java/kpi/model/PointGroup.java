package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/**
 * Lines of a points rule with limits of their own: {@code 分組 "獎勵" 上限 10 分 { … }}.
 *
 * <p>The limits apply to what the lines come to together. Where every line deducts, they apply to what is deducted, as those
 * of one deduction do.
 *
 * @param from the index of its first line among those of the rule
 * @param to the index behind its last line
 */
public record PointGroup(Span span, String label, int from, int to, List<PointItem.Cap> caps) {
    public PointGroup {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(label, "label");
        caps = List.copyOf(caps);
        if (from < 0 || to <= from) {
            throw new IllTypedException("a group has lines");
        }
        if (caps.stream().anyMatch(cap -> cap.scope() == PointItem.Scope.EACH)) {
            throw new IllTypedException("a group is limited in all");
        }
    }

    /** Its lines. */
    public List<PointItem> lines(List<PointItem> items) {
        return items.subList(from, to);
    }

    /** −1 where every line deducts, else +1. */
    public int sign(List<PointItem> items) {
        return lines(items).stream().allMatch(item -> item.kind() == PointItem.Kind.DEDUCT) ? -1 : 1;
    }
}
