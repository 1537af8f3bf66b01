package kpi.value;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Texts;

/** What can be wrong with a printed number, date or period. */
public enum ValueCode implements Code {
    /** Nothing is there; nothing is never zero. */
    EMPTY_VALUE(ProblemClass.DATA_ERROR),
    /** A character that nobody can see. */
    INVISIBLE_CHARACTER(ProblemClass.DATA_ERROR),
    /** No number at the start. */
    NOT_A_NUMBER(ProblemClass.DATA_ERROR),
    /** Words before the number: 約50, 每人5元. */
    WORDS_BEFORE_NUMBER(ProblemClass.DATA_ERROR),
    /** Ways to print a number below zero that have another reading: (1,234), △5, 減少5. */
    NEGATIVE_OTHERWISE(ProblemClass.DATA_ERROR),
    /** Separators that are not between groups of three digits. */
    BAD_GROUPING(ProblemClass.DATA_ERROR),
    /** Digits of another script. */
    FOREIGN_DIGIT(ProblemClass.DATA_ERROR),
    /** Narrow and full-width digits in one number. */
    MIXED_WIDTH(ProblemClass.DATA_ERROR),
    /** More digits than the limit. */
    TOO_MANY_DIGITS(ProblemClass.LIMIT),
    /** An exponent past the limit. */
    EXPONENT_TOO_LARGE(ProblemClass.LIMIT),
    /** 5萬6億. */
    MAGNITUDES_NOT_FALLING(ProblemClass.DATA_ERROR),
    /** 3萬5, which people mean as 35,000 and which says 30,005. */
    SHORTHAND(ProblemClass.DATA_ERROR),
    /** Something that is no unit follows the number. */
    TRAILING_TEXT(ProblemClass.DATA_ERROR),
    /** A word that may belong to the number: 5百人, 50以上. */
    AMBIGUOUS_NUMBER(ProblemClass.DATA_ERROR),
    /** 6億 where 千元 is declared. */
    TWO_MAGNITUDES(ProblemClass.DATA_ERROR),
    /** A unit of another dimension than the declared one. */
    OTHER_UNIT(ProblemClass.DATA_ERROR),
    /** 31分(30). */
    MORE_THAN_FULL_MARKS(ProblemClass.DATA_ERROR),
    /** No date, or none of the spellings known. */
    BAD_DATE(ProblemClass.DATA_ERROR),
    /** A day the calendar does not have. */
    NO_SUCH_DAY(ProblemClass.DATA_ERROR),
    /** A year that does not fit the declared calendar. */
    OTHER_CALENDAR(ProblemClass.DATA_ERROR),
    /** No reporting period, or none of the spellings known. */
    BAD_PERIOD(ProblemClass.DATA_ERROR);

    private static final Texts TEXTS = Texts.of("ValueCode", ValueCode.class::getResourceAsStream);

    private final ProblemClass problemClass;

    ValueCode(ProblemClass problemClass) {
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
