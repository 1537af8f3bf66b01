package kpi.dsl.analysis;

import java.util.Locale;
import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Texts;

/** What can be wrong with names, types and units, found before any data is read. */
enum AnalysisCode implements Code {
    UNKNOWN_NAME(ProblemClass.NAME_ERROR),
    NAMED_RESULT(ProblemClass.NAME_ERROR),
    NAME_IN_QUOTES(ProblemClass.NAME_ERROR),
    NAME_WITHOUT_QUOTES(ProblemClass.NAME_ERROR),
    FACTOR_BEFORE_NAME(ProblemClass.NAME_ERROR),
    UNKNOWN_FUNCTION(ProblemClass.NAME_ERROR),
    UNKNOWN_COLUMN(ProblemClass.NAME_ERROR),
    UNKNOWN_TABLE(ProblemClass.NAME_ERROR),
    UNKNOWN_KPI(ProblemClass.NAME_ERROR),
    UNKNOWN_UNIT(ProblemClass.NAME_ERROR),
    UNKNOWN_DIMENSION(ProblemClass.NAME_ERROR),
    AMBIGUOUS_LOGARITHM(ProblemClass.NAME_ERROR),
    FUNCTION_AS_VALUE(ProblemClass.NAME_ERROR),
    TABLE_AS_VALUE(ProblemClass.NAME_ERROR),
    VALUE_AS_FUNCTION(ProblemClass.NAME_ERROR),
    UNREADABLE_BRACKET(ProblemClass.NAME_ERROR),
    TWO_NOTES(ProblemClass.NAME_ERROR),
    NOTE_OR_PRODUCT(ProblemClass.NAME_ERROR),
    UNIT_NOTE_DIFFERS(ProblemClass.NAME_ERROR),
    RESTATEMENT_DIFFERS(ProblemClass.NAME_ERROR),
    RESTATED_INPUT(ProblemClass.NAME_ERROR),
    OWN_FIGURE(ProblemClass.NAME_ERROR),
    DUPLICATE_NAME(ProblemClass.NAME_ERROR),
    LOOK_ALIKE_NAMES(ProblemClass.NAME_ERROR, Severity.WARNING),
    UNUSABLE_NAME(ProblemClass.NAME_ERROR),
    NAME_OF_A_FUNCTION(ProblemClass.NAME_ERROR),
    CYCLE(ProblemClass.NAME_ERROR),
    KPI_TWICE_IN_SCORECARD(ProblemClass.NAME_ERROR),
    KPI_NOT_IN_SCORECARD(ProblemClass.NAME_ERROR, Severity.INFO),
    CARDS_DIFFER(ProblemClass.NAME_ERROR),
    NO_ROLL_UP(ProblemClass.PARSE_ERROR),
    ROLL_UP_OF_WHAT(ProblemClass.PARSE_ERROR),
    ROLL_UP_UNITS(ProblemClass.TYPE_ERROR),
    MISSING_CHILD_UNSAID(ProblemClass.PARSE_ERROR),
    MISSING_CHILD_MISFIT(ProblemClass.TYPE_ERROR),
    WEIGHT_UNSAID(ProblemClass.PARSE_ERROR),
    WEIGHT_UNUSED(ProblemClass.TYPE_ERROR),
    WEIGHT_NEGATIVE(ProblemClass.TYPE_ERROR),
    WEIGHT_OF_PERIOD(ProblemClass.TYPE_ERROR),
    WEIGHTS_MIXED(ProblemClass.TYPE_ERROR),
    WEIGHTS_SUM(ProblemClass.TYPE_ERROR),
    WEIGHTS_NOTHING(ProblemClass.TYPE_ERROR),
    COVERAGE_OUTSIDE(ProblemClass.TYPE_ERROR),
    LIGHTS_ALIKE(ProblemClass.NAME_ERROR),
    LIGHT_UNSEEN(ProblemClass.PARSE_ERROR),
    HARMLESS_MISFIT(ProblemClass.TYPE_ERROR),
    HARMLESS_UNKNOWN(ProblemClass.NAME_ERROR),
    HARMLESS_ALL(ProblemClass.TYPE_ERROR),
    PLACES_UNSAID(ProblemClass.PARSE_ERROR),
    PLACES_OF_ONE(ProblemClass.TYPE_ERROR),
    SCORE_OF_ROWS(ProblemClass.TYPE_ERROR),
    DIMENSION_UNSAID(ProblemClass.PARSE_ERROR),
    DIMENSION_MISFIT(ProblemClass.TYPE_ERROR),
    UNKNOWN_STAGE(ProblemClass.NAME_ERROR),
    CRITERIA_SUM(ProblemClass.TYPE_ERROR),
    LEVELS_MEET(ProblemClass.TYPE_ERROR),
    RATINGS_COLUMNS(ProblemClass.NAME_ERROR),
    TWO_CALENDARS(ProblemClass.PARSE_ERROR),
    UNKNOWN_LANGUAGE_LEVEL(ProblemClass.PARSE_ERROR),
    UNIT_CLASH(ProblemClass.TYPE_ERROR),
    NUMBER_BESIDE_UNIT(ProblemClass.TYPE_ERROR),
    MEANINGLESS_PRODUCT(ProblemClass.TYPE_ERROR),
    CONVERSION_CLASH(ProblemClass.TYPE_ERROR),
    PERCENT_OVER_HUNDRED(ProblemClass.TYPE_ERROR),
    NUMBER_NEEDED(ProblemClass.TYPE_ERROR),
    TRUTH_NEEDED(ProblemClass.TYPE_ERROR),
    TEXT_NEEDED(ProblemClass.TYPE_ERROR),
    TYPES_DIFFER(ProblemClass.TYPE_ERROR),
    NO_ORDER(ProblemClass.TYPE_ERROR),
    NOT_A_CHOICE(ProblemClass.TYPE_ERROR),
    WRONG_ARGUMENT_COUNT(ProblemClass.TYPE_ERROR),
    WRONG_ARGUMENT(ProblemClass.TYPE_ERROR),
    ARGUMENTS_MISFIT(ProblemClass.TYPE_ERROR),
    BROKEN_DEFINITION(ProblemClass.NAME_ERROR),
    ROWS_NEEDED(ProblemClass.TYPE_ERROR),
    ROWS_AS_VALUE(ProblemClass.TYPE_ERROR),
    ROWS_EXPECTED(ProblemClass.TYPE_ERROR),
    ROWS_SAID_TWICE(ProblemClass.TYPE_ERROR),
    DEFINITION_UNSAID(ProblemClass.TYPE_ERROR),
    UNKNOWN_DEFINITION(ProblemClass.NAME_ERROR),
    LEVEL_NEEDED(ProblemClass.TYPE_ERROR),
    LEVELS_CROSSED(ProblemClass.TYPE_ERROR),
    MINIMUM_COUNT(ProblemClass.TYPE_ERROR),
    PRESENT_OF_NO_ROWS(ProblemClass.TYPE_ERROR),
    NO_ROW_AROUND(ProblemClass.TYPE_ERROR),
    WITHIN_NOTHING(ProblemClass.NAME_ERROR),
    MEAN_OF_QUOTIENT(ProblemClass.TYPE_ERROR, Severity.WARNING),
    KPI_ROWS_AS_VALUE(ProblemClass.TYPE_ERROR),
    RESTS_ON_BROKEN(ProblemClass.NAME_ERROR),
    NO_JOIN(ProblemClass.NAME_ERROR),
    KEY_TYPES(ProblemClass.TYPE_ERROR),
    NO_GROUP_COLUMN(ProblemClass.NAME_ERROR),
    GROUP_COLUMN_TYPES(ProblemClass.TYPE_ERROR),
    COLUMN_CLASH(ProblemClass.NAME_ERROR),
    NO_ROWS_TO_RANK(ProblemClass.TYPE_ERROR),
    NOT_RANKED(ProblemClass.TYPE_ERROR),
    NOT_GRADED(ProblemClass.TYPE_ERROR),
    BAND_EDGES(ProblemClass.TYPE_ERROR),
    BAND_EMPTY(ProblemClass.TYPE_ERROR),
    BAND_GAP(ProblemClass.TYPE_ERROR),
    BAND_OVERLAP(ProblemClass.TYPE_ERROR),
    BAND_UNREACHABLE(ProblemClass.TYPE_ERROR),
    TARGET_UNWANTED(ProblemClass.PARSE_ERROR),
    NO_SUCH_GRADE(ProblemClass.NAME_ERROR),
    NO_RANK(ProblemClass.NAME_ERROR),
    NO_PUBLISHED_COLUMN(ProblemClass.NAME_ERROR),
    REPORTED_FILE_KEYS(ProblemClass.PARSE_ERROR),
    EXPONENT_OF_UNIT(ProblemClass.TYPE_ERROR),
    RESULT_UNIT(ProblemClass.TYPE_ERROR),
    BARE_NUMBER_FOR_PERCENT(ProblemClass.TYPE_ERROR),
    PERCENT_TWICE(ProblemClass.TYPE_ERROR),
    PRINTED_FACTOR_MISPLACED(ProblemClass.TYPE_ERROR),
    CAP_BELOW_FLOOR(ProblemClass.TYPE_ERROR),
    ROUNDING_STEP(ProblemClass.TYPE_ERROR),
    PLACES_OF_RATIO(ProblemClass.TYPE_ERROR),
    ROUNDED_RATIO(ProblemClass.TYPE_ERROR, Severity.WARNING),
    FIGURE_UNIT(ProblemClass.TYPE_ERROR),
    SHORTHAND_FIGURE(ProblemClass.NAME_ERROR),
    UNREADABLE_FIGURE(ProblemClass.PARSE_ERROR),
    UNREADABLE_PERIOD(ProblemClass.PARSE_ERROR),
    UNREADABLE_DATE(ProblemClass.PARSE_ERROR),
    DUPLICATE_CLAUSE(ProblemClass.PARSE_ERROR),
    DUPLICATE_PERIOD(ProblemClass.PARSE_ERROR),
    PERIOD_COUNT(ProblemClass.TYPE_ERROR),
    PAST_WITH_THIS(ProblemClass.NAME_ERROR),
    PAST_WITHOUT_PERIODS(ProblemClass.NAME_ERROR),
    PAST_OF_ROW(ProblemClass.TYPE_ERROR),
    ROWS_STATED_TWICE(ProblemClass.NAME_ERROR),
    TWO_POLICIES(ProblemClass.PARSE_ERROR),
    POLICY_WITHOUT_USE(ProblemClass.NAME_ERROR, Severity.WARNING),
    LEAVE_OUT_PLACE(ProblemClass.TYPE_ERROR),
    NO_RULE(ProblemClass.PARSE_ERROR),
    FORMULA_AND_POINTS(ProblemClass.PARSE_ERROR),
    MILESTONES_AND_FORMULA(ProblemClass.PARSE_ERROR),
    MILESTONES_UNIT(ProblemClass.TYPE_ERROR),
    MILESTONES_RISE(ProblemClass.TYPE_ERROR),
    MILESTONE_TWICE(ProblemClass.NAME_ERROR),
    MILESTONE_CHOICE(ProblemClass.PARSE_ERROR),
    NO_MILESTONES(ProblemClass.NAME_ERROR),
    UNKNOWN_MILESTONE(ProblemClass.NAME_ERROR),
    ALLOTTED_OF_PERCENT(ProblemClass.TYPE_ERROR),
    NOTHING_ALLOTTED(ProblemClass.PARSE_ERROR),
    SHARE_NEEDED(ProblemClass.TYPE_ERROR),
    TOTAL_OF_OTHERS(ProblemClass.PARSE_ERROR),
    GROUP_EMPTY(ProblemClass.PARSE_ERROR),
    UNKNOWN_PART(ProblemClass.NAME_ERROR),
    NO_DIRECTION(ProblemClass.TYPE_ERROR),
    DIRECTION_NEEDED(ProblemClass.TYPE_ERROR),
    BAND_NEEDED(ProblemClass.TYPE_ERROR),
    BAND_UPSIDE_DOWN(ProblemClass.TYPE_ERROR),
    TOLERANCE_OF(ProblemClass.TYPE_ERROR),
    TOLERANCE_BELOW_ZERO(ProblemClass.TYPE_ERROR),
    NEAREST_NEEDS_ONE(ProblemClass.TYPE_ERROR),
    NEARNESS_HERE(ProblemClass.NAME_ERROR),
    METHOD_OF_DIRECTION(ProblemClass.TYPE_ERROR),
    CREDIT_OPEN_END(ProblemClass.TYPE_ERROR),
    LOWER_IS_BETTER(ProblemClass.TYPE_ERROR),
    NO_ATTAINMENT(ProblemClass.TYPE_ERROR),
    METHOD_LEVEL(ProblemClass.NAME_ERROR),
    YES_NO_CIRCULAR(ProblemClass.TYPE_ERROR),
    GUARDS_OPEN(ProblemClass.TYPE_ERROR),
    GUARD_UNREACHABLE(ProblemClass.TYPE_ERROR, Severity.WARNING),
    EXCEPTION_LABEL_TWICE(ProblemClass.NAME_ERROR),
    BANDS_WITHOUT_NUMBER(ProblemClass.TYPE_ERROR),
    STEP_OF_LOOK_UP(ProblemClass.TYPE_ERROR),
    LOOK_UP_STEP(ProblemClass.TYPE_ERROR),
    LOOK_UP_NO_STEP(ProblemClass.NAME_ERROR),
    LOOK_UP_NO_ORDER(ProblemClass.TYPE_ERROR),
    LOOK_UP_RUNS(ProblemClass.TYPE_ERROR),
    LOOK_UP_OPEN_END(ProblemClass.TYPE_ERROR),
    LOOK_UP_EMPTY(ProblemClass.PARSE_ERROR),
    LOOK_UP_CELLS(ProblemClass.PARSE_ERROR),
    LOOK_UP_CELL(ProblemClass.PARSE_ERROR),
    LOOK_UP_RANGE(ProblemClass.PARSE_ERROR),
    LOOK_UP_DUPLICATE(ProblemClass.NAME_ERROR),
    LOOK_UP_UNREACHABLE(ProblemClass.TYPE_ERROR),
    LOOK_UP_OVERLAP(ProblemClass.TYPE_ERROR),
    LOOK_UP_GAP(ProblemClass.TYPE_ERROR),
    LOOK_UP_OFF_STEP(ProblemClass.TYPE_ERROR),
    LIMIT_GUARDS(ProblemClass.LIMIT),
    LIMIT_EXPANSION(ProblemClass.LIMIT),
    VERSION_ORDER(ProblemClass.PARSE_ERROR),
    NOT_YET_DEFINED(ProblemClass.NAME_ERROR),
    EXAMPLE_ROWS(ProblemClass.NAME_ERROR),
    EXAMPLE_GIVEN(ProblemClass.NAME_ERROR),
    LAW_OF(ProblemClass.TYPE_ERROR),
    LAW_CLAIM(ProblemClass.TYPE_ERROR),
    LIMIT_DEPENDENCIES(ProblemClass.LIMIT),
    LIMIT_DECLARATIONS(ProblemClass.LIMIT);

    private static final Texts TEXTS = Texts.of("AnalysisCode", name -> AnalysisCode.class.getResourceAsStream(name));

    private final ProblemClass problemClass;
    private final Severity severity;

    AnalysisCode(ProblemClass problemClass) {
        this(problemClass, Severity.ERROR);
    }

    AnalysisCode(ProblemClass problemClass, Severity severity) {
        this.problemClass = problemClass;
        this.severity = severity;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
