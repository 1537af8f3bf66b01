package kpi.engine;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Texts;

/** What can go wrong while a figure is computed. */
public enum EvaluationCode implements Code {
    /** A divisor is 0. */
    DIVISION_BY_ZERO(ProblemClass.EVAL_ERROR),
    /** A function or power has no value for these arguments. */
    OUTSIDE_DOMAIN(ProblemClass.EVAL_ERROR),
    /** A value exists, but takes more digits than numbers may have. */
    TOO_LARGE(ProblemClass.LIMIT),
    /** An average, smallest or largest of no rows. */
    NO_ROWS(ProblemClass.EVAL_ERROR),
    /** Two rows have the key by which one row was looked up. */
    SEVERAL_ROWS(ProblemClass.DATA_ERROR),
    /** Rows are needed of which only what some aggregates need was kept. */
    ROWS_NOT_KEPT(ProblemClass.LIMIT),
    /** An aggregate needs more different values than are kept of rows in pieces. */
    TOO_MANY_VALUES_KEPT(ProblemClass.LIMIT),
    /** Rows in pieces were gathered for other periods. */
    PERIOD_NOT_KEPT(ProblemClass.LIMIT),
    /** No row of a look-up table has these keys. */
    LOOK_UP_OUTSIDE(ProblemClass.EVAL_ERROR),
    /** The rows of a look-up table cannot be used. */
    LOOK_UP_DATA(ProblemClass.DATA_ERROR),
    /** A number is rounded to a multiple of zero, or of less. */
    STEP_NOT_POSITIVE(ProblemClass.EVAL_ERROR),
    /** None of the cases of a rule holds, and the author said that there is no value then. */
    NO_CASE_HOLDS(ProblemClass.EVAL_ERROR),
    /** Two exceptions to one rule apply at once. */
    TWO_EXCEPTIONS(ProblemClass.EVAL_ERROR),
    /** A function of the host broke its contract. */
    FUNCTION_FAILED(ProblemClass.EVAL_ERROR);

    private static final Texts TEXTS = Texts.of("EvaluationCode", EvaluationCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    EvaluationCode(ProblemClass problemClass) {
        this.problemClass = problemClass;
    }

    /** Whether it means that there is no such value, rather than that something else went wrong. */
    public boolean isUndefined() {
        return this == DIVISION_BY_ZERO || this == OUTSIDE_DOMAIN || this == NO_ROWS || this == NO_CASE_HOLDS;
    }

    @Override
    public String id() {
        return Code.idOf(this);
    }

    @Override
    public ProblemClass problemClass() {
        return problemClass;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
