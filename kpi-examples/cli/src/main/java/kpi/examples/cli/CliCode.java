package kpi.examples.cli;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What can be wrong with what the tool was given, beside the text and the data themselves. */
enum CliCode implements Code {
    // files
    /** A folder without a .kpi file directly in it. */
    NO_KPI_FILES(ProblemClass.DATA_ERROR),
    /** A dataset is named so that its file would lie outside the data folder. */
    FILE_OUTSIDE_FOLDER(ProblemClass.DATA_ERROR),

    // periods
    /** Nobody said which period, and the data name none. */
    NO_PERIOD(ProblemClass.DATA_ERROR),
    /** Nobody said which period, so the tool took one. */
    PERIOD_CHOSEN(ProblemClass.DATA_ERROR, Severity.INFO),

    // requests of calc --jsonl
    /** A line that is no JSON object. */
    BAD_JSON_LINE(ProblemClass.PARSE_ERROR),
    /** A line, text or number past the tool's limit. */
    LINE_TOO_LARGE(ProblemClass.LIMIT),
    /** A field that must be there. */
    MISSING_FIELD(ProblemClass.PARSE_ERROR),
    /** A field of another kind than it must be. */
    WRONG_FIELD(ProblemClass.PARSE_ERROR),

    // what a formula is to be computed with
    /** A unit asked for that can be none. */
    UNREADABLE_UNIT(ProblemClass.PARSE_ERROR),
    /** More places than a number may have, or fewer than none. */
    PLACES_OUT_OF_RANGE(ProblemClass.LIMIT),
    /** An input without a name, or two of one name. */
    BAD_INPUT_NAME(ProblemClass.NAME_ERROR),
    /** An input stands for something missing. */
    MISSING_INPUT(ProblemClass.EVAL_ERROR),
    /** The value is past what a number may be in the unit asked for. */
    NO_VALUE(ProblemClass.EVAL_ERROR);

    private static final Texts TEXTS = Texts.of("CliCode", CliCode.class::getResourceAsStream);

    private final ProblemClass problemClass;
    private final Severity severity;

    CliCode(ProblemClass problemClass) {
        this(problemClass, Severity.ERROR);
    }

    CliCode(ProblemClass problemClass, Severity severity) {
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
