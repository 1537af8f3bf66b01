package kpi.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kpi.source.Span;
import kpi.value.ReportingPeriod;

/**
 * The figures of one level: one for all periods, or several that each hold from their period on, until the next.
 *
 * @param always the figure of all periods; where there is one, there is no other
 */
public record LevelFigures(
        Level level, Optional<LevelFigure> always, NavigableMap<ReportingPeriod, LevelFigure> from, Span span) {
    public LevelFigures {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(span, "span");
        from = Collections.unmodifiableNavigableMap(new TreeMap<>(from));
        if (always.isPresent() != from.isEmpty()) {
            throw new IllTypedException("a level has one figure, or figures by period");
        }
    }

    /** The figure that holds in a period; empty before the first. */
    public Optional<LevelFigure> in(ReportingPeriod period) {
        return always.or(() -> Optional.ofNullable(from.floorEntry(period)).map(Map.Entry::getValue));
    }

    /** The rules of those that are computed. */
    public List<Term> terms() {
        return Stream.concat(always.stream(), from.values().stream())
                .flatMap(figure -> figure.computed().stream())
                .toList();
    }
}
