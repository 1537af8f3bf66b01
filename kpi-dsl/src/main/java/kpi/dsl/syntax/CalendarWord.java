package kpi.dsl.syntax;

/** 民國 or 西元. */
public enum CalendarWord {
    ROC,
    WESTERN
}
