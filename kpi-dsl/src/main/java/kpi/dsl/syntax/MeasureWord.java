package kpi.dsl.syntax;

/** Which figure is meant: 實際值, 目標值, 目標達成度, 達成項數比率, 平均目標達成度. */
public enum MeasureWord {
    ACTUAL,
    TARGET,
    ATTAINMENT,
    ATTAINED_SHARE,
    MEAN_ATTAINMENT
}
