package kpi.dsl.syntax;

import kpi.source.Span;

/** Which milestone an actual goes by. */
public record MilestoneWord(Span span, Kind kind) implements Node {
    /** The last before the first gap, or the highest whatever lies before it. */
    public enum Kind {
        LAST_WITHOUT_GAP,
        HIGHEST
    }
}
