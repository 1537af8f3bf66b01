package kpi.dsl.syntax;

/** What a child without a value means, as the text says it. */
public enum MissingChildWord {
    TOTAL_MISSING,
    LEFT_OUT,
    SHARED_IN_PROPORTION,
    SHARED_EQUALLY,
    NOT_SHARED
}
