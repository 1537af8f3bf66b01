package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MissingChildWord;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
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
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Type;

/** The figure of a node: its children's figures and weights, how much must be there, and its gates. */
final class RollUpAnalysis {
    private final Scope scope;
    private final KpiUnit unit;
    private final Reporter reporter;

    RollUpAnalysis(Scope scope, KpiUnit unit) {
        this.scope = scope;
        this.unit = unit;
        this.reporter = scope.reporter();
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

    /** Whether the text says which figure is rolled up. */
    static boolean saysOfWhat(NodeRule.RollUp rule) {
        return rule.formula().isPresent()
                || rule.dimension().isPresent()
                || facet(rule).isPresent();
    }

    /** Empty where a problem was reported. */
    Optional<ActualRule> read(KpiClause.RollUpClause clause) {
        int before = reporter.problems().size();
        RollUpMethod method = method(clause.rule().method());
        Optional<MissingChild> missing = missing(clause, method);
        known(clause.rule());
        new Places(scope).check(clause);
        List<RollUpChild> children = new RollUpChildren(scope, unit).read(clause, method);
        if (method.isWeighted() && children.size() == clause.children().size()) {
            new WeightSums(reporter).check(clause.span(), children);
        }
        Optional<Term> formula = clause.rule().formula().flatMap(this::formula);
        Optional<CoverageRule> coverage = clause.coverage()
                .flatMap(rule -> coverage(rule, clause.children().size(), method));
        List<Gate> gates = new ArrayList<>();
        clause.gates().forEach(gate -> gate(gate).ifPresent(gates::add));
        Set<String> harmless = clause.harmless()
                .map(rule -> new HarmlessChildren(reporter).read(rule, clause, method))
                .orElse(Set.of());
        boolean sound = reporter.problems().subList(before, reporter.problems().size()).stream()
                .noneMatch(problem -> problem.severity() == kpi.diagnostic.Severity.ERROR);
        return sound && missing.isPresent() && !children.isEmpty()
                ? Optional.of(new ActualRule.RollUp(
                        clause.span(), method, formula, children, missing.get(), coverage, gates, harmless))
                : Optional.empty();
    }

    private Optional<Term> formula(Expression written) {
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        return analysis.analyse(written, unit)
                .flatMap(term -> new ResultUnit(analysis.operators(), reporter).fit(term, unit));
    }

    private void known(NodeRule.RollUp rule) {
        Optional<Dimensions> dimensions = scope.symbols().dimensions();
        if (rule.dimension().isEmpty() || dimensions.isEmpty()) {
            return;
        }
        Id name = rule.dimension().get();
        if (dimensions.get().find(name.spelling()).isEmpty()) {
            List<String> names = new ArrayList<>();
            dimensions.get().all().forEach(each -> names.addAll(List.of(each.id(), each.zh())));
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_DIMENSION, name.span())
                    .with("name", name.spelling())
                    .with("known", String.join("、", names));
            UnknownNames.suggest(problem, name.span(), name.spelling(), names);
            reporter.report(problem);
        }
    }

    private Optional<MissingChild> missing(KpiClause.RollUpClause clause, RollUpMethod method) {
        if (clause.missing().isEmpty() && method == RollUpMethod.FORMULA) {
            // The formula says itself what it does without a figure.
            return Optional.of(MissingChild.TOTAL_MISSING);
        }
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

    static LocalText name(RollUpMethod method) {
        return new LocalText(method.name(Language.ZH_TW), method.name(Language.EN));
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
