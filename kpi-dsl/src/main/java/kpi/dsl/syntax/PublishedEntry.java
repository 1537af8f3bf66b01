package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What one page printed for one period: {@code 109 "成果表": actual 5.41%, target 5.5%}. */
public record PublishedEntry(Span span, PeriodWord period, Optional<Label> page, List<PublishedFigure> figures)
        implements Node {
    public PublishedEntry {
        figures = List.copyOf(figures);
    }

    /** One printed figure. */
    public record PublishedFigure(Span span, MeasureWord what, Optional<TargetRelation> relation, Figure figure)
            implements Node {}
}
