package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/**
 * {@code period: figure}, or {@code period: missing word}, or {@code period: milestones}: exactly one of the three.
 *
 * @param reached the milestones that a reported actual names
 */
public record Entry(
        Span span,
        PeriodWord period,
        Optional<Figure> figure,
        Optional<AbsenceWord> missing,
        List<Id> reached,
        Attributes attributes)
        implements Node {
    public Entry {
        reached = List.copyOf(reached);
        int said = (figure.isPresent() ? 1 : 0) + (missing.isPresent() ? 1 : 0) + (reached.isEmpty() ? 0 : 1);
        if (said != 1) {
            throw new IllegalArgumentException("an entry has a figure, a missing word or milestones");
        }
    }
}
