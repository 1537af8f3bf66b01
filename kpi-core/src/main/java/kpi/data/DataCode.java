package kpi.data;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What can be wrong with data, beside what {@link kpi.value.ValueCode} says of a single figure, date or period. */
public enum DataCode implements Code {
    // cells
    /** An empty cell in a column that may not be missing. */
    MISSING_VALUE,
    /** A text that is neither true nor false. */
    UNREADABLE_TRUTH,
    /** A text that is none of the declared ones. */
    NOT_ONE_OF,
    /** A text that is none of the declared ones but resembles one. */
    NOT_ONE_OF_BUT_NEAR,
    /** A control character or half a surrogate pair in a text. */
    UNPRINTABLE_CHARACTER,
    /** A cell of a host whose type does not fit the column. */
    WRONG_TYPE,
    /** A double or float. */
    BINARY_NUMBER,
    /** A quantity of another dimension than the column. */
    UNIT_MISMATCH,
    /** A number past the number budget. */
    NUMBER_TOO_LONG(ProblemClass.LIMIT),
    /** A day farther away than a date column reaches. */
    DATE_TOO_FAR(ProblemClass.LIMIT),
    /** A cell past the limit. */
    CELL_TOO_LONG(ProblemClass.LIMIT),

    // rows
    /** More or fewer cells than columns. */
    RAGGED_ROW,
    /** Two names of one column in a row of a host. */
    COLUMN_GIVEN_TWICE,
    /** Something other than a record, or a map by names. */
    NOT_A_ROW,
    /** A record whose class is closed to this library. */
    RECORD_NOT_ACCESSIBLE,
    /** The host's own code failed in giving a row. */
    ROW_FAILED,
    /** The host's own code failed in giving the next row. */
    ROWS_FAILED,
    /** More rows than the limit. */
    TOO_MANY_ROWS(ProblemClass.LIMIT),
    /** So many errors that the rest was not read. */
    TOO_MANY_PROBLEMS(ProblemClass.LIMIT, Severity.WARNING),
    /** Rows with problems are not in the table. */
    ROWS_LEFT_OUT(Severity.WARNING),

    // columns
    /** A column nobody declared; it is ignored. */
    UNDECLARED_COLUMN(Severity.INFO),
    /** A column nobody declared whose name resembles a declared one; it is ignored. */
    UNDECLARED_COLUMN_BUT_NEAR(Severity.INFO),
    /** Two texts of a column that look alike and are kept apart. */
    LOOK_ALIKE_TEXTS(Severity.WARNING),

    // files
    /** No such file. */
    FILE_NOT_FOUND,
    /** Reading failed. */
    READ_FAILED,
    /** Bytes that are no text in the charset. */
    UNDECODABLE,
    /** The charset was found out, not declared. */
    CHARSET_DETECTED(Severity.INFO),
    /** Another kind of file. */
    NOT_CSV,
    /** No header row. */
    NO_HEADER,
    /** A column without a name. */
    EMPTY_HEADER,
    /** Two columns of one name. */
    DUPLICATE_HEADER,
    /** A declared column the file does not have. */
    MISSING_COLUMN,
    /** The cells are parted by another sign. */
    WRONG_DELIMITER,
    /** A title stands before the header. */
    TITLE_LINE,
    /** A line for a spreadsheet program stands before the header. */
    SEP_LINE,
    /** More columns than the limit. */
    TOO_MANY_COLUMNS(ProblemClass.LIMIT),
    /** A quote that is never closed. */
    UNCLOSED_QUOTE,
    /** Text between a closing quote and the delimiter. */
    TEXT_AFTER_QUOTE,
    /** An empty line where a line is one cell. */
    BLANK_LINE(Severity.WARNING),
    /** The CSV library is not there. */
    CSV_LIBRARY_MISSING,

    // databases
    /** The database failed while its rows were read. */
    QUERY_FAILED,
    /** A column of a database whose type holds no exact value that is taken. */
    UNREADABLE_TYPE,

    // spreadsheets
    /** No spreadsheet that can be read. */
    SHEET_UNREADABLE,
    /** A part of a spreadsheet past a limit. */
    SHEET_TOO_LARGE(ProblemClass.LIMIT),
    /** No sheet of the name, and several to choose from. */
    SHEET_NOT_FOUND,
    /** A cell that holds an error, or a formula without a value. */
    CELL_WITHOUT_VALUE,
    /** A cell in a column without a heading. */
    CELL_WITHOUT_HEADING,
    /** Values stored beside formulas were taken. */
    FORMULAS_NOT_EVALUATED(Severity.INFO),
    /** Numbers were rounded to fifteen digits, as declared. */
    ROUNDED_TO_FIFTEEN(Severity.INFO),

    // inputs and ratings
    /** A required cell is empty. */
    EMPTY_FIELD,
    /** A status that is neither provisional nor final. */
    UNKNOWN_STATUS,
    /** A word that cannot be a unit. */
    UNKNOWN_UNIT;

    private static final Texts TEXTS = Texts.of("DataCode", DataCode.class::getResourceAsStream);

    private final ProblemClass problemClass;
    private final Severity severity;

    DataCode() {
        this(ProblemClass.DATA_ERROR, Severity.ERROR);
    }

    DataCode(ProblemClass problemClass) {
        this(problemClass, Severity.ERROR);
    }

    DataCode(Severity severity) {
        this(ProblemClass.DATA_ERROR, severity);
    }

    DataCode(ProblemClass problemClass, Severity severity) {
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
