package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.ScorecardItem;
import kpi.source.Span;

/**
 * What a scorecard, perspective or objective says about its own figure. How it is rolled up and what a missing child means
 * hold for the nodes below as well, unless they say otherwise, and so do lights; the rest is about the node that says it.
 */
record CardRules(
        Optional<NodeRule.RollUp> rollUp,
        Optional<NodeRule.MissingChild> missing,
        Optional<NodeRule.HoldHarmless> harmless,
        Optional<NodeRule.Coverage> coverage,
        List<NodeRule.Gate> gates,
        List<KpiClause> clauses) {
    static final CardRules NONE =
            new CardRules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    CardRules {
        gates = List.copyOf(gates);
        clauses = List.copyOf(clauses);
    }

    static CardRules of(List<ScorecardItem> items, CardRules above, Reporter reporter) {
        Optional<NodeRule.RollUp> rollUp = one(items, NodeRule.RollUp.class, reporter);
        Optional<NodeRule.MissingChild> missing = one(items, NodeRule.MissingChild.class, reporter);
        Optional<NodeRule.HoldHarmless> harmless = one(items, NodeRule.HoldHarmless.class, reporter);
        Optional<NodeRule.Coverage> coverage = one(items, NodeRule.Coverage.class, reporter);
        List<NodeRule.Gate> gates = all(items, NodeRule.Gate.class);
        List<KpiClause> clauses = all(items, NodeRule.Clause.class).stream()
                .map(NodeRule.Clause::clause)
                .toList();
        List<KpiClause> all = new ArrayList<>(clauses);
        boolean lit = clauses.stream().anyMatch(KpiClause.LightClause.class::isInstance);
        if (!lit && rollUp.isEmpty()) {
            above.clauses().stream()
                    .filter(KpiClause.LightClause.class::isInstance)
                    .forEach(all::add);
        }
        CardRules rules = new CardRules(
                rollUp.or(above::inheritedMethod),
                missing.or(() -> inherited(rollUp, above)),
                harmless,
                coverage,
                gates,
                all);
        if (rules.rollUp().isEmpty()) {
            items.stream()
                    .filter(NodeRule.class::isInstance)
                    .findFirst()
                    .ifPresent(item -> reporter.report(Problem.of(AnalysisCode.NO_ROLL_UP, item.span())));
            return NONE;
        }
        return rules;
    }

    /** A formula names the children of its own node. */
    private Optional<NodeRule.RollUp> inheritedMethod() {
        return rollUp.filter(rule -> rule.formula().isEmpty());
    }

    /** Another method below asks the question anew, unless what is said above answers it, too. */
    private static Optional<NodeRule.MissingChild> inherited(Optional<NodeRule.RollUp> own, CardRules above) {
        return above.missing()
                .filter(said -> own.isEmpty()
                        || RollUpAnalysis.missing(said.word())
                                .fits(RollUpAnalysis.method(own.get().method())));
    }

    private static <T extends NodeRule> Optional<T> one(List<ScorecardItem> items, Class<T> kind, Reporter reporter) {
        List<T> found = all(items, kind);
        for (T second : found.subList(Math.min(1, found.size()), found.size())) {
            Span first = found.get(0).span();
            reporter.report(
                    Problem.of(AnalysisCode.DUPLICATE_CLAUSE, second.span()).related(first, "first-clause"));
        }
        return found.stream().findFirst();
    }

    private static <T extends NodeRule> List<T> all(List<ScorecardItem> items, Class<T> kind) {
        List<T> found = new ArrayList<>();
        items.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        return found;
    }
}
