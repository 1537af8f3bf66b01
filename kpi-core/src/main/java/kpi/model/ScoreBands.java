package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;

/**
 * What a figure of a judged dimension is worth (級距), band by band: {@code 100 分 "優" 90 分以上}.
 *
 * <p>Scores that a scale or a cap allows always lie in one of them.
 *
 * @param bands in the order of the text
 */
public record ScoreBands(Span span, List<Band> bands) {
    public ScoreBands {
        Objects.requireNonNull(span, "span");
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllTypedException("bands hold at least one");
        }
    }

    /**
     * One of them.
     *
     * @param level what a figure in it is called; empty where it is only worth something
     * @param range the figures in it
     * @param worth the score, in 分
     */
    public record Band(Span span, Optional<String> level, GradeRule.Band range, Exact worth) {
        public Band {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(worth, "worth");
        }
    }

    /** The band a figure lies in; empty only beyond a closed end. */
    public Optional<Band> of(Exact figure) {
        return bands.stream().filter(band -> band.range().holds(figure)).findFirst();
    }
}
