package kpi.run;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What can be wrong with the facts a host brings to a program. */
public enum RunCode implements Code {
    /** Two facts for one figure; neither is later than the other. */
    TWO_SOURCES(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A quantity that measures something else than what is asked for. */
    WRONG_UNIT(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** Data that no KPI asks for; they are left out. */
    UNASKED_DATA(ProblemClass.DATA_ERROR, Severity.INFO),
    /** The same, with a name that resembles one that is asked for. */
    UNASKED_BUT_NEAR(ProblemClass.DATA_ERROR, Severity.WARNING),
    /** A saved state of pieces was cut off, changed, or is none. */
    STATE_DAMAGED(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A saved state of another program, dataset, period or limit. */
    STATE_OF_OTHERS(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** A saved state of a form that this version of the library does not read. */
    STATE_OF_VERSION(ProblemClass.DATA_ERROR, Severity.ERROR),
    /** The host's own code failed in giving the rows of a dataset. */
    ROWS_FAILED(ProblemClass.DATA_ERROR, Severity.ERROR);

    private static final Texts TEXTS = Texts.of("RunCode", RunCode.class::getResourceAsStream);

    private final ProblemClass problemClass;
    private final Severity severity;

    RunCode(ProblemClass problemClass, Severity severity) {
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
