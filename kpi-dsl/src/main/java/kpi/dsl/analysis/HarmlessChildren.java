package kpi.dsl.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.NodeRule;
import kpi.model.RollUpMethod;

/** The children that may not lower the figure of a node (從優計列). */
final class HarmlessChildren {
    private final Reporter reporter;

    HarmlessChildren(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Their ids. */
    Set<String> read(NodeRule.HoldHarmless rule, KpiClause.RollUpClause clause, RollUpMethod method) {
        if (!method.canHoldHarmless()) {
            reporter.report(Problem.of(AnalysisCode.HARMLESS_MISFIT, rule.span())
                    .with("method", RollUpAnalysis.name(method))
                    .related(clause.rule().span(), "rolled-up-here"));
            return Set.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        List<String> names = clause.children().stream()
                .map(KpiClause.RollUpClause.Child::name)
                .toList();
        for (Label label : rule.children()) {
            Optional<KpiClause.RollUpClause.Child> child = clause.children().stream()
                    .filter(each -> isCalled(each, label.text()))
                    .findFirst();
            if (child.isPresent()) {
                ids.add(child.get().id());
            } else {
                Problem.Builder problem = Problem.of(AnalysisCode.HARMLESS_UNKNOWN, label.span())
                        .with("name", label.text())
                        .with("children", new LocalText(String.join("、", names), String.join(", ", names)));
                reporter.report(problem);
            }
        }
        if (ids.size() == clause.children().size()) {
            reporter.report(Problem.of(AnalysisCode.HARMLESS_ALL, rule.span()));
        }
        return ids;
    }

    private static boolean isCalled(KpiClause.RollUpClause.Child child, String text) {
        String name = CanonicalName.of(text);
        return CanonicalName.of(child.name()).equals(name)
                || CanonicalName.of(child.id()).equals(name);
    }
}
