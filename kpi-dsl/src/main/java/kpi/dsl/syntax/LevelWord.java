package kpi.dsl.syntax;

/** The figures beside a target. */
public enum LevelWord {
    BASELINE,
    THRESHOLD,
    BENCHMARK,
    STRETCH,
    LEGAL_FLOOR
}
