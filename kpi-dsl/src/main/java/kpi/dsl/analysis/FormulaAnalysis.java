package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunctions;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.InputDefinition;
import kpi.model.Term;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.Type;

/** One formula alone: its names are the inputs that the host states, with their units. */
public final class FormulaAnalysis {
    private FormulaAnalysis() {}

    /** The typed formula if it could be read, its definitions, and the problems found. */
    public record Analysed(Optional<Term> term, List<Definition> definitions, List<Problem> problems) {}

    /** The inputs that a host states: they stand in no text. */
    public static List<InputDefinition> inputs(Map<String, KpiUnit> units) {
        Span nowhere = Source.of("inputs", "").span(0, 0);
        List<InputDefinition> inputs = new ArrayList<>();
        units.forEach((name, unit) -> inputs.add(new InputDefinition("", name, List.of(), unit, List.of(), nowhere)));
        return inputs;
    }

    /**
     * Types a formula; with a {@code result} unit it must yield that unit, without one its own.
     *
     * <p>Input names are given as the formula spells them, qualifiers included: {@code 債務還本數(實際數)}.
     */
    public static Analysed analyse(
            Expression formula,
            List<InputDefinition> inputs,
            Optional<KpiUnit> result,
            KpiFunctions functions,
            Limits limits) {
        return analyse(
                formula,
                inputs,
                functions,
                limits,
                result,
                (term, operators, reporter) -> result.isPresent()
                        ? new ResultUnit(operators, reporter).fit(term, result.get())
                        : Optional.of(term).filter(operators::requireMeasure));
    }

    /** Types a formula that must say yes or no; the term is 1 where it holds and 0 where it does not. */
    public static Analysed condition(
            Expression formula, List<InputDefinition> inputs, KpiFunctions functions, Limits limits) {
        return analyse(
                formula,
                inputs,
                functions,
                limits,
                Optional.empty(),
                (term, operators, reporter) -> Optional.of(term)
                        .filter(operators::requireTruth)
                        .map(truth -> new Conditional(
                                truth.span(),
                                truth,
                                number(truth, "1"),
                                number(truth, "0"),
                                Type.measure(Dimension.NUMBER))));
    }

    private static Constant number(Term at, String digits) {
        return new Constant(at.span(), Quantity.of(digits, Units.NUMBER), Type.measure(Dimension.NUMBER), digits);
    }

    /** What the formula as a whole must be. */
    private interface Outcome {
        Optional<Term> of(Term term, Operators operators, Reporter reporter);
    }

    private static Analysed analyse(
            Expression formula,
            List<InputDefinition> inputs,
            KpiFunctions functions,
            Limits limits,
            Optional<KpiUnit> result,
            Outcome outcome) {
        Reporter reporter = new Reporter();
        Symbols symbols = new Symbols(
                functions,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Defines.none(limits, LookUpTables.none(new Literals(UnitTable.standard(), limits), new Reporter())));
        inputs.forEach(symbols::add);
        Scope scope = new Scope(
                symbols,
                new Literals(UnitTable.standard(), limits),
                CalendarKind.ROC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Notes(),
                reporter);
        List<Definition> definitions = new Definitions(scope).declare(List.of(), List.of(formula));
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        Optional<Term> read =
                result.map(unit -> analysis.analyse(formula, unit)).orElseGet(() -> analysis.analyse(formula));
        Optional<Term> term = read.flatMap(found -> outcome.of(found, analysis.operators(), reporter));
        return new Analysed(reporter.hasErrors() ? Optional.empty() : term, definitions, reporter.problems());
    }
}
