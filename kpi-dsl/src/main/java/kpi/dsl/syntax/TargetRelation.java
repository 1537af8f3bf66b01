package kpi.dsl.syntax;

/** How an actual must stand to a printed figure: ≧, ≦ or =. */
public enum TargetRelation {
    AT_LEAST,
    AT_MOST,
    EQUAL
}
