package kpi.diagnostic;

/**
 * A named bound on what the library takes on, so that no text can exhaust the host. Data that are read have limits of
 * their own: {@code DataLimits}.
 */
public enum Limit {
    /** Code points of one formula text. */
    FORMULA_LENGTH("formulaLength", 20_000),
    /** Code points of one KPI file. */
    FILE_LENGTH("fileLength", 10_000_000),
    /** Levels of brackets, calls, signs and conditions inside one another. */
    NESTING("nesting", 100),
    /** Operands and operators of one expression; a flat chain of terms counts too. */
    NODES("nodes", 10_000),
    /** Operands and operators that calls of definitions with parameters add to the formulas of a program. */
    EXPANSION("expansion", 500_000),
    /** Arguments of one call. */
    ARGUMENTS("arguments", 10_000),
    /** Digits of one written number. */
    DIGITS("digits", 1_000),
    /** Size of a written power of ten, positive or negative. */
    EXPONENT("exponent", 6_144),
    /** Declarations of one file. */
    DECLARATIONS("declarations", 20_000),
    /** KPIs that rest on one another in one chain. */
    DEPENDENCIES("dependencies", 10_000),
    /** Rows of one table that stand in the text. */
    ROWS("rows", 10_000_000),
    /** Columns of one table that a text declares; more than the standard are never taken. */
    COLUMNS("columns", 16_384),
    /** Errors reported one by one; the rest is counted. */
    PROBLEMS_REPORTED("problemsReported", 20),
    /** UTF-16 units of each text of a problem; what is longer ends in {@code …}. */
    MESSAGE_LENGTH("messageLength", 500);

    private final String id;
    private final long standard;

    Limit(String id, long standard) {
        this.id = id;
        this.standard = standard;
    }

    /** The stable name shown in messages, for example {@code nesting}. */
    public String id() {
        return id;
    }

    /** The value in {@link Limits#standard()}. */
    public long standard() {
        return standard;
    }
}
