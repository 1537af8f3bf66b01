package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.number.Exact;
import kpi.source.Span;

/**
 * One thing that is judged, with its share of the whole and what its scores mean.
 *
 * @param weight the share, 1 being all
 * @param levels from the highest to the lowest or the other way round, as the text has them
 */
public record Criterion(Span span, String name, Exact weight, List<Level> levels) {
    public Criterion {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(name, "name");
        if (weight.signum() < 0) {
            throw new IllTypedException("a criterion counts for something");
        }
        levels = List.copyOf(levels);
    }

    /** What scores between two ends, both included, stand for: 90 to 100 國內首創. */
    public record Level(Span span, Exact least, Exact most, String text) {
        public Level {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(text, "text");
            if (least.compareTo(most) > 0) {
                throw new IllTypedException("a level runs from a lower score to a higher one");
            }
        }
    }
}
