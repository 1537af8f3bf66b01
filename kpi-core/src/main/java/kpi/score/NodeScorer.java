package kpi.score;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Problem;
import kpi.model.ScorecardModel;
import kpi.result.KpiResult;
import kpi.result.NodeResult;
import kpi.value.ReportingPeriod;

/** What the KPIs of a scorecard come to, node by node, and how the printed totals stand to it. */
public final class NodeScorer {
    private NodeScorer() {}

    public static NodeResult score(
            ScorecardModel model, List<KpiResult> kpis, ReportingPeriod period, List<Problem> problems) {
        NodeResult root = new RollUp(kpis, model.dimensions()).of(model.root());
        Set<String> placed = model.root().allKpis().collect(Collectors.toSet());
        List<KpiResult> below =
                kpis.stream().filter(kpi -> placed.contains(kpi.id())).toList();
        return new NodeReconciler(root, below).reconciled(model.published(), period, problems);
    }
}
