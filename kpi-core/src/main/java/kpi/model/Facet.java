package kpi.model;

/** Which figure of a KPI is meant. */
public enum Facet {
    ACTUAL,
    TARGET,
    ATTAINMENT
}
