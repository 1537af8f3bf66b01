package kpi.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.dsl.analysis.FormulaAnalysis;
import kpi.dsl.analysis.UnquotedNames;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunctions;
import kpi.model.Term;
import kpi.run.Formula;
import kpi.run.FormulaInputs;
import kpi.source.Source;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Type;

/**
 * Compiles formulas over the same inputs, which they share: for a host with thousands of them. Never throws on any text.
 * Immutable; one serves all threads.
 *
 * <pre>{@code
 * FormulaCompiler formulas = KpiCompiler.standard().formulas(Map.of("a", Units.NTD, "b", Units.NTD));
 * Formula rate = formulas.formula("a / b × 100%", Units.PERCENT).orElseThrow();
 * }</pre>
 */
public final class FormulaCompiler {
    private final FormulaInputs inputs;
    private final KpiFunctions functions;
    private final Limits limits;

    FormulaCompiler(Map<String, KpiUnit> inputs, KpiFunctions functions, Limits limits) {
        this.inputs = FormulaInputs.of(FormulaAnalysis.inputs(Objects.requireNonNull(inputs, "inputs")));
        this.functions = functions;
        this.limits = limits;
    }

    /** A formula as printed, for a result in this unit. */
    public Checked<Formula> formula(String text, KpiUnit result) {
        return formula(text, Optional.of(result));
    }

    /**
     * A formula as printed, for a result in its own unit: a ratio or a percentage as a plain number, money in 元, a count in
     * its label.
     */
    public Checked<Formula> formula(String text) {
        return formula(text, Optional.empty());
    }

    /** A condition, such as {@code a / b > 50%}: its value is 1 where it holds and 0 where it does not. */
    public Checked<Formula> condition(String text) {
        return compile(
                text,
                Optional.of(Units.NUMBER),
                tree -> FormulaAnalysis.condition(tree, inputs.list(), functions, limits));
    }

    private Checked<Formula> formula(String text, Optional<KpiUnit> result) {
        return compile(text, result, tree -> FormulaAnalysis.analyse(tree, inputs.list(), result, functions, limits));
    }

    private Checked<Formula> compile(
            String text, Optional<KpiUnit> result, Function<Expression, FormulaAnalysis.Analysed> analysis) {
        Source source = Source.of("formula", text);
        return KpiCompiler.bounded(source, limits, () -> compile(source, result, analysis));
    }

    private Checked<Formula> compile(
            Source source, Optional<KpiUnit> result, Function<Expression, FormulaAnalysis.Analysed> analysis) {
        Parsed<Expression> parsed = KpiParser.formula(source, limits);
        if (!parsed.problems().isEmpty() && parsed.tree() instanceof Expression.BrokenExpression) {
            return Checked.failed(explained(parsed.problems(), source));
        }
        FormulaAnalysis.Analysed analysed = analysis.apply(parsed.tree());
        List<Problem> all = new ArrayList<>(parsed.problems());
        all.addAll(analysed.problems());
        List<Problem> found = List.of();
        if (!all.isEmpty()) {
            ProblemCollector problems = new ProblemCollector(limits);
            problems.addAll(explained(all, source));
            found = problems.toList();
        }
        if (analysed.term().isEmpty()) {
            return Checked.failed(found);
        }
        Term term = analysed.term().get();
        return Checked.of(Formula.of(term, inputs, result.orElseGet(() -> ownUnit(term))), found);
    }

    private List<Problem> explained(List<Problem> problems, Source source) {
        return UnquotedNames.explain(problems, source, inputs.names(), limits);
    }

    private static KpiUnit ownUnit(Term term) {
        Dimension dimension = ((Type.Measure) term.type()).dimension();
        return dimension.equals(Dimension.RATIO) || dimension.equals(Dimension.PERCENT)
                ? Units.NUMBER
                : Units.basic(dimension);
    }
}
