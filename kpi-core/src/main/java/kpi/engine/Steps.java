package kpi.engine;

import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.model.Bound;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.source.Span;
import kpi.unit.UnitAlgebra;
import kpi.value.Quantity;
import kpi.value.Type;

/** What is done to a value once it is there: it is kept within a limit, rounded, or replaced where there is none. */
final class Steps {
    private final Evaluator evaluator;

    Steps(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What a step of a rule makes of a figure. */
    Outcome apply(Step step, Outcome figure) {
        if (step instanceof Step.Cap cap) {
            return limited(figure, cap.bound(), evaluator.evaluate(cap.limit()), Optional.empty());
        }
        if (step instanceof Step.Replace replace) {
            return figure.lacks(replace.when())
                    ? Gaps.replaced(figure, evaluator.evaluate(replace.by()), Optional.empty())
                    : figure;
        }
        if (step instanceof Step.RoundTo round) {
            return roundedTo(figure, evaluator.evaluate(round.size()), round.mode(), round.span());
        }
        return rounded(figure, ((Step.Round) step).rule(), step.span());
    }

    /** The declared type is what value and limit have in common; where none is declared it is found here. */
    Outcome limited(Outcome value, Bound bound, Outcome limit, Optional<Type> declared) {
        Strict needed = Strict.of(value, limit);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Quantity one = Outcomes.quantity(value);
        Quantity other = Outcomes.quantity(limit);
        Type type = declared.orElseGet(() -> joined(one, other));
        Exact kept = bound.apply(one.canonical(), other.canonical());
        return new Outcome.Present(Outcomes.number(kept, type, one, other), needed.provenance());
    }

    private static Type joined(Quantity one, Quantity other) {
        if (UnitAlgebra.join(one.dimension(), other.dimension()) instanceof UnitAlgebra.Outcome.Of of) {
            return Type.measure(of.dimension());
        }
        throw new KpiUsageException(one.dimension().name(Language.EN) + " cannot be kept within "
                + other.dimension().name(Language.EN));
    }

    Outcome roundedTo(Outcome value, Outcome step, Rounding mode, Span span) {
        Strict needed = Strict.of(value, step);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Quantity quantity = Outcomes.quantity(value);
        Quantity size = Outcomes.quantity(step);
        if (size.canonical().signum() <= 0) {
            return new Outcome.Failed(
                    EvaluationProblems.stepNotPositive(
                            span, size, evaluator.rows().place()),
                    needed.provenance());
        }
        return rounded(
                new Outcome.Present(quantity, needed.provenance()),
                new RoundingRule.Step(size.canonical(), mode),
                span);
    }

    Outcome rounded(Outcome value, RoundingRule rule, Span span) {
        if (!(value instanceof Outcome.Present present)) {
            return value;
        }
        Quantity quantity = Outcomes.quantity(value);
        try {
            return Outcomes.changed(present, rule.apply(quantity.canonical()), Type.of(quantity));
        } catch (NumberException why) {
            return new Outcome.Failed(
                    EvaluationProblems.rounding(
                            why, span, quantity, evaluator.rows().place()),
                    value.provenance());
        }
    }
}
