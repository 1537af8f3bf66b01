package kpi.dsl.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.RollUpChild;
import kpi.model.Weights;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** The weights of a node, period by period: those in % make 100 %, numbers make more than nothing, and no child lacks one. */
final class WeightSums {
    private final Reporter reporter;

    WeightSums(Reporter reporter) {
        this.reporter = reporter;
    }

    void check(Span node, List<RollUpChild> children) {
        if (children.stream().map(child -> weights(child).percent()).distinct().count() > 1) {
            reporter.report(Problem.of(AnalysisCode.WEIGHTS_MIXED, node));
            return;
        }
        boolean percent = weights(children.get(0)).percent();
        Set<ReportingPeriod> periods = new LinkedHashSet<>();
        children.forEach(child -> periods.addAll(weights(child).byPeriod().keySet()));
        if (children.stream().allMatch(child -> weights(child).always().isPresent())) {
            sum(node, children, Optional.empty(), percent);
        }
        periods.stream().sorted().forEach(period -> sum(node, children, Optional.of(period), percent));
    }

    private static Weights weights(RollUpChild child) {
        return child.weights().orElseThrow();
    }

    private void sum(Span node, List<RollUpChild> children, Optional<ReportingPeriod> period, boolean percent) {
        Exact sum = Exact.ZERO;
        for (RollUpChild child : children) {
            Weights weights = weights(child);
            Optional<Exact> weight = period.isPresent() ? weights.in(period.get()) : weights.always();
            if (weight.isEmpty()) {
                reporter.report(Problem.of(AnalysisCode.WEIGHT_OF_PERIOD, child.span())
                        .with("child", child.name())
                        .with("period", shown(period)));
                return;
            }
            sum = sum.plus(weight.get());
        }
        boolean sound = percent ? sum.equals(Exact.ONE) : sum.signum() > 0;
        if (!sound) {
            Quantity total = Quantity.canonical(sum, percent ? Units.PERCENT : Units.NUMBER);
            Quantity lacks = Quantity.canonical(Exact.ONE.minus(sum).abs(), Units.PERCENT);
            Problem.Builder problem = Problem.of(
                            percent ? AnalysisCode.WEIGHTS_SUM : AnalysisCode.WEIGHTS_NOTHING, node)
                    .with("period", shown(period))
                    .with("sum", new LocalText(total.display(Language.ZH_TW), total.display(Language.EN)))
                    .with("lacks", new LocalText(lacks.display(Language.ZH_TW), lacks.display(Language.EN)));
            children.forEach(child -> problem.related(child.span(), "weight"));
            reporter.report(problem);
        }
    }

    private static LocalText shown(Optional<ReportingPeriod> period) {
        return new LocalText(
                period.map(of -> of.display(Language.ZH_TW) + "的").orElse(""),
                period.map(of -> " of " + of.display(Language.EN)).orElse(""));
    }
}
