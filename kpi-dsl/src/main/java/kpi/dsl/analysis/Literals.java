package kpi.dsl.analysis;

import java.util.Collection;
import java.util.Optional;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.model.Constant;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberText;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitAlgebra;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.Type;

/** Reads quantities as printed: number, magnitudes and unit are one token, the unit found by the unit table. */
final class Literals {
    private final UnitTable units;
    private final NumberBudget budget;

    Literals(UnitTable units, Limits limits) {
        this.units = units;
        NumberBudget standard = NumberBudget.standard();
        this.budget = new NumberBudget(
                Math.toIntExact(limits.get(Limit.DIGITS)),
                Math.toIntExact(limits.get(Limit.EXPONENT)),
                standard.decimalDigits(),
                standard.fractionDigits());
    }

    UnitTable units() {
        return units;
    }

    /** A number with its unit inside a formula; an unknown unit word there is an error. */
    Optional<Constant> constant(Span span, String text, Reporter reporter) {
        return read(span, text, Optional.empty(), reporter)
                .map(printed -> new Constant(
                        span,
                        printed.quantity(),
                        Type.measure(printed.quantity().dimension()),
                        text));
    }

    /** A figure on a line whose unit is declared: bare, it is in that unit; with a unit, the units must agree. */
    Optional<PrintedQuantity> figure(Span span, String text, KpiUnit declared, Reporter reporter) {
        return read(span, text, Optional.of(declared), reporter);
    }

    private Optional<PrintedQuantity> read(Span span, String text, Optional<KpiUnit> declared, Reporter reporter) {
        return switchOn(NumberText.read(text, 0, budget), span, text, declared, reporter);
    }

    private Optional<PrintedQuantity> switchOn(
            NumberText.Reading reading, Span span, String text, Optional<KpiUnit> declared, Reporter reporter) {
        if (reading instanceof NumberText.Fault fault) {
            reporter.report(fault(fault, span, text));
            return Optional.empty();
        }
        NumberText.Number number = (NumberText.Number) reading;
        String word = text.substring(number.end()).strip();
        Optional<KpiUnit> unit = word.isEmpty() ? Optional.of(declared.orElse(Units.NUMBER)) : unit(word);
        if (unit.isEmpty()) {
            reporter.report(unknownUnit(unitSpan(span, text, word), word));
            return Optional.empty();
        }
        KpiUnit found = unit.get();
        if (declared.isPresent() && !word.isEmpty() && !fits(declared.get().dimension(), found.dimension())) {
            reporter.report(Problem.of(AnalysisCode.FIGURE_UNIT, span)
                    .with("figure", text)
                    .with("declared", declared.get().symbol())
                    .with("unit", found.symbol()));
            return Optional.empty();
        }
        Exact canonical = number.value().times(found.scale());
        KpiUnit shown =
                declared.filter(d -> d.dimension().equals(found.dimension())).isPresent() || declared.isEmpty()
                        ? found
                        : declared.get();
        return Optional.of(new PrintedQuantity(
                Quantity.canonical(canonical, shown), number.resolution().times(found.scale()), text));
    }

    private static boolean fits(Dimension declared, Dimension found) {
        if (declared.equals(found)) {
            return true;
        }
        boolean share = declared.equals(Dimension.RATIO) || declared.equals(Dimension.PERCENT);
        return share && (found.equals(Dimension.RATIO) || found.equals(Dimension.PERCENT));
    }

    /** A unit word, or a quotient of two such as 人/平方公里. */
    Optional<KpiUnit> unit(String word) {
        Optional<KpiUnit> whole = units.find(word);
        if (whole.isPresent()) {
            return whole;
        }
        int slash = Math.max(word.indexOf('/'), word.indexOf('／'));
        if (slash <= 0) {
            return Optional.empty();
        }
        Optional<KpiUnit> above = units.find(word.substring(0, slash).strip());
        Optional<KpiUnit> below = units.find(word.substring(slash + 1).strip());
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        return UnitAlgebra.dividedBy(above.get().dimension(), below.get().dimension())
                        instanceof UnitAlgebra.Outcome.Of of
                ? Optional.of(KpiUnit.of(
                        of.dimension(),
                        above.get().scale().dividedBy(below.get().scale()),
                        word))
                : Optional.empty();
    }

    Problem.Builder unknownUnit(Span span, String word) {
        Collection<String> known = units.symbols();
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_UNIT, span).with("unit", word);
        Suggestion.nearest(word, known).ifPresent(near -> problem.edit(span, near));
        return problem;
    }

    private static Span unitSpan(Span span, String text, String word) {
        int at = text.lastIndexOf(word);
        return span.source().span(span.start() + at, span.start() + at + word.length());
    }

    private static Problem.Builder fault(NumberText.Fault fault, Span span, String text) {
        AnalysisCode code = switch (fault.kind()) {
            case TOO_MANY_DIGITS -> AnalysisCode.LIMIT_DIGITS;
            case EXPONENT_TOO_LARGE -> AnalysisCode.LIMIT_EXPONENT;
            case NOT_A_NUMBER, BAD_GROUPING, FOREIGN_DIGIT, MIXED_WIDTH, MAGNITUDES_NOT_FALLING, SHORTHAND ->
                AnalysisCode.UNREADABLE_FIGURE;
        };
        return Problem.of(code, span).with("figure", text).with("detail", fault.detail());
    }
}
