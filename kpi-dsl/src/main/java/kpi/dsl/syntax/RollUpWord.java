package kpi.dsl.syntax;

/** How children make the figure of a node, as the text says it. */
public enum RollUpWord {
    WEIGHTED_MEAN,
    MEAN,
    GEOMETRIC_MEAN,
    HARMONIC_MEAN,
    MIN,
    MAX,
    SUM,
    WORST_CHILD,
    ATTAINED_SHARE,
    RANK_SUM,
    FORMULA
}
