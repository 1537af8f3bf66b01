package kpi.score;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.LocalText;
import kpi.model.CardNode;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.SummaryFigure;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.NodeResult;
import kpi.result.Verdict;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;

/** How many of the KPIs below a node are attained, and their means; a KPI without target by declaration is in no share. Shares and means are shown at two places; {@code unrounded} keeps them exact. */
final class Counts {
    private static final int PLACES = 2;

    private final Map<String, KpiResult> kpis;
    private final List<JudgedDimension> dimensions;

    Counts(List<KpiResult> kpis, List<JudgedDimension> dimensions) {
        this.kpis = kpis.stream().collect(Collectors.toMap(KpiResult::id, kpi -> kpi));
        this.dimensions = dimensions;
    }

    NodeResult of(CardNode node) {
        List<NodeResult> children = node.children().stream().map(this::of).toList();
        // A KPI per row or group has no figure of its own: it neither attains nor fails to.
        List<KpiResult> below = node.allKpis()
                .map(this::kpi)
                .filter(kpi -> kpi.groups().isEmpty())
                .toList();
        int attained = count(below, Verdict.ATTAINED);
        int undecided = count(below, Verdict.UNDECIDED);
        int withoutTarget = count(below, Verdict.WITHOUT_TARGET);
        Map<String, Figure> scores = new LinkedHashMap<>();
        for (JudgedDimension dimension : dimensions) {
            scores.put(
                    dimension.id(),
                    mean(below.stream()
                            .map(kpi -> kpi.dimensions().get(dimension.id()))
                            .toList()));
        }
        boolean partial =
                undecided > 0 || below.stream().anyMatch(kpi -> !kpi.actual().hasValue());
        return new NodeResult(
                NodeResult.Kind.valueOf(node.kind().name()),
                node.id(),
                node.name(),
                (int) node.all()
                        .filter(each -> each.kind() == CardNode.Kind.OBJECTIVE)
                        .count(),
                below.size(),
                attained,
                below.size() - attained - undecided - withoutTarget,
                undecided,
                withoutTarget,
                share(below.stream().filter(kpi -> !isWithoutTarget(kpi)).toList(), attained, undecided),
                mean(below.stream()
                        .filter(kpi -> !isWithoutTarget(kpi) || kpi.attainment().hasValue())
                        .map(KpiResult::attainment)
                        .toList()),
                scores,
                partial,
                children,
                List.of(),
                node.score().map(this::kpi),
                node.summary().stream().map(SummaryFigure::id).toList());
    }

    private KpiResult kpi(String id) {
        KpiResult found = kpis.get(id);
        if (found == null) {
            throw new kpi.diagnostic.KpiUsageException("the scorecard names the KPI " + id + ", which does not exist");
        }
        return found;
    }

    private static int count(List<KpiResult> kpis, Verdict verdict) {
        return (int) kpis.stream().filter(kpi -> kpi.verdict() == verdict).count();
    }

    private static boolean isWithoutTarget(KpiResult kpi) {
        return kpi.verdict() == Verdict.WITHOUT_TARGET;
    }

    private static Figure share(List<KpiResult> below, int attained, int undecided) {
        if (below.isEmpty()) {
            return none();
        }
        Exact share = Exact.of(attained).dividedBy(Exact.of(below.size()));
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        below.forEach(kpi -> marks.addAll(kpi.verdictMarks()));
        if (undecided > 0) {
            marks.add(Mark.PARTIAL);
        }
        return rounded(Quantity.canonical(share, Units.PERCENT)).marks(marks).build();
    }

    /** The mean of the figures that have a value. */
    private static Figure mean(List<Figure> figures) {
        List<Quantity> values = new ArrayList<>();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Figure figure : figures) {
            figure.value().ifPresent(values::add);
            if (figure.hasValue()) {
                marks.addAll(figure.marks());
            }
        }
        if (values.isEmpty()) {
            return none();
        }
        if (values.size() < figures.size()) {
            marks.add(Mark.PARTIAL);
        }
        KpiUnit unit = values.get(0).unit();
        Exact sum = Exact.ZERO;
        for (Quantity value : values) {
            sum = sum.plus(value.in(value.unit()));
        }
        return rounded(Quantity.of(sum.dividedBy(Exact.of(values.size())), unit))
                .marks(marks)
                .build();
    }

    private static Figure.Builder rounded(Quantity exact) {
        return Figure.of(exact.round(PLACES, Rounding.HALF_UP)).unrounded(exact);
    }

    private static Figure none() {
        LocalText reason = new LocalText("沒有可計算的指標", "no KPI below has a figure");
        return Figure.absent(Absence.NOT_APPLICABLE, reason).build();
    }
}
