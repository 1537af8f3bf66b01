package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.Published;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.NodeResult;
import kpi.result.Reconciliation;
import kpi.result.Reconciliation.Finding;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Holds the printed totals of a scorecard against the computed ones. */
final class NodeReconciler {
    private final NodeResult node;
    private final List<KpiResult> kpis;

    NodeReconciler(NodeResult node, List<KpiResult> kpis) {
        this.node = node;
        this.kpis = kpis;
    }

    /** The node with its reconciliations. */
    NodeResult reconciled(List<Published> published, ReportingPeriod period, List<Problem> problems) {
        List<Reconciliation> all = new ArrayList<>();
        for (Published printed : published) {
            if (printed.period().equals(period)) {
                one(printed, problems).ifPresent(all::add);
            }
        }
        return node.with(all);
    }

    private Optional<Reconciliation> one(Published published, List<Problem> problems) {
        Figure ours = switch (published.what()) {
            case ATTAINED_SHARE -> node.attainedShare();
            case MEAN_ATTAINMENT -> node.meanAttainment();
            case ACTUAL, TARGET, ATTAINMENT -> null;
        };
        if (ours == null) {
            return Optional.empty();
        }
        if (!ours.hasValue()) {
            problems.add(Reconciler.notReconciled(published, ours));
            return Optional.empty();
        }
        Printed printed = Printed.of(published.printed(), Units.PERCENT, Units.PERCENT);
        boolean agrees =
                ours.unrounded().map(Quantity::canonical).filter(printed::fits).isPresent();
        Optional<Finding> finding = agrees ? Optional.empty() : finding(printed);
        return Optional.of(
                Reconciler.reconciliation(published, agrees ? Agreement.AGREES : Agreement.CONTRADICTS, finding));
    }

    /** Other ways to make one total of the same figures. */
    private Optional<Finding> finding(Printed printed) {
        List<Total> totals = new ArrayList<>();
        exact(node.attainedShare())
                .ifPresent(value -> totals.add(new Total(
                        value,
                        new LocalText(
                                node.attained() + "/" + withTarget() + "，達成項數比率",
                                node.attained() + "/" + withTarget() + ", the attained share"))));
        if (node.withoutTarget() > 0) {
            Exact all = Exact.of(node.attained()).dividedBy(Exact.of(node.kpis()));
            totals.add(new Total(
                    all,
                    new LocalText(
                            node.attained() + "/" + node.kpis() + "，連不設目標的指標一併計入",
                            node.attained() + "/" + node.kpis() + ", with the KPIs that have no target")));
        }
        exact(node.meanAttainment())
                .ifPresent(value -> totals.add(new Total(value, new LocalText("平均目標達成度", "the mean attainment"))));
        mean(node.children().stream().map(NodeResult::attainedShare).toList())
                .ifPresent(value -> totals.add(new Total(
                        value, new LocalText("各構面達成項數比率之平均", "the mean of the attained shares of the perspectives"))));
        mean(node.children().stream().map(NodeResult::meanAttainment).toList())
                .ifPresent(value -> totals.add(new Total(
                        value,
                        new LocalText("各構面平均目標達成度之平均", "the mean of the mean attainments of the perspectives"))));
        meanExact(kpis.stream().map(this::printedOrOwn).toList())
                .ifPresent(value -> totals.add(
                        new Total(value, new LocalText("所印目標達成度之平均", "the mean of the printed attainments"))));
        mean(kpis.stream().map(KpiResult::attainmentRaw).toList())
                .ifPresent(value -> totals.add(new Total(
                        value, new LocalText("未設上限之目標達成度平均", "the mean of the attainments without their cap"))));
        return totals.stream()
                .filter(total -> printed.fits(total.value()))
                .findFirst()
                .map(total -> new Finding(total.text(), total.text()));
    }

    private int withTarget() {
        return node.kpis() - node.withoutTarget();
    }

    private record Total(Exact value, LocalText text) {}

    private Optional<Exact> printedOrOwn(KpiResult kpi) {
        return kpi.reconciliations().stream()
                .filter(each -> each.what() == Reconciliation.What.ATTAINMENT)
                .map(each -> each.printed().canonical())
                .findFirst()
                .or(() -> kpi.attainment().value().map(Quantity::canonical));
    }

    private static Optional<Exact> exact(Figure figure) {
        return figure.unrounded().map(Quantity::canonical);
    }

    private static Optional<Exact> mean(List<Figure> figures) {
        return meanExact(figures.stream().map(NodeReconciler::exact).toList());
    }

    /** The mean of those that there are. */
    private static Optional<Exact> meanExact(List<Optional<Exact>> values) {
        Exact sum = Exact.ZERO;
        int count = 0;
        for (Optional<Exact> value : values) {
            if (value.isPresent()) {
                sum = sum.plus(value.get());
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Exact.of(count)));
    }
}
