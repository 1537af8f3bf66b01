package kpi.dsl.analysis;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.parser.SyntaxCode;
import kpi.model.Constant;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberText;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.PrintedFigure;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.Type;
import kpi.value.ValueCode;

/** Reads quantities as printed: number, magnitudes and unit are one token, the unit found by the unit table. */
final class Literals {
    private final UnitTable units;
    private final Limits limits;
    private final NumberBudget budget;

    Literals(UnitTable units, Limits limits) {
        this.units = units;
        this.limits = limits;
        NumberBudget standard = NumberBudget.standard();
        this.budget = new NumberBudget(
                limits.size(Limit.DIGITS),
                limits.size(Limit.EXPONENT),
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

    /**
     * A figure on a line whose unit is declared: bare, it is in that unit; with a unit, the units must agree. Notes and
     * footnote marks behind it change nothing; points above their full marks are a slip.
     */
    Optional<PrintedQuantity> figure(Span span, String text, KpiUnit declared, Reporter reporter) {
        PrintedFigure print = PrintedFigure.of(text);
        return read(span, print.figure(), Optional.of(declared), reporter)
                .filter(points -> withinFullMarks(span, print, points, reporter))
                .map(figure -> new PrintedQuantity(figure.quantity(), figure.resolution(), text));
    }

    private boolean withinFullMarks(Span span, PrintedFigure print, PrintedQuantity points, Reporter reporter) {
        boolean beyond = print.fullMarks()
                .filter(most -> !(NumberText.read(most, 0, budget) instanceof NumberText.Number full)
                        || points.quantity().canonical().compareTo(full.value()) > 0)
                .isPresent();
        if (beyond) {
            reporter.report(Problem.of(ValueCode.MORE_THAN_FULL_MARKS, span)
                    .with("text", span.text())
                    .with("full", print.fullMarks().orElseThrow()));
        }
        return !beyond;
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

    Limits limits() {
        return limits;
    }

    /** A unit word, a quotient of units such as 人/平方公里, a rate such as 件/十萬人. */
    Optional<KpiUnit> unit(String word) {
        return units.find(word);
    }

    Problem.Builder unknownUnit(Span span, String word) {
        Collection<String> known = units.symbols();
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_UNIT, span).with("unit", word);
        String plain =
                word.replace('佰', '百').replace('仟', '千').replace('圓', '元').replace('园', '元');
        if (!plain.equals(word) && units.find(plain).isPresent()) {
            return problem.edit(span, plain);
        }
        // Of two signs one is half the word: 公噸 is not a slip for 公尺.
        Suggestion.nearest(word, known)
                .filter(near -> word.length() > 2 || near.equalsIgnoreCase(word))
                .ifPresent(near -> problem.edit(span, near));
        return problem;
    }

    private static Span unitSpan(Span span, String text, String word) {
        int at = text.lastIndexOf(word);
        return span.source().span(span.start() + at, span.start() + at + word.length());
    }

    private static final Pattern SHORTHAND = Pattern.compile("(.*)([萬億兆])([0-9])(\\D*)");

    /** 3萬5 is said for 35,000 and reads as 30,005. */
    private static Optional<Problem.Builder> shorthand(Span span, String text) {
        Matcher parts = SHORTHAND.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String before = parts.group(1) + parts.group(2);
        String below = parts.group(2).equals("萬") ? "千" : "千" + "萬億".charAt("億兆".indexOf(parts.group(2)));
        String spoken = before + parts.group(3) + below + parts.group(4);
        String literal = before + "0,00" + parts.group(3) + parts.group(4);
        return Optional.of(Problem.of(AnalysisCode.SHORTHAND_FIGURE, span)
                .with("figure", text)
                .with("spoken", spoken)
                .with("literal", literal)
                .edit(span, spoken)
                .edit(span, literal));
    }

    private Problem.Builder fault(NumberText.Fault fault, Span span, String text) {
        Optional<Problem.Builder> shorthand =
                fault.kind() == NumberText.Fault.Kind.SHORTHAND ? shorthand(span, text) : Optional.empty();
        if (shorthand.isPresent()) {
            return shorthand.get();
        }
        return switch (fault.kind()) {
            case TOO_MANY_DIGITS -> exceeds(SyntaxCode.TOO_MANY_DIGITS, Limit.DIGITS, span);
            case EXPONENT_TOO_LARGE -> exceeds(SyntaxCode.EXPONENT_TOO_LARGE, Limit.EXPONENT, span);
            case NOT_A_NUMBER, BAD_GROUPING, FOREIGN_DIGIT, MIXED_WIDTH, MAGNITUDES_NOT_FALLING, SHORTHAND ->
                Problem.of(AnalysisCode.UNREADABLE_FIGURE, span)
                        .with("figure", text)
                        .with("detail", fault.detail());
        };
    }

    /** The parser counts on the text, too; this holds whatever it let pass. */
    private Problem.Builder exceeds(SyntaxCode code, Limit limit, Span span) {
        return Problem.of(code, span).with("limit", limit.id()).with("value", limits.get(limit));
    }
}
