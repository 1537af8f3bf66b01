package kpi.dsl.syntax;

import kpi.source.Span;

/** When a KPI is attained (達成). */
public sealed interface AttainedRule extends Node {
    /** {@code attained when actual meets target}. */
    record WhenActualMeetsTarget(Span span) implements AttainedRule {}

    /** {@code attained when attainment >= 100%}. */
    record WhenAttainment(Span span, Expression condition) implements AttainedRule {}

    /** {@code attained 109: asserted "reason"}: said, not computed. */
    record Asserted(Span span, PeriodWord period, Label reason) implements AttainedRule {}
}
