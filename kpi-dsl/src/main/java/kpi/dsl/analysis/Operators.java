package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.model.Arithmetic;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Fallback;
import kpi.model.MissingKind;
import kpi.model.Negation;
import kpi.model.Relation;
import kpi.model.Substitute;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Type;

/** Joins typed operands into typed terms, or says why they do not join: both sides, each with where it came from. */
final class Operators {
    private static final int LARGEST_EXPONENT = 9;

    private final Reporter reporter;

    Operators(Reporter reporter) {
        this.reporter = reporter;
    }

    Optional<Term> arithmetic(Span span, Arithmetic.Operator operator, Span sign, Term left, Term right) {
        if (!isMeasure(left) || !isMeasure(right)) {
            if (!isMeasure(left)) {
                reporter.report(numberNeeded(left, sign));
            }
            if (!isMeasure(right)) {
                reporter.report(numberNeeded(right, sign));
            }
            return Optional.empty();
        }
        if (operator == Arithmetic.Operator.POWER) {
            return power(span, sign, left, right);
        }
        boolean sum = operator == Arithmetic.Operator.ADD || operator == Arithmetic.Operator.SUBTRACT;
        Term first = sum ? asNeighbourOf(left, right) : left;
        Term second = sum ? asNeighbourOf(right, left) : right;
        if (operator == Arithmetic.Operator.DIVIDE && isPercentOverHundred(first, second)) {
            reporter.report(percentOverHundred(sign, second));
            return Optional.empty();
        }
        UnitAlgebra.Outcome outcome = Arithmetic.result(operator, first, second);
        if (outcome instanceof UnitAlgebra.Outcome.Of of) {
            return Optional.of(new Arithmetic(span, operator, sign, first, second, type(of.dimension(), first)));
        }
        reporter.report(clash(((UnitAlgebra.Outcome.Clash) outcome).reason(), operator.sign(), sign, first, second));
        return Optional.empty();
    }

    /** The type of the first where it is of this dimension: one object for a whole sum. */
    private static Type type(Dimension dimension, Term first) {
        return dimension.equals(dimension(first)) ? first.type() : Type.measure(dimension);
    }

    /** 20% / 100, or 86分 × 20% / 100: the mirror of the hundredfold percentage. */
    private static boolean isPercentOverHundred(Term left, Term right) {
        if (!isBareConstant(right)
                || !((Quantity) ((Constant) right).value()).canonical().equals(Exact.of(100))) {
            return false;
        }
        Term factor = left;
        while (factor instanceof Arithmetic product && product.operator() == Arithmetic.Operator.MULTIPLY) {
            if (dimension(product.right()).equals(Dimension.PERCENT)) {
                return true;
            }
            factor = product.left();
        }
        return dimension(factor).equals(Dimension.PERCENT);
    }

    private static Problem.Builder percentOverHundred(Span sign, Term right) {
        Span end = right.span().source().span(right.span().end(), right.span().end());
        return Problem.of(AnalysisCode.PERCENT_OVER_HUNDRED, sign.to(right.span()))
                .edit(sign.to(right.span()), "")
                .edit(end, "項");
    }

    private Optional<Term> power(Span span, Span sign, Term base, Term exponent) {
        Dimension of = dimension(exponent);
        if (!isBare(of)) {
            reporter.report(
                    Problem.of(AnalysisCode.EXPONENT_OF_UNIT, exponent.span()).with("found", typeName(exponent)));
            return Optional.empty();
        }
        Dimension dimension = dimension(base);
        if (isBare(dimension)) {
            // (b/a)^(1/n) − 1, a mean rate of growth: what was like over like stays so.
            return Optional.of(
                    new Arithmetic(span, Arithmetic.Operator.POWER, sign, base, exponent, Type.measure(dimension)));
        }
        Optional<Integer> whole = wholeExponent(exponent);
        if (whole.isPresent() && UnitAlgebra.power(dimension, whole.get()) instanceof UnitAlgebra.Outcome.Of raised) {
            return Optional.of(new Arithmetic(
                    span, Arithmetic.Operator.POWER, sign, base, exponent, Type.measure(raised.dimension())));
        }
        reporter.report(Problem.of(AnalysisCode.EXPONENT_OF_UNIT, base.span()).with("found", typeName(base)));
        return Optional.empty();
    }

    private static Optional<Integer> wholeExponent(Term exponent) {
        if (exponent instanceof Constant constant && constant.value() instanceof Quantity quantity) {
            Exact value = quantity.canonical();
            if (value.isInteger() && value.abs().compareTo(Exact.of(LARGEST_EXPONENT)) <= 0) {
                return Optional.of(value.numerator().intValue());
            }
        }
        return Optional.empty();
    }

    Optional<Term> negate(Span span, Term operand) {
        if (!isMeasure(operand)) {
            reporter.report(numberNeeded(operand, span));
            return Optional.empty();
        }
        return Optional.of(new Negation(span, operand));
    }

    /** A chain of comparisons over operands already typed. */
    Optional<Term> comparison(Span span, Term first, List<Comparison.Link> links) {
        Term left = first;
        List<Comparison.Link> typed = new ArrayList<>();
        boolean sound = true;
        Term typedFirst = first;
        for (int i = 0; i < links.size(); i++) {
            Comparison.Link link = links.get(i);
            Term adaptedLeft = asNeighbourOf(left, link.right());
            Term right = asNeighbourOf(link.right(), adaptedLeft);
            if (i == 0) {
                typedFirst = adaptedLeft;
            }
            sound &= comparable(adaptedLeft, link.relation(), link.sign(), right);
            typed.add(new Comparison.Link(link.relation(), link.sign(), right));
            left = right;
        }
        return sound ? Optional.of(new Comparison(span, typedFirst, typed)) : Optional.empty();
    }

    private boolean comparable(Term left, Relation relation, Span sign, Term right) {
        if (isMeasure(left) && isMeasure(right)) {
            UnitAlgebra.Outcome outcome = UnitAlgebra.compare(dimension(left), dimension(right));
            if (outcome instanceof UnitAlgebra.Outcome.Clash refused) {
                reporter.report(clash(refused.reason(), relation.sign(), sign, left, right));
                return false;
            }
            return true;
        }
        boolean texts = left.type().isText() && right.type().isText();
        if (!texts && !left.type().equals(right.type())) {
            reporter.report(
                    sides(Problem.of(AnalysisCode.TYPES_DIFFER, sign).with("sign", relation.sign()), left, right));
            return false;
        }
        if (relation.isOrder() && (texts || left.type() == Type.TRUTH)) {
            reporter.report(Problem.of(AnalysisCode.NO_ORDER, sign)
                    .with("sign", relation.sign())
                    .with("found", typeName(left)));
            return false;
        }
        return choiceFits(left, right) && choiceFits(right, left);
    }

    private boolean choiceFits(Term choice, Term literal) {
        if (choice.type() instanceof Type.Choice values
                && literal instanceof Constant constant
                && constant.value() instanceof Text text
                && !values.values().contains(text.text())) {
            Problem.Builder problem = Problem.of(AnalysisCode.NOT_A_CHOICE, literal.span())
                    .with("found", text.text())
                    .with("choices", String.join("、", values.values()));
            Suggestion.nearest(text.text(), values.values())
                    .ifPresent(near -> problem.edit(literal.span(), "\"" + near + "\""));
            reporter.report(problem);
            return false;
        }
        return true;
    }

    /** Two branches of one type. */
    Optional<Term> conditional(Span span, Term condition, Term then, Term otherwise) {
        Term first = asNeighbourOf(then, otherwise);
        Term second = asNeighbourOf(otherwise, first);
        return join("if", span, first, second).map(type -> new Conditional(span, condition, first, second, type));
    }

    /** A value, and what stands in its place where it has none. */
    Optional<Term> fallback(Span span, Term value, MissingKind when, Term by) {
        Term second = asNeighbourOf(by, value);
        return join("if " + when.name(Language.EN), by.span(), value, second)
                .map(type -> new Fallback(span, value, when, new Substitute.By(second), type));
    }

    private Optional<Type> join(String sign, Span span, Term first, Term second) {
        if (isMeasure(first) && isMeasure(second)) {
            UnitAlgebra.Outcome outcome = UnitAlgebra.join(dimension(first), dimension(second));
            if (outcome instanceof UnitAlgebra.Outcome.Of of) {
                return Optional.of(Type.measure(of.dimension()));
            }
            reporter.report(clash(
                    ((UnitAlgebra.Outcome.Clash) outcome).reason(), sign, otherwise(span, second), first, second));
            return Optional.empty();
        }
        if (first.type().equals(second.type())) {
            return Optional.of(first.type());
        }
        if (first.type().isText() && second.type().isText()) {
            return Optional.of(Type.TEXT);
        }
        reporter.report(
                sides(Problem.of(AnalysisCode.TYPES_DIFFER, second.span()).with("sign", sign), first, second));
        return Optional.empty();
    }

    private static Span otherwise(Span span, Term second) {
        return span.contains(second.span()) ? second.span() : span;
    }

    boolean requireTruth(Term term) {
        if (term.type() == Type.TRUTH) {
            return true;
        }
        reporter.report(Problem.of(AnalysisCode.TRUTH_NEEDED, term.span()).with("found", typeName(term)));
        return false;
    }

    boolean requireText(Term term) {
        if (term.type().isText()) {
            return true;
        }
        reporter.report(Problem.of(AnalysisCode.TEXT_NEEDED, term.span()).with("found", typeName(term)));
        return false;
    }

    boolean requireMeasure(Term term) {
        if (isMeasure(term)) {
            return true;
        }
        reporter.report(numberNeeded(term, term.span()));
        return false;
    }

    private static Problem.Builder numberNeeded(Term term, Span sign) {
        return Problem.of(AnalysisCode.NUMBER_NEEDED, term.span())
                .with("found", typeName(term))
                .with("sign", sign.text());
    }

    /** A limit, step or target beside a value: retyped if it is a bare 0, refused if the units differ. */
    Optional<Term> limitFor(Dimension base, Term limit, Span at) {
        if (!requireMeasure(limit)) {
            return Optional.empty();
        }
        Term adapted = retypeZero(limit, base);
        if (UnitAlgebra.join(base, dimension(adapted)) instanceof UnitAlgebra.Outcome.Of of
                && (of.dimension().equals(base) || isShare(base) && isShare(dimension(adapted)))) {
            return Optional.of(adapted);
        }
        Problem.Builder problem = Problem.of(
                        isBareConstant(adapted) ? AnalysisCode.NUMBER_BESIDE_UNIT : AnalysisCode.UNIT_CLASH, at)
                .with("sign", at.text())
                .with("unit", local(base))
                .with("left", local(base))
                .with("right", typeName(adapted));
        withUnitEdit(problem, adapted, base);
        reporter.report(problem);
        return Optional.empty();
    }

    /** A bare 0 fits any unit. */
    Term asNeighbourOf(Term term, Term neighbour) {
        return isMeasure(term) && isMeasure(neighbour) ? retypeZero(term, dimension(neighbour)) : term;
    }

    static Term retypeZero(Term term, Dimension dimension) {
        if (term instanceof Constant constant
                && constant.value() instanceof Quantity quantity
                && quantity.canonical().isZero()
                && quantity.dimension().equals(Dimension.NUMBER)
                && !dimension.equals(Dimension.NUMBER)) {
            return new Constant(constant.span(), constant.value(), Type.measure(dimension), constant.printed());
        }
        return term;
    }

    static Problem.Builder clash(UnitAlgebra.Reason reason, String operator, Span sign, Term left, Term right) {
        return switch (reason) {
            case NUMBER_AND_PERCENT, NUMBER_AND_PERCENTAGE_POINT, NUMBER_AND_MONEY -> {
                Term bare = dimension(left).equals(Dimension.NUMBER) ? left : right;
                Term other = bare == left ? right : left;
                Problem.Builder problem = sides(
                        Problem.of(AnalysisCode.NUMBER_BESIDE_UNIT, sign)
                                .with("sign", operator)
                                .with("unit", typeName(other)),
                        left,
                        right);
                yield withUnitEdit(problem, bare, dimension(other));
            }
            case DIFFERENT_LABELS, DIFFERENT_DIMENSIONS ->
                sides(Problem.of(AnalysisCode.UNIT_CLASH, sign).with("sign", operator), left, right);
            case MONEY_SQUARED, NO_SUCH_PRODUCT, NO_SUCH_QUOTIENT, EXPONENT_TOO_LARGE ->
                sides(Problem.of(AnalysisCode.MEANINGLESS_PRODUCT, sign).with("sign", operator), left, right);
        };
    }

    private static Problem.Builder withUnitEdit(Problem.Builder problem, Term bare, Dimension other) {
        if (isBareConstant(bare)) {
            String symbol = kpi.unit.Units.basic(other).symbol();
            if (!symbol.isEmpty()) {
                Span end =
                        bare.span().source().span(bare.span().end(), bare.span().end());
                problem.edit(end, symbol);
                Exact value = ((Quantity) ((Constant) bare).value()).canonical();
                if (other.equals(Dimension.PERCENT)
                        && value.times(Exact.of(100)).isDecimal()) {
                    problem.edit(bare.span(), NumberText.plain(value.times(Exact.of(100))) + symbol);
                }
            }
        }
        return problem;
    }

    private static Problem.Builder sides(Problem.Builder problem, Term left, Term right) {
        problem.with("left", typeName(left)).with("right", typeName(right));
        problem.related(left.span(), "side", "unit", typeName(left));
        Origins.of(left)
                .ifPresent(origin ->
                        problem.related(origin.span(), "declared", "name", origin.name(), "unit", typeName(left)));
        problem.related(right.span(), "side", "unit", typeName(right));
        Origins.of(right)
                .ifPresent(origin ->
                        problem.related(origin.span(), "declared", "name", origin.name(), "unit", typeName(right)));
        return problem;
    }

    static LocalText typeName(Term term) {
        return new LocalText(term.type().name(Language.ZH_TW), term.type().name(Language.EN));
    }

    static LocalText local(Dimension dimension) {
        return new LocalText(dimension.name(Language.ZH_TW), dimension.name(Language.EN));
    }

    static boolean isMeasure(Term term) {
        return term.type() instanceof Type.Measure;
    }

    static Dimension dimension(Term term) {
        return ((Type.Measure) term.type()).dimension();
    }

    static boolean isBare(Dimension dimension) {
        return dimension.equals(Dimension.NUMBER) || dimension.equals(Dimension.RATIO);
    }

    /** Dimensionless, said as a fraction or in percent. */
    static boolean isShare(Dimension dimension) {
        return isBare(dimension) || dimension.equals(Dimension.PERCENT);
    }

    static boolean isBareConstant(Term term) {
        return term instanceof Constant constant
                && constant.value() instanceof Quantity quantity
                && quantity.dimension().equals(Dimension.NUMBER);
    }
}
