package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.Outcome;
import kpi.engine.RollUpOutcome;
import kpi.model.ActualRule;
import kpi.model.MissingChild;
import kpi.model.RollUpMethod;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;

/** Explains a node: its method over the figures of its children, and each child with its weight as a part. */
final class RollUpExplainer {
    /** More children than a person reads in one line. */
    private static final int MOST_SHOWN = 50;

    private static final LocalText NO_TARGET = new LocalText("：不設目標，不計", ": no target, not counted");

    private final Tracer tracer;
    private final ActualRule.RollUp rule;
    private final Shown digits;
    private final KpiUnit unit;

    RollUpExplainer(Tracer tracer, ActualRule.RollUp rule, KpiUnit unit) {
        this.tracer = tracer;
        this.rule = rule;
        this.unit = unit;
        this.digits = Shown.WITH_UNIT.in(unit).withoutUnit();
    }

    Explanation explain(RollUpOutcome node) {
        Line line = line(node).in(unit);
        boolean spared = node.harmless().filter(RollUpOutcome.Harmless::spared).isPresent();
        if (spared) {
            line = line.because(language -> spared(node, language));
        }
        return new Explanation(
                Optional.empty(),
                Optional.of(rule.span()),
                line.then(node.value()),
                () -> node.children().stream().map(this::part).toList());
    }

    private Line line(RollUpOutcome node) {
        if (node.children().size() > MOST_SHOWN || node.before().value().isEmpty()) {
            return Line.of(node.before());
        }
        if (rule.formula().isPresent()) {
            return tracer.explain(rule.formula().get())
                    .flatMap(Explanation::formula)
                    .map(formula -> Line.of(formula, node.before()))
                    .orElseGet(() -> Line.of(node.before()));
        }
        return Line.of(language -> formula(node, language), node.before());
    }

    /** What was spared, and what the figure would be with it. */
    private String spared(RollUpOutcome node, Language language) {
        String names = rule.children().stream()
                .filter(child -> rule.harmless().contains(child.id()))
                .map(child -> child.name())
                .collect(Collectors.joining(language == Language.ZH_TW ? "、" : ", "));
        String with =
                Shown.WITH_UNIT.in(unit).result(node.harmless().orElseThrow().with(), language);
        return language == Language.ZH_TW
                ? "從優計列：不計 " + names + "；計入為 " + with
                : "held harmless: without " + names + "; with it " + with;
    }

    /** The children that the figure is of: without those that were spared. */
    private List<RollUpOutcome.Child> children(RollUpOutcome node) {
        boolean spared = node.harmless().filter(RollUpOutcome.Harmless::spared).isPresent();
        return node.children().stream()
                .filter(child ->
                        !spared || !rule.harmless().contains(child.rule().id()))
                .toList();
    }

    private String formula(RollUpOutcome node, Language language) {
        if (rule.method().isWeighted()) {
            return weighted(node, language);
        }
        List<String> figures = new ArrayList<>();
        for (RollUpOutcome.Child child : children(node)) {
            if (child.exempt()) {
                figures.add(Words.inBrackets(child.rule().name() + NO_TARGET.in(language), language));
                continue;
            }
            figures.add(
                    child.figure() instanceof Outcome.Missing
                            ? digits.leftOut(child.figure(), child.rule().name(), language)
                            : figure(node, child, language));
        }
        return rule.method().name(language)
                + (language == Language.ZH_TW ? "（" : "(")
                + figures.stream().collect(Collectors.joining(language == Language.ZH_TW ? "、" : ", "))
                + (language == Language.ZH_TW ? "）" : ")");
    }

    /** The worst child is named: it is what somebody has to mend. */
    private String figure(RollUpOutcome node, RollUpOutcome.Child child, Language language) {
        String figure = digits.operand(child.figure(), child.rule().name(), language);
        boolean worst = rule.method() == RollUpMethod.WORST_CHILD
                && child.figure()
                        .quantity()
                        .map(Quantity::canonical)
                        .equals(node.before().quantity().map(Quantity::canonical));
        return worst ? child.rule().name() + " " + figure : figure;
    }

    /** {@code (95 × 40 % + 92 × 35 %) ÷ 75 %}: by the printed weights, where all that counts keep theirs. */
    private String weighted(RollUpOutcome node, Language language) {
        List<RollUpOutcome.Child> counted = children(node).stream()
                .filter(child -> child.effective().isPresent())
                .toList();
        boolean printed = rule.missing() != MissingChild.SHARED_EQUALLY
                || counted.size() == children(node).size();
        Exact all = sum(rule.missing() == MissingChild.NOT_SHARED ? children(node) : counted);
        List<String> terms = new ArrayList<>();
        for (RollUpOutcome.Child child : counted) {
            Exact weight = (printed ? child.weight() : child.effective()).orElseThrow();
            terms.add(digits.operand(child.figure(), child.rule().name(), language) + " × "
                    + weight(weight, printed, language));
        }
        String sum = String.join(" + ", terms);
        return !printed || all.equals(Exact.ONE) ? sum : "(" + sum + ") ÷ " + weight(all, true, language);
    }

    private static Exact sum(List<RollUpOutcome.Child> children) {
        Exact sum = Exact.ZERO;
        for (RollUpOutcome.Child child : children) {
            sum = sum.plus(child.weight().orElse(Exact.ZERO));
        }
        return sum;
    }

    /** Weights up to 1 are shares, and shown as such; larger ones are numbers, as 7.5 of 17.5. */
    private String weight(Exact weight, boolean printed, Language language) {
        boolean share = !printed || sharesOnly();
        Outcome shown = Outcome.of(Quantity.canonical(weight, share ? Units.PERCENT : Units.NUMBER));
        return Shown.WITH_UNIT.result(shown, language);
    }

    private boolean sharesOnly() {
        return rule.children().stream()
                .flatMap(child -> child.weights().stream())
                .allMatch(weights -> weights.percent());
    }

    private Explanation part(RollUpOutcome.Child child) {
        Line line = tracer.root(child.rule().figure())
                .map(node -> Line.of(node.outcome))
                .orElseGet(() -> Line.of(child.figure()))
                .in(unit);
        return new Explanation(
                Optional.of(child.rule().name()), Optional.of(child.rule().span()), line, List::of);
    }
}
