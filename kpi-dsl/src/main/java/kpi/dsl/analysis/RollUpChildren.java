package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
import kpi.dsl.syntax.WeightEntry;
import kpi.function.RowFunctions;
import kpi.function.RowOptions;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Facet;
import kpi.model.JoinedFigure;
import kpi.model.RollUpChild;
import kpi.model.RollUpMethod;
import kpi.model.RowFigure;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.model.Weights;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** The children of a node: what counts of each, and their weights. */
final class RollUpChildren {
    private final Scope scope;
    private final KpiUnit unit;
    private final Reporter reporter;
    private final Series series;

    RollUpChildren(Scope scope, KpiUnit unit) {
        this.scope = scope;
        this.unit = unit;
        this.reporter = scope.reporter();
        this.series = new Series(scope.calendar(), scope.literals(), reporter);
    }

    List<RollUpChild> read(KpiClause.RollUpClause clause, RollUpMethod method) {
        List<RollUpChild> children = new ArrayList<>();
        for (KpiClause.RollUpClause.Child child : clause.children()) {
            Optional<Symbols.KpiSignature> kpi = scope.symbols().kpi(child.id());
            if (kpi.isEmpty()) {
                continue;
            }
            Optional<Term> term = figure(clause.rule(), child, kpi.get());
            Optional<Weights> weights = weights(clause, child, method);
            boolean fits = term.isPresent() && (method == RollUpMethod.FORMULA || sameUnit(child, term.get()));
            if (fits && weights.isPresent() == method.isWeighted()) {
                children.add(new RollUpChild(child.span(), kpi.get().id(), child.name(), term.get(), weights));
            }
        }
        return children;
    }

    /** What counts of a child; empty where a problem was reported. */
    private Optional<Term> figure(NodeRule.RollUp rule, KpiClause.RollUpClause.Child child, Symbols.KpiSignature kpi) {
        if (rule.dimension().isPresent() && !child.node()) {
            Id name = rule.dimension().get();
            Optional<JudgedDimension> dimension =
                    scope.symbols().dimensions().flatMap(known -> known.find(name.spelling()));
            // An unknown one was reported, once for all children.
            return dimension
                    .flatMap(found -> new Scores(scope).of(found, kpi, child.span()))
                    .flatMap(term -> placed(rule, kpi, term));
        }
        boolean own = child.node() || rule.formula().isPresent();
        Facet facet = own ? Facet.ACTUAL : RollUpAnalysis.facet(rule).orElseThrow();
        Optional<Term> term = new FigureNames(scope).figureOf(child.span(), kpi, facet);
        return term.flatMap(found -> placed(rule, kpi, found));
    }

    /** Of a rank sum the place of the group among all groups, in place of its figure. */
    private Optional<Term> placed(NodeRule.RollUp rule, Symbols.KpiSignature kpi, Term term) {
        if (rule.method() != RollUpWord.RANK_SUM) {
            return Optional.of(term);
        }
        if (!(term instanceof JoinedFigure figure) || rule.places().isEmpty()) {
            return Optional.empty();
        }
        Aggregate rank = new Aggregate(
                RowFunctions.find("rank").orElseThrow(),
                new RowOptions(List.of(), Places.choices(rule.places().get())),
                Optional.empty());
        Aggregation rows = new Aggregation(
                figure.span(),
                rank,
                kpi.id(),
                List.of(),
                Optional.empty(),
                Optional.of(new RowFigure(figure.span(), kpi.id(), figure.part(), figure.type())),
                Optional.empty(),
                Type.measure(Dimension.NUMBER));
        return Optional.of(new Standing(figure.span(), rows, Optional.empty(), figure));
    }

    private boolean sameUnit(KpiClause.RollUpClause.Child child, Term term) {
        Dimension dimension = Operators.dimension(term);
        if (dimension.equals(unit.dimension())) {
            return true;
        }
        reporter.report(Problem.of(AnalysisCode.ROLL_UP_UNITS, child.span())
                .with("child", child.name())
                .with("unit", dimension(dimension))
                .with("others", dimension(unit.dimension())));
        return false;
    }

    private static LocalText dimension(Dimension dimension) {
        return new LocalText(dimension.name(Language.ZH_TW), dimension.name(Language.EN));
    }

    private Optional<Weights> weights(
            KpiClause.RollUpClause clause, KpiClause.RollUpClause.Child child, RollUpMethod method) {
        List<WeightEntry> entries = child.weights();
        if (!method.isWeighted()) {
            entries.stream()
                    .findFirst()
                    .ifPresent(entry -> reporter.report(Problem.of(AnalysisCode.WEIGHT_UNUSED, entry.span())
                            .with("method", RollUpAnalysis.name(method))
                            .related(clause.rule().span(), "rolled-up-here")));
            return Optional.empty();
        }
        if (entries.isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.WEIGHT_UNSAID, child.span()).with("child", child.name()));
            return Optional.empty();
        }
        Optional<Exact> always = Optional.empty();
        Map<ReportingPeriod, Exact> byPeriod = new LinkedHashMap<>();
        Set<Boolean> percent = new LinkedHashSet<>();
        for (WeightEntry entry : entries) {
            Optional<PrintedQuantity> figure = figure(entry);
            Optional<ReportingPeriod> period = entry.period().flatMap(series::period);
            if (figure.isEmpty() || entry.period().isPresent() && period.isEmpty()) {
                return Optional.empty();
            }
            Quantity weight = figure.get().quantity();
            percent.add(weight.dimension() instanceof Dimension.Percent);
            if (period.isEmpty()) {
                always = Optional.of(weight.canonical());
            } else if (byPeriod.put(period.get(), weight.canonical()) != null) {
                reporter.report(Problem.of(AnalysisCode.DUPLICATE_PERIOD, entry.span())
                        .with("period", entry.period().orElseThrow().text()));
                return Optional.empty();
            }
        }
        if (percent.size() > 1) {
            reporter.report(Problem.of(AnalysisCode.WEIGHTS_MIXED, child.span()));
            return Optional.empty();
        }
        return Optional.of(new Weights(always, byPeriod, percent.contains(true)));
    }

    /** A share in %, or a bare number; never less than nothing. */
    private Optional<PrintedQuantity> figure(WeightEntry entry) {
        boolean percent = entry.figure().text().strip().endsWith("%")
                || entry.figure().text().strip().endsWith("％");
        Optional<PrintedQuantity> figure = scope.literals()
                .figure(entry.figure().span(), entry.figure().text(), percent ? Units.PERCENT : Units.NUMBER, reporter);
        if (figure.filter(weight -> weight.quantity().canonical().signum() < 0).isPresent()) {
            reporter.report(
                    Problem.of(AnalysisCode.WEIGHT_NEGATIVE, entry.figure().span()));
            return Optional.empty();
        }
        return figure;
    }
}
