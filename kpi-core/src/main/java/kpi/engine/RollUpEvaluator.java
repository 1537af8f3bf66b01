package kpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.function.RowFunction;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.Gate;
import kpi.model.KpiFigure;
import kpi.model.MissingChild;
import kpi.model.RollUpChild;
import kpi.model.RollUpMethod;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;

/**
 * Rolls the figures of children up. A child that failed makes the node fail: only what is missing can be left out, because
 * somebody said that it is missing.
 */
final class RollUpEvaluator {
    private final Evaluator evaluator;
    private final ReportingPeriod period;
    private final KpiUnit unit;

    RollUpEvaluator(Evaluator evaluator, ReportingPeriod period, KpiUnit unit) {
        this.evaluator = evaluator;
        this.period = period;
        this.unit = unit;
    }

    /** A child with its figure and its weight; one that is exempt has no such figure by declaration, and is none of the children. */
    private record Read(RollUpChild rule, Outcome figure, Optional<Exact> weight, boolean exempt) {
        boolean isPresent() {
            return figure instanceof Outcome.Present;
        }
    }

    RollUpOutcome evaluate(ActualRule.RollUp rule) {
        List<Read> read = new ArrayList<>();
        for (RollUpChild child : rule.children()) {
            Optional<Exact> weight = child.weights().flatMap(weights -> weights.in(period));
            read.add(new Read(child, evaluator.evaluate(child.figure()), weight, isExempt(rule, child)));
        }
        List<Read> children = read.stream().filter(child -> !child.exempt()).toList();
        if (children.isEmpty() && !read.isEmpty()) {
            Outcome none = nothingToShare(rule);
            return new RollUpOutcome(
                    shares(read, Map.of()), Exact.ZERO, Exact.ZERO, List.of(), Optional.empty(), none, none);
        }
        Optional<Outcome> withoutWeight = withoutWeight(rule, children);
        if (withoutWeight.isPresent()) {
            return new RollUpOutcome(
                    shares(read, Map.of()),
                    Exact.ZERO,
                    Exact.ZERO,
                    List.of(),
                    Optional.empty(),
                    withoutWeight.get(),
                    withoutWeight.get());
        }
        Exact coverage = coverage(children);
        Counted all = covered(rule, children, coverage);
        Optional<Counted> without = withoutHarm(rule, children, all);
        boolean spared = without.filter(other -> isLarger(other, all)).isPresent();
        Counted stands = spared ? without.orElseThrow() : all;
        Optional<RollUpOutcome.Harmless> harmless =
                without.map(other -> new RollUpOutcome.Harmless(all.figure(), other.figure(), spared));
        Exact confidence = confidence(spared ? rest(rule, children) : children);
        Outcome before = stands.figure() instanceof Outcome.Present
                ? stands.figure().with(stands.figure().provenance().resting(confidence))
                : stands.figure();
        List<RollUpOutcome.Passage> passages = new ArrayList<>();
        Outcome value = before;
        for (Gate gate : rule.gates()) {
            Outcome open = open(gate, children);
            passages.add(new RollUpOutcome.Passage(gate, open.value().map(Truth.TRUE::equals)));
            value = behind(gate, open, value);
        }
        return new RollUpOutcome(
                shares(read, stands.effective()), coverage, confidence, passages, harmless, before, value);
    }

    /** A share of what is attained counts only what there is to attain. */
    private boolean isExempt(ActualRule.RollUp rule, RollUpChild child) {
        return rule.method() == RollUpMethod.ATTAINED_SHARE
                && child.figure() instanceof KpiFigure figure
                && evaluator.isExempt(figure);
    }

    /** A figure, and the share of each child in it by the id of the child; those that do not count have none. */
    private record Counted(Outcome figure, Map<String, Exact> effective) {}

    private static boolean isLarger(Counted one, Counted other) {
        Exact figure = Outcomes.quantity(one.figure()).canonical();
        return figure.compareTo(Outcomes.quantity(other.figure()).canonical()) > 0;
    }

    private static List<RollUpOutcome.Child> shares(List<Read> children, Map<String, Exact> effective) {
        List<RollUpOutcome.Child> shares = new ArrayList<>();
        for (Read child : children) {
            Optional<Exact> share =
                    Optional.ofNullable(effective.get(child.rule().id()));
            shares.add(new RollUpOutcome.Child(child.rule(), child.figure(), child.weight(), share, child.exempt()));
        }
        return shares;
    }

    private Optional<Outcome> withoutWeight(ActualRule.RollUp rule, List<Read> children) {
        if (!rule.method().isWeighted()) {
            return Optional.empty();
        }
        return children.stream()
                .filter(child -> child.weight().isEmpty())
                .findFirst()
                .map(child -> new Outcome.Missing(
                        Absence.NOT_APPLICABLE,
                        new LocalText(
                                child.rule().name() + " 沒有 " + period.display(Language.ZH_TW) + "的權重",
                                child.rule().name() + " has no weight for " + period.display(Language.EN)),
                        Place.of(child.rule().span()),
                        Provenance.exact()));
    }

    /** The share that has a value; where all weights are 0 there is nothing to cover. */
    private static Exact coverage(List<Read> children) {
        Exact all = Exact.ZERO;
        Exact present = Exact.ZERO;
        for (Read child : children) {
            Exact weight = child.weight().orElse(Exact.ONE);
            all = all.plus(weight);
            present = child.isPresent() ? present.plus(weight) : present;
        }
        return all.isZero() ? Exact.ZERO : present.dividedBy(all);
    }

    /** The share that rests on final data: a node as far as it does, any other child wholly or not at all. */
    private static Exact confidence(List<Read> children) {
        Exact all = Exact.ZERO;
        Exact firm = Exact.ZERO;
        for (Read child : children) {
            Exact weight = child.weight().orElse(Exact.ONE);
            all = all.plus(weight);
            if (child.isPresent()) {
                firm = firm.plus(weight.times(child.figure().provenance().confidence()));
            }
        }
        return all.isZero() ? Exact.ZERO : firm.dividedBy(all);
    }

    /** The shares that count; they add up to 1 but where a lost weight is not shared. Empty where there are none. */
    private static Map<String, Exact> effective(ActualRule.RollUp rule, List<Read> children) {
        Exact all = Exact.ZERO;
        Exact present = Exact.ZERO;
        int count = 0;
        for (Read child : children) {
            Exact weight = child.weight().orElse(Exact.ONE);
            all = all.plus(weight);
            if (child.isPresent()) {
                present = present.plus(weight);
                count++;
            }
        }
        Map<String, Exact> shares = new HashMap<>();
        for (Read child : children) {
            if (child.isPresent() && rule.method().hasShares() && !all.isZero()) {
                share(rule.missing(), child, all, present, count)
                        .ifPresent(share -> shares.put(child.rule().id(), share));
            }
        }
        return shares;
    }

    private static Optional<Exact> share(MissingChild missing, Read child, Exact all, Exact present, int count) {
        Exact weight = child.weight().orElse(Exact.ONE);
        return switch (missing) {
            case TOTAL_MISSING, NOT_SHARED -> Optional.of(weight.dividedBy(all));
            case LEFT_OUT, SHARED_IN_PROPORTION ->
                present.isZero() ? Optional.empty() : Optional.of(weight.dividedBy(present));
            case SHARED_EQUALLY ->
                Optional.of(weight.plus(all.minus(present).dividedBy(Exact.of(count)))
                        .dividedBy(all));
        };
    }

    private Counted covered(ActualRule.RollUp rule, List<Read> children, Exact coverage) {
        Strict needed = new Strict();
        int count = 0;
        for (Read child : children) {
            if (!isLeftOut(rule, child)) {
                needed.take(child.figure());
            }
            count += child.isPresent() ? 1 : 0;
        }
        boolean byFormula = rule.formula().isPresent();
        if (needed.hasFailed() && !byFormula) {
            return new Counted(needed.absent(), Map.of());
        }
        if (rule.coverage().isPresent() && !rule.coverage().get().isMetBy(coverage, count)) {
            return new Counted(notCovered(rule, coverage, count), Map.of());
        }
        if (byFormula) {
            // What a formula says of a figure that is missing or undefined holds: it may do without.
            Outcome figure = evaluator.evaluate(rule.formula().orElseThrow());
            return new Counted(ReferenceEngine.in(unit, figure), Map.of());
        }
        if (!needed.isComplete()) {
            return new Counted(needed.absent(), Map.of());
        }
        return counted(rule, children).orElseGet(() -> new Counted(nothing(rule), Map.of()));
    }

    private static boolean isLeftOut(ActualRule.RollUp rule, Read child) {
        return child.figure() instanceof Outcome.Missing && rule.missing() != MissingChild.TOTAL_MISSING;
    }

    /** The figure of children that are there, or may be left out; empty where nothing is there. */
    private Optional<Counted> counted(ActualRule.RollUp rule, List<Read> children) {
        Map<String, Exact> effective = effective(rule, children);
        boolean nothing = children.stream().noneMatch(Read::isPresent);
        if (nothing || rule.method().isWeighted() && effective.isEmpty()) {
            return Optional.empty();
        }
        Provenance provenance = Provenance.exact();
        for (Read child : children) {
            provenance = child.isPresent() ? provenance.and(child.figure().provenance()) : provenance.asPartial();
        }
        return Optional.of(new Counted(figure(rule, children, effective, provenance), effective));
    }

    /** The same without the children that may do no harm; empty where it cannot be held against the other. */
    private Optional<Counted> withoutHarm(ActualRule.RollUp rule, List<Read> children, Counted all) {
        if (rule.harmless().isEmpty() || !(all.figure() instanceof Outcome.Present)) {
            return Optional.empty();
        }
        return counted(rule, rest(rule, children)).filter(found -> found.figure() instanceof Outcome.Present);
    }

    private static List<Read> rest(ActualRule.RollUp rule, List<Read> children) {
        return children.stream()
                .filter(child -> !rule.harmless().contains(child.rule().id()))
                .toList();
    }

    private Outcome figure(
            ActualRule.RollUp rule, List<Read> children, Map<String, Exact> effective, Provenance provenance) {
        try {
            return rule.method().hasShares()
                    ? weighted(children, effective, provenance)
                    : reckoned(rule, children, provenance);
        } catch (NumberException why) {
            List<Quantity> values = new ArrayList<>();
            children.forEach(child -> child.figure().quantity().ifPresent(values::add));
            return new Outcome.Failed(EvaluationProblems.rollUp(why, rule, values), provenance);
        }
    }

    private Outcome weighted(List<Read> children, Map<String, Exact> effective, Provenance provenance) {
        Exact total = Exact.ZERO;
        for (Read child : children) {
            Exact share = effective.get(child.rule().id());
            if (share != null) {
                Exact figure = Outcomes.quantity(child.figure()).canonical();
                total = total.plus(figure.times(share));
            }
        }
        return new Outcome.Present(Quantity.canonical(total, unit), provenance);
    }

    private Outcome reckoned(ActualRule.RollUp rule, List<Read> children, Provenance provenance) {
        Gathering gathering =
                new Gathering(Aggregate.of(rule.method().function().orElseThrow()));
        children.forEach(child -> child.figure().quantity().ifPresent(gathering::add));
        RowFunction.Reckoned figure = gathering.reckon(Optional.empty());
        return new Outcome.Present(
                Quantity.canonical(figure.value(), unit), figure.rounded() ? provenance.asApproximate() : provenance);
    }

    private static Outcome notCovered(ActualRule.RollUp rule, Exact coverage, int count) {
        String covered = Quantity.canonical(coverage, kpi.unit.Units.PERCENT).display(Language.EN, 2);
        LocalText reason = new LocalText(
                "資料完備率不足：" + rule.children().size() + " 項中有值 " + count + " 項（" + covered + "）",
                "too little is there: " + count + " of " + rule.children().size() + " children have a value (" + covered
                        + ")");
        return new Outcome.Missing(
                Absence.NOT_APPLICABLE,
                reason,
                Place.of(rule.coverage().orElseThrow().span()),
                Provenance.exact());
    }

    private static Outcome nothingToShare(ActualRule.RollUp rule) {
        LocalText reason = new LocalText("以下各項都不設目標", "nothing below it has a target, as declared");
        return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(rule.span()), Provenance.exact());
    }

    private static Outcome nothing(ActualRule.RollUp rule) {
        LocalText reason = new LocalText("以下各項都沒有值", "nothing below it has a value");
        return new Outcome.Missing(Absence.NOT_REPORTED, reason, Place.of(rule.span()), Provenance.exact());
    }

    /** Whether a gate is open: every child that has a value reaches the least figure, or the condition holds. */
    private Outcome open(Gate gate, List<Read> children) {
        if (gate.condition().isPresent()) {
            return evaluator.evaluate(gate.condition().get());
        }
        boolean all = children.stream()
                .filter(Read::isPresent)
                .allMatch(child -> Outcomes.quantity(child.figure())
                                .canonical()
                                .compareTo(gate.every().orElseThrow())
                        >= 0);
        return Outcome.of(Truth.of(all));
    }

    private Outcome behind(Gate gate, Outcome open, Outcome value) {
        if (open.value().isEmpty()) {
            return value instanceof Outcome.Present ? open : value;
        }
        if (open.value().get() == Truth.TRUE || !(value instanceof Outcome.Present)) {
            return value;
        }
        if (gate.otherwise() instanceof Gate.NotApplicable) {
            String text = gate.span().text().strip().replaceAll("\\s+", " ");
            LocalText reason = new LocalText("未通過門檻條件「" + text + "」", "the gate \"" + text + "\" is shut");
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(gate.span()), value.provenance());
        }
        if (gate.otherwise() instanceof Gate.Limited limited) {
            return evaluator
                    .steps()
                    .limited(value, limited.bound(), evaluator.evaluate(limited.limit()), Optional.empty());
        }
        return value;
    }
}
