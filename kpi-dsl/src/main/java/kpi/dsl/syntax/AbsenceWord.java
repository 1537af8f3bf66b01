package kpi.dsl.syntax;

import kpi.source.Span;

/** A figure that is said to be missing. */
public record AbsenceWord(Span span, Kind kind) implements Node {
    /** 未填報, 不適用, 無意義, 尚未發布. */
    public enum Kind {
        NOT_REPORTED,
        NOT_APPLICABLE,
        MEANINGLESS,
        NOT_YET_RELEASED
    }
}
