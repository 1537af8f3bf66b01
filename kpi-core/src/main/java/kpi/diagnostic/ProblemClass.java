package kpi.diagnostic;

/** What sort of thing went wrong. */
public enum ProblemClass {
    /** The text does not follow the grammar. */
    PARSE_ERROR,
    /** A name is unknown, or means two things. */
    NAME_ERROR,
    /** A meaning was refused before any data was read: units, arguments, cycles. */
    TYPE_ERROR,
    /** A named limit was exceeded. */
    LIMIT,
    /** A value does not exist: division by zero, outside a domain. */
    EVAL_ERROR,
    /** A file, a row or a cell is not what was declared. */
    DATA_ERROR
}
