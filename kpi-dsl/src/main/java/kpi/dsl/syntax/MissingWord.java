package kpi.dsl.syntax;

/** The ways of having no value that a text can name. */
public enum MissingWord {
    MISSING,
    NOT_REPORTED,
    NOT_APPLICABLE,
    MEANINGLESS,
    NOT_YET_RELEASED,
    UNDEFINED
}
