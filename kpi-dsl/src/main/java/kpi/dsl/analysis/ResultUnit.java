package kpi.dsl.analysis;

import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.model.Constant;
import kpi.model.Term;
import kpi.number.NumberText;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/** Whether a formula yields what its unit line promises. */
final class ResultUnit {
    private final Operators operators;
    private final Reporter reporter;

    ResultUnit(Operators operators, Reporter reporter) {
        this.operators = operators;
        this.reporter = reporter;
    }

    /** The formula as its unit reads it; empty where a problem was reported. */
    Optional<Term> fit(Term formula, KpiUnit unit) {
        if (!operators.requireMeasure(formula)) {
            return Optional.empty();
        }
        Dimension wanted = unit.dimension();
        Term adapted = Operators.retypeZero(formula, wanted);
        boolean points = wanted.equals(Dimension.PERCENTAGE_POINT);
        if (wanted.equals(Dimension.PERCENT)
                || points && !Operators.dimension(adapted).equals(wanted)) {
            return new PrintedFactor(unit, operators, reporter).read(adapted).filter(term -> fitsPercent(term, unit));
        }
        Dimension found = Operators.dimension(adapted);
        if (fits(wanted, found)) {
            return Optional.of(adapted);
        }
        Problem.Builder problem = Problem.of(AnalysisCode.RESULT_UNIT, formula.span())
                .with("found", Operators.typeName(formula))
                .with("unit", unit.symbol().isEmpty() ? Operators.local(wanted) : unit.symbol());
        Origins.of(formula)
                .ifPresent(origin -> problem.related(
                        origin.span(), "declared", "name", origin.name(), "unit", Operators.typeName(formula)));
        reporter.report(problem);
        return Optional.empty();
    }

    private boolean fitsPercent(Term term, KpiUnit unit) {
        Dimension found = Operators.dimension(term);
        if (found.equals(Dimension.PERCENT) || found.equals(Dimension.RATIO)) {
            return true;
        }
        if (found.equals(Dimension.NUMBER)) {
            Problem.Builder problem = Problem.of(AnalysisCode.BARE_NUMBER_FOR_PERCENT, term.span())
                    .with("unit", unit.symbol());
            if (term instanceof Constant constant && constant.value() instanceof Quantity bare) {
                problem.edit(constant.span(), constant.printed() + unit.symbol());
                problem.edit(
                        constant.span(), NumberText.plain(bare.canonical().dividedBy(unit.scale())) + unit.symbol());
            }
            reporter.report(problem);
        } else {
            reporter.report(Problem.of(AnalysisCode.RESULT_UNIT, term.span())
                    .with("found", Operators.typeName(term))
                    .with("unit", unit.symbol()));
        }
        return false;
    }

    private static boolean fits(Dimension wanted, Dimension found) {
        if (wanted.equals(found)) {
            return true;
        }
        if (Operators.isBare(wanted)) {
            return Operators.isBare(found);
        }
        boolean labelled = wanted instanceof Dimension.Count || wanted.equals(Dimension.POINTS);
        return labelled && Operators.isBare(found);
    }
}
