package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.function.RowFunction;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.PointItem;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Truth;

/** Computes points: each line on its own, then the sum. */
final class PointsEvaluator {
    private final Evaluator evaluator;
    private final KpiUnit unit;
    private final Optional<Listener> listener;

    PointsEvaluator(Evaluator evaluator, KpiUnit unit, Optional<Listener> listener) {
        this.evaluator = evaluator;
        this.unit = unit;
        this.listener = listener;
    }

    PointsOutcome evaluate(ActualRule.Points rule) {
        List<PointsOutcome.Item> items = new ArrayList<>();
        Strict needed = new Strict();
        Gathering gathering = new Gathering(Aggregate.SUM);
        for (PointItem line : rule.items()) {
            PointsOutcome.Item item = item(line);
            items.add(item);
            needed.take(item.amount());
            item.amount().quantity().ifPresent(gathering::add);
        }
        Outcome total = needed.isComplete() ? sum(gathering, needed.provenance(), rule.span()) : needed.absent();
        return new PointsOutcome(items, total);
    }

    private PointsOutcome.Item item(PointItem line) {
        Outcome condition = line.when().map(evaluator::evaluate).orElseGet(() -> Outcome.of(Truth.TRUE));
        if (condition.value().isEmpty()) {
            return new PointsOutcome.Item(line, true, 0, Optional.empty(), condition, condition, condition);
        }
        if (condition.value().get() == Truth.FALSE) {
            Outcome none = new Outcome.Present(Quantity.canonical(Exact.ZERO, unit), condition.provenance());
            return new PointsOutcome.Item(line, false, 0, Optional.empty(), none, none, none);
        }
        if (line.table().isEmpty()) {
            Outcome points = inUnit(evaluator.evaluate(line.amount())).and(condition.provenance());
            return finished(line, 0, Optional.empty(), points);
        }
        Gathering gathering = new Gathering(Aggregate.SUM);
        RowWalker.Walk walk = evaluator
                .rows()
                .walk(new RowWalker.Wanted(line.table().get(), line.where(), line.amount()), row -> {
                    Outcome points = capped(line, PointItem.Scope.EACH, inUnit(evaluator.evaluate(line.amount())));
                    points.quantity().ifPresent(gathering::add);
                    listener.ifPresent(
                            l -> l.row(line, row, evaluator.rows().place().orElseThrow(), points));
                    return points;
                });
        walk.needed().take(condition.provenance());
        if (!walk.needed().isComplete()) {
            return finished(line, walk.passed(), Optional.empty(), walk.needed().absent());
        }
        Outcome points = sum(gathering, walk.needed().provenance(), line.span());
        return finished(line, walk.passed(), gathering.common(), points);
    }

    private PointsOutcome.Item finished(PointItem line, long rows, Optional<Quantity> each, Outcome subtotal) {
        Outcome points = capped(line, PointItem.Scope.IN_ALL, subtotal);
        return new PointsOutcome.Item(line, true, rows, each, subtotal, points, signed(points, line.kind()));
    }

    /** The limits of a scope, one after the other. */
    private Outcome capped(PointItem line, PointItem.Scope scope, Outcome points) {
        Outcome kept = points;
        for (PointItem.Cap cap : line.caps()) {
            if (cap.scope() == scope) {
                Outcome limit = inUnit(evaluator.evaluate(cap.limit()));
                kept = evaluator.steps().limited(kept, cap.bound(), limit, Optional.empty());
            }
        }
        return kept;
    }

    private static Outcome signed(Outcome points, PointItem.Kind kind) {
        if (kind.sign() > 0 || !(points instanceof Outcome.Present)) {
            return points;
        }
        Quantity quantity = Outcomes.quantity(points);
        return new Outcome.Present(
                Quantity.canonical(quantity.canonical().negate(), quantity.unit()), points.provenance());
    }

    private Outcome sum(Gathering gathering, Provenance provenance, Span span) {
        try {
            RowFunction.Reckoned sum = gathering.reckon(Optional.empty());
            Quantity total = Quantity.canonical(sum.value(), unit);
            return new Outcome.Present(total, sum.rounded() ? provenance.asApproximate() : provenance);
        } catch (NumberException why) {
            List<Quantity> values = gathering.extremes(Quantity.canonical(Exact.ZERO, unit));
            return new Outcome.Failed(
                    EvaluationProblems.sum(
                            why, span, Aggregate.SUM, values, evaluator.rows().place()),
                    provenance);
        }
    }

    /** A bare number or a count is taken in the KPI's unit; anything else has the KPI's dimension. */
    private Outcome inUnit(Outcome outcome) {
        if (!(outcome instanceof Outcome.Present)) {
            return outcome;
        }
        Quantity quantity = Outcomes.quantity(outcome);
        return new Outcome.Present(inUnit(quantity), outcome.provenance());
    }

    private Quantity inUnit(Quantity quantity) {
        Dimension dimension = quantity.dimension();
        boolean bare = dimension instanceof Dimension.Plain || dimension instanceof Dimension.Count;
        if (bare && !dimension.equals(unit.dimension())) {
            return Quantity.of(quantity.canonical(), unit);
        }
        if (!dimension.equals(unit.dimension()) && !(dimension instanceof Dimension.Ratio)) {
            throw new KpiUsageException(
                    dimension.name(Language.EN) + " is no " + unit.dimension().name(Language.EN));
        }
        return Quantity.canonical(quantity.canonical(), unit);
    }
}
