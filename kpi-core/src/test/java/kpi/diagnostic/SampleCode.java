package kpi.diagnostic;

/** Codes as a package would have them, for tests. */
enum SampleCode implements Code {
    UNOPENED_BRACKET(ProblemClass.PARSE_ERROR),
    UNIT_CLASH(ProblemClass.TYPE_ERROR),
    UNKNOWN_NAME(ProblemClass.NAME_ERROR),
    STRAY_CHARACTER(ProblemClass.PARSE_ERROR),
    BAD_NUMBER(ProblemClass.DATA_ERROR),
    MISSING_INPUT(ProblemClass.EVAL_ERROR),
    ODD_SPELLING(ProblemClass.NAME_ERROR) {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    };

    private static final Texts TEXTS = Texts.of("SampleCode", SampleCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    SampleCode(ProblemClass problemClass) {
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
    public Texts texts() {
        return TEXTS;
    }
}
