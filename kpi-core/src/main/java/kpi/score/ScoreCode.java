package kpi.score;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What can go wrong when a KPI is scored. */
public enum ScoreCode implements Code {
    /** One figure has two sources, and nothing says which of them stands. */
    TWO_SOURCES(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** A KPI has no value because something was not given. */
    MISSING_FIGURE(ProblemClass.DATA_ERROR, Severity.WARNING),
    /** Rows of a KPI have no value because something was not given. */
    MISSING_ROWS(ProblemClass.DATA_ERROR, Severity.WARNING),
    /** Rows of a KPI cannot be computed. */
    FAILED_ROWS(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** A KPI uses another one that cannot be computed. */
    WAITS_FOR(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** An attainment relative to a target of zero. */
    ZERO_TARGET(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** An attainment relative to a figure below zero: the quotient would fall where the actual gets better. */
    NEGATIVE_TARGET(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** An attainment between two figures that are the same. */
    NO_DISTANCE(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** A growth relative to a figure of zero. */
    ZERO_BASE(ProblemClass.EVAL_ERROR, Severity.ERROR),
    /** Several judged scores of one stage, and no rule that makes one of them. */
    SEVERAL_SCORES(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A rating that is not on the scale of its dimension. */
    RATING_OFF_SCALE(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A rating of a stage, a scorer or a criterion that its dimension does not have. */
    RATING_UNKNOWN(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** Two ratings of one scorer for the same, and none of them later. */
    RATING_TWICE(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A review that departs further from an earlier stage than it may. */
    RATING_TOO_FAR(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A rating whose reason must be said, and is not. */
    RATING_NO_REASON(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A rule that rests on its own past for longer than anybody looks back. */
    TOO_FAR_BACK(ProblemClass.LIMIT, Severity.ERROR),
    /** A rule puts years together whose fiscal years were of different length. */
    FISCAL_YEARS(ProblemClass.DATA_ERROR, Severity.WARNING),
    /** A printed figure that nothing can be held against. */
    NOT_RECONCILED(ProblemClass.EVAL_ERROR, Severity.INFO),
    /** Rows for which a figure is printed, but nothing can be held against it. */
    NOT_RECONCILED_ROWS(ProblemClass.EVAL_ERROR, Severity.INFO);

    private static final Texts TEXTS = Texts.of("ScoreCode", ScoreCode.class::getResourceAsStream);

    private final ProblemClass problemClass;
    private final Severity severity;

    ScoreCode(ProblemClass problemClass, Severity severity) {
        this.problemClass = problemClass;
        this.severity = severity;
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
    public Severity severity() {
        return severity;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
