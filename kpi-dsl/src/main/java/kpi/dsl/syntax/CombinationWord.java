package kpi.dsl.syntax;

/** How several scores make one; of the criteria of one scorer, or of all scorers. */
public enum CombinationWord {
    AS_GIVEN,
    CRITERIA_WEIGHTED,
    CRITERIA_MEAN,
    CRITERIA_SUM,
    CRITERIA_MIN,
    CRITERIA_MAX,
    SCORERS_MEAN,
    SCORERS_TRIMMED,
    SCORERS_MEDIAN,
    SCORERS_MIN,
    SCORERS_MAX,
    SCORERS_SUM
}
