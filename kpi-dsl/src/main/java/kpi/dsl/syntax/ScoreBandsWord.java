package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** {@code bands { 100 分 "優" 90 分以上 … }} of a judged dimension or one of its stages. */
public record ScoreBandsWord(Span span, List<Worth> bands) implements Node {
    public ScoreBandsWord {
        bands = List.copyOf(bands);
    }

    /**
     * {@code 100 分 "優" 90 分以上}.
     *
     * @param level what a figure in the band is called
     */
    public record Worth(Figure worth, Optional<Label> level, Band band) {}
}
