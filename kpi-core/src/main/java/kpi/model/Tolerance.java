package kpi.model;

import java.util.Objects;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.PrintedQuantity;

/**
 * How far from its target an actual may be and still meet it, where nearest is best.
 *
 * @param figure in the unit of the KPI, or a percentage of the target; never below zero
 * @param ofTarget whether it is a percentage of the target
 */
public record Tolerance(Span span, PrintedQuantity figure, boolean ofTarget) {
    public Tolerance {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(figure, "figure");
        if (figure.quantity().canonical().signum() < 0) {
            throw new IllTypedException("a tolerance is not below zero");
        }
    }

    /** How far an actual may be from this target, in the base unit; of a target below zero as of one above. */
    public Exact around(Exact target) {
        Exact size = figure.quantity().canonical();
        return ofTarget ? size.times(target.abs()) : size;
    }

    /** Whether an actual is near enough. */
    public boolean holds(Exact actual, Exact target) {
        return actual.minus(target).abs().compareTo(around(target)) <= 0;
    }
}
