package kpi.explain;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.model.Aggregate;
import kpi.model.PointItem;
import kpi.unit.KpiUnit;

/** Explains points: the sum of all lines, and each line as a part. */
final class PointsExplainer {
    private final Tracer tracer;
    private final Shown digits;
    private final KpiUnit unit;

    PointsExplainer(Tracer tracer, KpiUnit unit) {
        this.tracer = tracer;
        this.unit = unit;
        this.digits = Shown.WITH_UNIT.in(unit).withoutUnit();
    }

    Explanation explain(PointsOutcome points) {
        Line line = Line.of(language -> sum(points.items(), language), points.total())
                .in(unit);
        return new Explanation(
                Optional.empty(),
                Optional.empty(),
                line,
                () -> points.items().stream().map(this::part).toList());
    }

    /** Every line with its sign: {@code 80 − 1.7 + 3.5}. */
    private String sum(List<PointsOutcome.Item> items, Language language) {
        StringBuilder sum = new StringBuilder();
        for (PointsOutcome.Item item : items) {
            String amount = digits.operand(item.amount(), item.rule().label(), language);
            boolean negative = item.amount()
                    .quantity()
                    .map(quantity -> quantity.canonical().signum() < 0)
                    .orElse(false);
            boolean deducted = negative || item.rule().kind() == PointItem.Kind.DEDUCT && !isAbove(item.amount());
            if (sum.length() == 0) {
                sum.append(deducted ? "−" : "");
            } else {
                sum.append(deducted ? " − " : " + ");
            }
            sum.append(negative ? amount.substring(1) : amount);
        }
        return sum.toString();
    }

    private static boolean isAbove(Outcome amount) {
        return amount.quantity()
                .map(quantity -> quantity.canonical().signum() > 0)
                .orElse(false);
    }

    private Explanation part(PointsOutcome.Item item) {
        PointItem rule = item.rule();
        Line line = beforeCaps(item).in(unit).withoutUnit().then(item.capped());
        return new Explanation(
                Optional.of(rule.label()),
                Optional.of(rule.span()),
                line,
                () -> rule.table().isPresent()
                        ? TermExplainer.rows(tracer.rows(rule))
                        : tracer.explain(rule.amount()).map(Explanation::parts).orElse(List.of()));
    }

    private Line beforeCaps(PointsOutcome.Item item) {
        PointItem rule = item.rule();
        Outcome subtotal = item.subtotal();
        if (subtotal.value().isEmpty()) {
            return Line.of(subtotal);
        }
        if (!item.applies()) {
            return Line.of(Words.CONDITION_FAILS::in, subtotal);
        }
        if (rule.table().isEmpty()) {
            return tracer.root(rule.amount())
                    .flatMap(node -> new TermExplainer(tracer).explain(node).formula())
                    .map(formula -> Line.of(formula, subtotal))
                    .orElseGet(() -> Line.of(subtotal));
        }
        if (item.each().isPresent() && item.rows() > 0) {
            Outcome each = Outcome.of(item.each().get());
            return Line.of(language -> item.rows() + " × " + digits.result(each, language), subtotal);
        }
        return Line.of(language -> Words.rows(Aggregate.SUM, item.rows(), language), subtotal);
    }
}
