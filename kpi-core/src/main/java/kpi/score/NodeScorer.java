package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Problem;
import kpi.model.ScorecardModel;
import kpi.result.KpiResult;
import kpi.result.NodeResult;
import kpi.value.ReportingPeriod;

/** What the KPIs of scorecards come to, node by node, and how the printed totals stand to it. */
public final class NodeScorer {
    private NodeScorer() {}

    /** The root of each scorecard, in the order of the text. */
    public static List<NodeResult> score(
            ScorecardModel model, List<KpiResult> kpis, ReportingPeriod period, List<Problem> problems) {
        Counts counts = new Counts(kpis, model.dimensions());
        List<NodeResult> roots = new ArrayList<>();
        for (ScorecardModel.Card card : model.cards()) {
            NodeResult root = counts.of(card.root());
            Set<String> placed = card.root().allKpis().collect(Collectors.toSet());
            List<KpiResult> below =
                    kpis.stream().filter(kpi -> placed.contains(kpi.id())).toList();
            roots.add(new NodeReconciler(root, below).reconciled(card.published(), period, problems));
        }
        return roots;
    }
}
