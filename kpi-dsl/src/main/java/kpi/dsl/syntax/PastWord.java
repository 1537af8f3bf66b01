package kpi.dsl.syntax;

/** Which other periods a value is taken from, and what becomes of them. */
public enum PastWord {
    PREVIOUS,
    YEAR_BEFORE,
    MEAN_OF_LAST,
    SUM_OF_LAST,
    LOWEST_OF_LAST,
    HIGHEST_OF_LAST,
    MOVING_MEAN,
    MOVING_SUM,
    LOWEST_MOVING,
    HIGHEST_MOVING,
    GROWTH,
    YEARLY_GROWTH,
    CUMULATIVE,
    CLOSING
}
