package kpi.score;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.RollUpOutcome;
import kpi.model.ActualRule;
import kpi.model.Gate;
import kpi.model.GradeRule;
import kpi.model.KpiVersion;
import kpi.model.RollUpChild;
import kpi.number.Exact;
import kpi.result.RolledUp;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;

/** What a node's roll-up came to, for a host; and what its gates do to its grade. */
final class RolledUps {
    private final Figures figures;

    RolledUps(Figures figures) {
        this.figures = figures;
    }

    Optional<RolledUp> of(Scored scored) {
        return scored.version()
                .map(KpiVersion::rule)
                .filter(ActualRule.RollUp.class::isInstance)
                .map(ActualRule.RollUp.class::cast)
                .flatMap(rule -> scored.actual()
                        .rollUp()
                        .map(outcome ->
                                of(rule, outcome, scored.version().orElseThrow().unit())));
    }

    private RolledUp of(ActualRule.RollUp rule, RollUpOutcome outcome, KpiUnit unit) {
        return new RolledUp(
                new LocalText(rule.method().name(Language.ZH_TW), rule.method().name(Language.EN)),
                outcome.children().stream()
                        .map(child -> child(child, rule.formula().isPresent() ? own(child, unit) : unit))
                        .toList(),
                Quantity.canonical(outcome.coverage(), Units.PERCENT),
                Quantity.canonical(outcome.confidence(), Units.PERCENT),
                outcome.gates().stream()
                        .map(passage -> new RolledUp.Gate(text(passage.gate()), passage.open()))
                        .toList(),
                outcome.harmless().map(found -> harmless(rule, found, unit)));
    }

    private RolledUp.Harmless harmless(ActualRule.RollUp rule, RollUpOutcome.Harmless found, KpiUnit unit) {
        return new RolledUp.Harmless(
                rule.children().stream()
                        .map(RollUpChild::id)
                        .filter(rule.harmless()::contains)
                        .toList(),
                figures.of(found.with(), found.with(), unit).build(),
                figures.of(found.without(), found.without(), unit).build(),
                found.spared());
    }

    /** As the text says it, but for the blanks that line it up. */
    private static String text(Gate gate) {
        return gate.span().text().strip().replaceAll("\\s+", " ");
    }

    /** A formula may put figures of several units together. */
    private static KpiUnit own(RollUpOutcome.Child child, KpiUnit unit) {
        return child.figure().quantity().map(Quantity::unit).orElse(unit);
    }

    private RolledUp.Child child(RollUpOutcome.Child child, KpiUnit unit) {
        boolean percent =
                child.rule().weights().map(weights -> weights.percent()).orElse(true);
        return new RolledUp.Child(
                child.rule().id(),
                child.rule().name(),
                figures.of(child.figure(), child.figure(), unit).build(),
                child.weight().map(weight -> Quantity.canonical(weight, percent ? Units.PERCENT : Units.NUMBER)),
                child.effective().map(share -> Quantity.canonical(share, Units.PERCENT)));
    }

    /** The grade after the gates: none where one that is shut says so, and not above what another allows. */
    static Optional<String> grade(GradeRule rule, Exact figure, List<Gate.Consequence> shut) {
        Optional<String> grade = rule.of(figure);
        for (Gate.Consequence consequence : shut) {
            if (consequence instanceof Gate.NoGrade) {
                return Optional.empty();
            }
            if (consequence instanceof Gate.GradeAtMost most) {
                grade = grade.map(found -> rule.lower(found, most.grade()));
            }
        }
        return grade;
    }
}
