package kpi.dsl.review;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What a program computes, but probably not as it was meant. */
enum ReviewCode implements Code {
    /** Declared, and nothing uses it. */
    UNUSED_NAME(ProblemClass.NAME_ERROR),
    /** A name that means something else where it may be looked for. */
    HIDDEN_NAME(ProblemClass.NAME_ERROR),
    /** A condition that is always true, or never. */
    CONSTANT_CONDITION(ProblemClass.TYPE_ERROR),
    /** A target that asks for less than the one before it, without a word why. */
    LOWERED_WITHOUT_REASON(ProblemClass.TYPE_ERROR),
    /** A target that the period before already reached. */
    REGRESSIVE_TARGET(ProblemClass.TYPE_ERROR),
    /** Stated to be attained where no target is printed. */
    ATTAINED_WITHOUT_TARGET(ProblemClass.TYPE_ERROR),
    /** A target that asks for no more than the law does. */
    TARGET_AT_FLOOR(ProblemClass.TYPE_ERROR),
    /** A figure for a period in which another version holds, or none. */
    FIGURE_OUT_OF_REACH(ProblemClass.TYPE_ERROR);

    private static final Texts TEXTS = Texts.of("ReviewCode", ReviewCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    ReviewCode(ProblemClass problemClass) {
        this.problemClass = problemClass;
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
        return Severity.WARNING;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
