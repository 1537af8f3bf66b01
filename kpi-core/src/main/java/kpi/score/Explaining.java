package kpi.score;

/** How much is explained. */
public enum Explaining {
    NONE,
    STEPS,
    ROWS
}
