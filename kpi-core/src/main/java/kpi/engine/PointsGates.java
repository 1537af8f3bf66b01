package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kpi.diagnostic.LocalText;
import kpi.model.Gate;
import kpi.model.PointGate;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.Truth;

/** The gates of a points rule, one after the other. */
final class PointsGates {
    private final Evaluator evaluator;
    private final List<PointsOutcome.Item> items;
    private final List<PointsOutcome.Group> groups;
    private final List<PointsOutcome.Passage> passages = new ArrayList<>();

    PointsGates(Evaluator evaluator, List<PointsOutcome.Item> items, List<PointsOutcome.Group> groups) {
        this.evaluator = evaluator;
        this.items = items;
        this.groups = groups;
    }

    List<PointsOutcome.Passage> passages() {
        return passages;
    }

    /** What the gates leave of a total. */
    Outcome behind(List<PointGate> gates, Outcome total, UnaryOperator<Outcome> inUnit) {
        Outcome left = total;
        for (PointGate gate : gates) {
            List<String> lacking = new ArrayList<>();
            Outcome open = gate.condition().map(evaluator::evaluate).orElseGet(() -> reached(gate, lacking, inUnit));
            passages.add(new PointsOutcome.Passage(gate, open.value().map(Truth.TRUE::equals), lacking));
            left = behind(gate, open, lacking, left, inUnit);
        }
        return left;
    }

    private Outcome reached(PointGate gate, List<String> lacking, UnaryOperator<Outcome> inUnit) {
        Outcome least = inUnit.apply(evaluator.evaluate(gate.least().orElseThrow()));
        Strict needed = Strict.of(least);
        for (PointGate.Part part : gate.parts()) {
            Outcome points;
            if (part.group()) {
                points = groups.get(part.index()).capped();
            } else if (items.get(part.index()).applies()) {
                points = items.get(part.index()).capped();
            } else {
                continue;
            }
            needed.take(points);
            boolean below = points.quantity().isPresent()
                    && least.quantity().isPresent()
                    && Outcomes.quantity(points)
                                    .canonical()
                                    .compareTo(Outcomes.quantity(least).canonical())
                            < 0;
            if (below) {
                lacking.add(
                        part.group()
                                ? groups.get(part.index()).label()
                                : items.get(part.index()).label());
            }
        }
        return needed.isComplete()
                ? new Outcome.Present(Truth.of(lacking.isEmpty()), needed.provenance())
                : needed.absent();
    }

    private Outcome behind(
            PointGate gate, Outcome open, List<String> lacking, Outcome total, UnaryOperator<Outcome> inUnit) {
        if (open.value().isEmpty()) {
            return total instanceof Outcome.Present ? open : total;
        }
        if (open.value().get() == Truth.TRUE || !(total instanceof Outcome.Present)) {
            return total;
        }
        if (gate.otherwise() instanceof Gate.NotApplicable) {
            String text = gate.span().text().strip().replaceAll("\\s+", " ");
            String parts = String.join("、", lacking);
            LocalText reason = new LocalText(
                    "未通過門檻條件「" + text + "」" + (parts.isEmpty() ? "" : "：" + parts),
                    "the gate \"" + text + "\" is shut" + (parts.isEmpty() ? "" : ": " + parts));
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(gate.span()), total.provenance());
        }
        if (gate.otherwise() instanceof Gate.Limited limited) {
            Outcome limit = inUnit.apply(evaluator.evaluate(limited.limit()));
            return evaluator.steps().limited(total, limited.bound(), limit, Optional.empty());
        }
        return total;
    }
}
