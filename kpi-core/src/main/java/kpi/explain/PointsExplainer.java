package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.model.Aggregate;
import kpi.model.Bound;
import kpi.model.Gate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Truth;
import kpi.value.Type;

/** Explains points: the sum as officials print it, each line and group as a part, what was capped and why, and the gates. */
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
        List<PointsOutcome.Entry> entries = points.entries();
        Line line = Line.of(language -> sum(entries, language), points.sum()).in(unit);
        Line capped = capped(line, points.capped(), points.rule().total(), Optional.empty());
        return new Explanation(Optional.empty(), Optional.empty(), gated(capped, points), () -> {
            List<Explanation> parts = new ArrayList<>();
            entries.forEach(entry -> parts.add(
                    entry instanceof PointsOutcome.Group group
                            ? group(points, group)
                            : part((PointsOutcome.Item) entry)));
            points.gates().forEach(passage -> parts.add(gate(passage)));
            return List.copyOf(parts);
        });
    }

    /** Every line with its sign: {@code 80 − 1.7 + 3.5}. */
    private String sum(List<? extends PointsOutcome.Entry> entries, Language language) {
        StringBuilder sum = new StringBuilder();
        for (PointsOutcome.Entry entry : entries) {
            String amount = digits.operand(entry.amount(), entry.label(), language);
            boolean negative = entry.amount()
                    .quantity()
                    .map(quantity -> quantity.canonical().signum() < 0)
                    .orElse(false);
            boolean deducted = negative || entry.deducts() && !isAbove(entry.amount());
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

    /** With what the limits made of it, and the limit that decided: {@code 12 → 10 (at most 10 分)}. */
    private static Line capped(Line line, Outcome after, List<PointItem.Cap> caps, Optional<Line.Text> other) {
        Line longer = line.then(after);
        if (longer.results().size() == line.results().size() || !(after instanceof Outcome.Present)) {
            return longer;
        }
        boolean lowered = line.outcome()
                        .quantity()
                        .orElseThrow()
                        .canonical()
                        .compareTo(after.quantity().orElseThrow().canonical())
                > 0;
        Bound bound = lowered ? Bound.AT_MOST : Bound.AT_LEAST;
        List<Line.Text> reasons = new ArrayList<>();
        other.ifPresent(reasons::add);
        caps.stream()
                .filter(cap -> cap.scope() == PointItem.Scope.IN_ALL && cap.bound() == bound)
                .forEach(cap -> reasons.add(language -> text(cap.span())));
        return reasons.isEmpty()
                ? longer
                : longer.because(language -> reasons.stream()
                        .map(reason -> reason.in(language))
                        .collect(Collectors.joining(Words.LIST_SEPARATOR.in(language))));
    }

    private static String text(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }

    /** A gate that is shut and limits the total. */
    private static Line gated(Line line, PointsOutcome points) {
        Line longer = line.then(points.total());
        if (longer.results().size() == line.results().size() || !(points.total() instanceof Outcome.Present)) {
            return longer;
        }
        return points.gates().stream()
                .filter(passage ->
                        !passage.open().orElse(true) && passage.gate().otherwise() instanceof Gate.Limited)
                .reduce(
                        longer,
                        (so, passage) ->
                                so.because(language -> text(passage.gate().span())),
                        (one, other) -> other);
    }

    private Explanation group(PointsOutcome points, PointsOutcome.Group group) {
        PointGroup lines = group.rule();
        List<PointsOutcome.Item> items = points.items().subList(lines.from(), lines.to());
        Line line = Line.of(
                        language -> group.deducts() ? together(items, language) : sum(items, language),
                        group.subtotal())
                .in(unit)
                .withoutUnit();
        return new Explanation(
                Optional.of(lines.label()),
                Optional.of(lines.span()),
                capped(line, group.capped(), lines.caps(), Optional.empty()),
                () -> items.stream().map(this::part).toList());
    }

    /** What the lines of a deduction come to, without sign, as the group itself has it. */
    private String together(List<PointsOutcome.Item> items, Language language) {
        return items.stream()
                .map(item -> digits.operand(item.capped(), item.label(), language))
                .collect(Collectors.joining(" + "));
    }

    private static Explanation gate(PointsOutcome.Passage passage) {
        Outcome open =
                passage.open().<Outcome>map(is -> Outcome.of(Truth.of(is))).orElseGet(() -> Outcome.of(Truth.FALSE));
        Line line = Line.of(open);
        Line said = passage.lacking().isEmpty()
                ? line
                : line.because(language -> String.join(Words.LIST_SEPARATOR.in(language), passage.lacking()));
        return new Explanation(
                Optional.of(text(passage.gate().span())),
                Optional.of(passage.gate().span()),
                said,
                () -> List.of());
    }

    private Explanation part(PointsOutcome.Item item) {
        PointItem line = item.rule();
        Optional<Line.Text> worth = line.allotted()
                .flatMap(term -> tracer.root(term))
                .map(node -> language -> Words.ALLOTTED.in(language) + Shown.WITH_UNIT.result(node.outcome, language));
        return new Explanation(
                Optional.of(line.label()),
                Optional.of(line.span()),
                capped(beforeCaps(item).in(unit).withoutUnit(), item.capped(), line.caps(), worth),
                () -> line.table().isPresent()
                        ? TermExplainer.rows(tracer.rows(line))
                        : tracer.explain(line.amount()).map(Explanation::parts).orElse(List.of()));
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
                    .map(formula -> Line.of(shareOfAllotted(rule, formula), subtotal))
                    .orElseGet(() -> Line.of(subtotal));
        }
        if (item.each().isPresent() && item.rows() > 0) {
            Outcome each = Outcome.of(item.each().get());
            return Line.of(language -> item.rows() + " × " + digits.result(each, language), subtotal);
        }
        return Line.of(language -> Words.rows(Aggregate.SUM, item.rows(), language), subtotal);
    }

    /** {@code 配分 30 分 × 80%}, where a share is awarded of what is allotted. */
    private Line.Text shareOfAllotted(PointItem line, Line.Text formula) {
        boolean share = line.allotted().isPresent()
                && line.amount().type() instanceof Type.Measure measure
                && !measure.dimension().equals(unit.dimension())
                && (measure.dimension() instanceof Dimension.Ratio || measure.dimension() instanceof Dimension.Percent);
        return share
                ? line.allotted()
                        .flatMap(tracer::root)
                        .<Line.Text>map(node ->
                                language -> digits.result(node.outcome, language) + " × (" + formula.in(language) + ")")
                        .orElse(formula)
                : formula;
    }
}
