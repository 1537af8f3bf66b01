package kpi.dsl.syntax;

import kpi.source.Span;

/** A piece of a KPI text that knows where it stands. */
public interface Node {
    /** The text it was read from. */
    Span span();
}
