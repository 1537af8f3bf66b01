package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** {@code period: figure}, or {@code period: missing word}: exactly one of the two. */
public record Entry(
        Span span, PeriodWord period, Optional<Figure> figure, Optional<AbsenceWord> missing, Attributes attributes)
        implements Node {
    public Entry {
        if (figure.isPresent() == missing.isPresent()) {
            throw new IllegalArgumentException("an entry has a figure or a missing word");
        }
    }
}
