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
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MissingChildWord;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
import kpi.dsl.syntax.WeightEntry;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.Constant;
import kpi.model.CoverageRule;
import kpi.model.Facet;
import kpi.model.Gate;
import kpi.model.MissingChild;
import kpi.model.RollUpChild;
import kpi.model.RollUpMethod;
import kpi.model.Term;
import kpi.model.Weights;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** The figure of a node: its children's figures and weights, how much must be there, and its gates. */
final class RollUpAnalysis {
    private final Scope scope;
    private final KpiUnit unit;
    private final Reporter reporter;
    private final Series series;

    RollUpAnalysis(Scope scope, KpiUnit unit) {
        this.scope = scope;
        this.unit = unit;
        this.reporter = scope.reporter();
        this.series = new Series(scope.calendar(), scope.literals(), reporter);
    }

    static RollUpMethod method(RollUpWord word) {
        return RollUpMethod.valueOf(word.name());
    }

    static MissingChild missing(MissingChildWord word) {
        return MissingChild.valueOf(word.name());
    }

    /** Which figure of the KPIs below is rolled up; empty where the text does not say. */
    static Optional<Facet> facet(NodeRule.RollUp rule) {
        if (rule.method() == RollUpWord.ATTAINED_SHARE) {
            return Optional.of(Facet.ATTAINED);
        }
        return rule.of().flatMap(measure -> switch (measure) {
            case ACTUAL -> Optional.of(Facet.ACTUAL);
            case ATTAINMENT -> Optional.of(Facet.ATTAINMENT);
            case TARGET, ATTAINED_SHARE, MEAN_ATTAINMENT -> Optional.empty();
        });
    }

    /** Empty where a problem was reported. */
    Optional<ActualRule> read(KpiClause.RollUpClause clause) {
        int before = reporter.problems().size();
        RollUpMethod method = method(clause.rule().method());
        Optional<MissingChild> missing = missing(clause, method);
        List<RollUpChild> children = children(clause, method);
        if (method.isWeighted() && children.size() == clause.children().size()) {
            new WeightSums(reporter).check(clause.span(), children);
        }
        Optional<CoverageRule> coverage = clause.coverage().flatMap(rule -> coverage(rule, children.size(), method));
        List<Gate> gates = new ArrayList<>();
        clause.gates().forEach(gate -> gate(gate).ifPresent(gates::add));
        boolean sound = reporter.problems().subList(before, reporter.problems().size()).stream()
                .noneMatch(problem -> problem.severity() == kpi.diagnostic.Severity.ERROR);
        return sound && missing.isPresent() && !children.isEmpty()
                ? Optional.of(new ActualRule.RollUp(clause.span(), method, children, missing.get(), coverage, gates))
                : Optional.empty();
    }

    private Optional<MissingChild> missing(KpiClause.RollUpClause clause, RollUpMethod method) {
        if (clause.missing().isEmpty()) {
            reporter.report(unsaid(clause, method));
            return Optional.empty();
        }
        NodeRule.MissingChild said = clause.missing().get();
        MissingChild missing = missing(said.word());
        if (!missing.fits(method)) {
            Problem.Builder problem = Problem.of(AnalysisCode.MISSING_CHILD_MISFIT, said.span())
                    .with("said", name(missing))
                    .with("method", name(method))
                    .with("choices", choices(method))
                    .related(clause.rule().span(), "rolled-up-here");
            reporter.report(problem);
            return Optional.empty();
        }
        return Optional.of(missing);
    }

    /** The choices, each as an edit behind the line that rolls up. */
    private static Problem.Builder unsaid(KpiClause.RollUpClause clause, RollUpMethod method) {
        Span line = clause.rule().span();
        Problem.Builder problem = Problem.of(AnalysisCode.MISSING_CHILD_UNSAID, line)
                .with("method", name(method))
                .with("choices", choices(method));
        boolean english = line.text().startsWith("roll");
        Span end = line.source().span(line.end(), line.end());
        String indentation = " ".repeat(Math.max(0, line.column() - 1));
        for (MissingChild choice : fitting(method)) {
            String words = english ? "missing child " + choice.name(Language.EN) : "缺項 " + choice.name(Language.ZH_TW);
            problem.edit(end, "\n" + indentation + words);
        }
        return problem;
    }

    private static List<MissingChild> fitting(RollUpMethod method) {
        List<MissingChild> fitting = new ArrayList<>();
        for (MissingChild choice : MissingChild.values()) {
            if (choice.fits(method)) {
                fitting.add(choice);
            }
        }
        return fitting;
    }

    private static LocalText choices(RollUpMethod method) {
        List<MissingChild> fitting = fitting(method);
        return new LocalText(
                String.join(
                        "、", fitting.stream().map(c -> c.name(Language.ZH_TW)).toList()),
                String.join(", ", fitting.stream().map(c -> c.name(Language.EN)).toList()));
    }

    private static LocalText name(MissingChild missing) {
        return new LocalText(missing.name(Language.ZH_TW), missing.name(Language.EN));
    }

    private static LocalText name(RollUpMethod method) {
        return new LocalText(method.name(Language.ZH_TW), method.name(Language.EN));
    }

    private List<RollUpChild> children(KpiClause.RollUpClause clause, RollUpMethod method) {
        List<RollUpChild> children = new ArrayList<>();
        Optional<Facet> facet = facet(clause.rule());
        for (KpiClause.RollUpClause.Child child : clause.children()) {
            Optional<Symbols.KpiSignature> kpi = scope.symbols().kpi(child.id());
            if (kpi.isEmpty() || facet.isEmpty()) {
                continue;
            }
            Facet figure = child.node() ? Facet.ACTUAL : facet.get();
            Optional<Term> term = new FigureNames(scope).figureOf(child.span(), kpi.get(), figure);
            Optional<Weights> weights = weights(clause, child, method);
            if (term.isEmpty() || weights.isPresent() != method.isWeighted() || !sameUnit(child, term.get())) {
                continue;
            }
            children.add(new RollUpChild(child.span(), kpi.get().id(), child.name(), term.get(), weights));
        }
        return children;
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
                            .with("method", name(method))
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

    private Optional<CoverageRule> coverage(NodeRule.Coverage rule, int children, RollUpMethod method) {
        String text = rule.least().text().strip();
        boolean share = rule.of() == NodeRule.Coverage.Of.WEIGHT || text.endsWith("%") || text.endsWith("％");
        KpiUnit figureUnit = share ? Units.PERCENT : Units.NUMBER;
        Optional<Exact> least = scope.literals()
                .figure(rule.least().span(), counted(text), figureUnit, reporter)
                .map(figure -> figure.quantity().canonical());
        if (least.isEmpty()) {
            return Optional.empty();
        }
        Optional<Exact> all = rule.all()
                .flatMap(figure -> scope.literals()
                        .figure(figure.span(), counted(figure.text().strip()), Units.NUMBER, reporter))
                .map(figure -> figure.quantity().canonical());
        boolean counts = !share && least.get().isInteger() && least.get().compareTo(Exact.of(children)) <= 0;
        boolean shares = share && least.get().compareTo(Exact.ONE) <= 0;
        boolean sound = least.get().signum() > 0
                && (counts || shares)
                && all.filter(said -> !said.equals(Exact.of(children))).isEmpty();
        if (!sound) {
            reporter.report(
                    Problem.of(AnalysisCode.COVERAGE_OUTSIDE, rule.span()).with("children", children));
            return Optional.empty();
        }
        return Optional.of(
                share
                        ? new CoverageRule(rule.span(), least, Optional.empty())
                        : new CoverageRule(
                                rule.span(),
                                Optional.empty(),
                                Optional.of(
                                        least.get().toBigDecimal().orElseThrow().intValueExact())));
    }

    /** 3 項 counts children, as 3 does. */
    private static String counted(String text) {
        return text.endsWith("項") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private Optional<Gate> gate(NodeRule.Gate gate) {
        Optional<Exact> every = gate.every()
                .flatMap(each -> scope.literals()
                        .figure(each.least().span(), each.least().text(), unit, reporter)
                        .map(figure -> figure.quantity().canonical()));
        Optional<Term> condition =
                gate.condition().flatMap(said -> Filters.all(new ExpressionAnalysis(scope), List.of(said)));
        Optional<Gate.Consequence> otherwise = consequence(gate.otherwise());
        boolean read = every.isPresent() == gate.every().isPresent()
                && condition.isPresent() == gate.condition().isPresent()
                && otherwise.isPresent();
        return read ? Optional.of(new Gate(gate.span(), every, condition, otherwise.get())) : Optional.empty();
    }

    Optional<Gate.Consequence> consequence(NodeRule.Shut shut) {
        return switch (shut.kind()) {
            case NO_GRADE -> Optional.of(new Gate.NoGrade());
            case NO_FIGURE -> Optional.of(new Gate.NotApplicable());
            case GRADE_AT_MOST ->
                Optional.of(new Gate.GradeAtMost(shut.grade().orElseThrow().text()));
            case AT_MOST ->
                scope.literals()
                        .figure(
                                shut.limit().orElseThrow().span(),
                                shut.limit().orElseThrow().text(),
                                unit,
                                reporter)
                        .map(figure -> new Gate.Limited(
                                Bound.AT_MOST,
                                new Constant(
                                        shut.limit().orElseThrow().span(),
                                        figure.quantity(),
                                        Type.of(figure.quantity()),
                                        figure.text())));
        };
    }
}
