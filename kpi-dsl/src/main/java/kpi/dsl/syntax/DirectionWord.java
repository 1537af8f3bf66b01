package kpi.dsl.syntax;

/** 越大越好, 越小越好, 越接近目標越好, 區間內最好, 不計方向. */
public enum DirectionWord {
    HIGHER,
    LOWER,
    NEAREST,
    WITHIN_BAND,
    NONE
}
