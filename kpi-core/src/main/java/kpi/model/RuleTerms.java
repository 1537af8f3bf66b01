package kpi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The terms that the rules of a version are made of, in the order of the text as far as it matters. */
public final class RuleTerms {
    private RuleTerms() {}

    /** Those that are evaluated where the KPI itself is: outside rows, at its row, or in its group. */
    static List<Term> outside(KpiVersion version) {
        List<Term> terms = new ArrayList<>();
        if (version.rule() instanceof ActualRule.Formula formula) {
            terms.add(formula.term());
        } else if (version.rule() instanceof ActualRule.Points points) {
            terms.addAll(outsideRows(points));
        }
        if (version.rule() instanceof ActualRule.Score score) {
            score.formula().ifPresent(terms::add);
        }
        if (version.rule() instanceof ActualRule.RollUp rollUp) {
            terms.addAll(ofNode(rollUp));
        }
        version.reportedCell().ifPresent(terms::add);
        limits(version.actualSteps(), terms);
        version.targets().values().forEach(target -> target.computed().ifPresent(terms::add));
        version.levels().forEach(level -> terms.addAll(level.terms()));
        version.attainment().ifPresent(rule -> {
            rule.cases().forEach(each -> terms.add(each.condition()));
            rule.all().forEach(each -> {
                terms.add(each.value());
                limits(each.steps(), terms);
            });
        });
        version.attained()
                .filter(AttainedRule.When.class::isInstance)
                .ifPresent(rule -> terms.add(((AttainedRule.When) rule).condition()));
        version.rank().flatMap(RankRule::where).ifPresent(terms::add);
        version.definitions().forEach(definition -> terms.add(definition.value()));
        return terms;
    }

    private static List<Term> outsideRows(ActualRule.Points points) {
        List<Term> terms = new ArrayList<>();
        for (PointItem item : points.items()) {
            item.when().ifPresent(terms::add);
            item.allotted().ifPresent(terms::add);
            if (item.table().isEmpty()) {
                terms.add(item.amount());
            }
            item.caps().stream()
                    .filter(cap -> cap.scope() == PointItem.Scope.IN_ALL)
                    .forEach(cap -> terms.add(cap.limit()));
        }
        points.groups().forEach(group -> group.caps().forEach(cap -> terms.add(cap.limit())));
        for (PointGate gate : points.gates()) {
            gate.least().ifPresent(terms::add);
            gate.condition().ifPresent(terms::add);
            if (gate.otherwise() instanceof Gate.Limited limited) {
                terms.add(limited.limit());
            }
        }
        points.total().forEach(cap -> terms.add(cap.limit()));
        return terms;
    }

    /** Those of a points rule. */
    public static List<Term> ofPoints(ActualRule.Points points) {
        List<Term> terms = new ArrayList<>(outsideRows(points));
        points.items().forEach(item -> terms.addAll(insideRows(item)));
        return terms;
    }

    /** Those of a node: the figures below it, and what its gates need. */
    public static List<Term> ofNode(ActualRule.RollUp rollUp) {
        List<Term> terms = new ArrayList<>();
        rollUp.formula().ifPresent(terms::add);
        rollUp.children().forEach(child -> terms.add(child.figure()));
        for (Gate gate : rollUp.gates()) {
            gate.condition().ifPresent(terms::add);
            if (gate.otherwise() instanceof Gate.Limited limited) {
                terms.add(limited.limit());
            }
        }
        return terms;
    }

    /** All of them. */
    public static List<Term> all(KpiVersion version) {
        List<Term> terms = new ArrayList<>(outside(version));
        if (version.rule() instanceof ActualRule.Points points) {
            points.items().forEach(item -> terms.addAll(insideRows(item)));
        }
        return terms;
    }

    /** Those that are evaluated at each row of a line of points. */
    static List<Term> insideRows(PointItem item) {
        List<Term> terms = new ArrayList<>();
        if (item.table().isPresent()) {
            item.where().ifPresent(terms::add);
            terms.add(item.amount());
            item.caps().stream()
                    .filter(cap -> cap.scope() == PointItem.Scope.EACH)
                    .forEach(cap -> terms.add(cap.limit()));
        }
        return terms;
    }

    /** Refuses a cell, a key or a figure where there is no row or group it could be of. */
    static void requireRows(KpiVersion version, Per per) {
        outside(version).forEach(term -> requireRows(term, per, Optional.empty()));
        if (version.rule() instanceof ActualRule.Points points) {
            for (PointItem item : points.items()) {
                insideRows(item).forEach(term -> requireRows(term, per, item.table()));
            }
        }
        version.rank().ifPresent(rank -> {
            if (per.isOnce()) {
                throw new IllTypedException("a KPI evaluated once has no rank among its rows");
            }
        });
    }

    private static void requireRows(Term term, Per per, Optional<String> walked) {
        RowNeeds needs = RowNeeds.of(term);
        RowNeeds outer = walked.map(needs::outside).orElse(needs);
        if (!outer.isMetBy(per)) {
            throw new IllTypedException("a cell, key or figure of a row is used where there is no row of its table: "
                    + term.span().text());
        }
    }

    private static void limits(List<Step> steps, List<Term> terms) {
        for (Step step : steps) {
            step.needed().ifPresent(terms::add);
        }
    }
}
