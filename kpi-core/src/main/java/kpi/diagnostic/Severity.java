package kpi.diagnostic;

/** How bad a problem is, worst first: only an error keeps a value from being used. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
