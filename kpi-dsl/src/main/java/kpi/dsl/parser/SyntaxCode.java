package kpi.dsl.parser;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Texts;

/** What can be wrong with the text itself. The sentences stand in the property files of this name. */
public enum SyntaxCode implements Code {
    EMPTY_FORMULA,
    UNEXPECTED,
    UNEXPECTED_END,
    MISSING_OPERATOR,
    SPACED_DIGITS,
    COMMA_OUTSIDE_CALL,
    ODD_CHARACTER,
    INVISIBLE_CHARACTER,
    FOREIGN_DIGIT,
    UNCLOSED_TEXT,
    UNOPENED_BRACKET,
    UNCLOSED_BRACKET,
    MIXED_BRACKETS,
    BRACES,
    DOUBLED_SIGN,
    NEGATIVE_POWER,
    CHAINED_POWER,
    SUPERSCRIPT,
    FOREIGN_OPERATOR,
    TERNARY,
    CHAINED_TEST,
    STEP_IN_GUARD,
    MISPLACED_CASE,
    SEMICOLON,
    LEADING_EQUALS,
    DETACHED_PERCENT,
    DATE_OR_DIVISION,
    DATE_OR_SUBTRACTION,
    GROUPED_ARGUMENT,
    DECIMAL_COMMA,
    BAD_GROUPING,
    GROUPING_SIGN,
    NUMERAL,
    MALFORMED_NUMBER,
    LETTER_TIMES,
    UNKNOWN_CLAUSE,
    UNSPLIT_KEYWORD,
    UNQUOTED_TEXT,
    EQUALS_AFTER_KEYWORD,
    SPELLED_OTHERWISE,
    RANK_PARTS,
    PERIOD_COLON,
    TARGET_WITHOUT_PERIOD,
    STRICT_TARGET,
    BRACKET_BEHIND_ID,
    FIGURE_OF_KPI,
    BARE_CAP,
    SHARE_OF_TOTAL,
    NOT_IN_GROUP,
    CLAUSES_ON_ONE_LINE,
    INDENTED_CLAUSE,
    TIES_UNSAID,
    BLOCK_MISSING,
    BLOCK_NOT_ALLOWED,
    UNCLOSED_BLOCK,
    UNOPENED_BLOCK,
    UNKNOWN_TYPE,
    COLUMN_COLON,
    TWICE_SAID,
    FIGURES_OF_SEVERAL,
    PAST_OF_PAST,
    BAD_WHOLE_NUMBER,
    FORMULA_TOO_LONG(ProblemClass.LIMIT),
    FILE_TOO_LONG(ProblemClass.LIMIT),
    TOO_DEEP(ProblemClass.LIMIT),
    TOO_MANY_NODES(ProblemClass.LIMIT),
    TOO_MANY_ARGUMENTS(ProblemClass.LIMIT),
    TOO_MANY_DIGITS(ProblemClass.LIMIT),
    EXPONENT_TOO_LARGE(ProblemClass.LIMIT),
    TOO_MANY_DECLARATIONS(ProblemClass.LIMIT),
    TOO_MANY_ROWS(ProblemClass.LIMIT);

    static final Texts TEXTS = Texts.of("SyntaxCode", SyntaxCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    SyntaxCode() {
        this(ProblemClass.PARSE_ERROR);
    }

    SyntaxCode(ProblemClass problemClass) {
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
