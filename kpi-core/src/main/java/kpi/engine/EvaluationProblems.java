package kpi.engine;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.FunctionCall;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Quantity;
import kpi.value.Value;

/** The problems evaluating can have, each with its place, the values at hand and, inside a dataset, the row. */
final class EvaluationProblems {
    /** A value longer than this is shown by its beginning and its number of digits. */
    private static final int SHOWN_DIGITS = 40;

    private EvaluationProblems() {}

    static Problem arithmetic(
            NumberException why, Arithmetic term, Quantity left, Quantity right, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO && term.operator() == Arithmetic.Operator.DIVIDE) {
            Problem.Builder problem = Problem.of(EvaluationCode.DIVISION_BY_ZERO, term.sign())
                    .with("dividend", shown(left))
                    .with("divisor", shown(right))
                    .with("text", term.right().span().text())
                    .related(term.right().span(), "divisor");
            return withRow(problem, row);
        }
        LocalText sign = new LocalText(term.operator().sign(), term.operator().sign());
        return noValue(why, term.sign(), sign, List.of(left, right), row);
    }

    static Problem call(NumberException why, FunctionCall term, List<Value> arguments, Optional<Place> row) {
        LocalText name = new LocalText(
                term.function().name(Language.ZH_TW), term.function().name(Language.EN));
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO && arguments.size() == 2) {
            Problem.Builder problem = Problem.of(EvaluationCode.DIVISION_BY_ZERO, term.span())
                    .with("dividend", shown(arguments.get(0)))
                    .with("divisor", shown(arguments.get(1)))
                    .with("text", term.arguments().get(1).span().text())
                    .related(term.arguments().get(1).span(), "divisor");
            return withRow(problem, row);
        }
        return noValue(why, term.span(), name, arguments, row);
    }

    /** A step with one operand, or a sum of rows. */
    static Problem step(
            NumberException why, Span span, LocalText operation, List<? extends Value> values, Optional<Place> row) {
        return noValue(why, span, operation, values, row);
    }

    static Problem noRows(Aggregation term, int rows) {
        return Problem.of(EvaluationCode.NO_ROWS, term.span())
                .with(
                        "aggregate",
                        new LocalText(
                                term.aggregate().name(Language.ZH_TW),
                                term.aggregate().name(Language.EN)))
                .with("table", term.table())
                .with("rows", rows)
                .build();
    }

    static Problem functionFailed(
            FunctionCall term, List<Value> arguments, RuntimeException cause, Optional<Place> row) {
        Problem.Builder problem = Problem.of(EvaluationCode.FUNCTION_FAILED, term.span())
                .with(
                        "function",
                        new LocalText(
                                term.function().name(Language.ZH_TW),
                                term.function().name(Language.EN)))
                .with("values", shown(arguments))
                .with("detail", String.valueOf(cause.getMessage()));
        return withRow(problem, row);
    }

    private static Problem noValue(
            NumberException why, Span span, LocalText operation, List<? extends Value> values, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.TOO_LARGE) {
            NumberBudget budget = NumberBudget.standard();
            return withRow(
                    Problem.of(EvaluationCode.TOO_LARGE, span)
                            .with("operation", operation)
                            .with("values", shown(values))
                            .with("decimal", budget.decimalDigits())
                            .with("fraction", budget.fractionDigits()),
                    row);
        }
        return withRow(
                Problem.of(EvaluationCode.OUTSIDE_DOMAIN, span)
                        .with("operation", operation)
                        .with("values", shown(values)),
                row);
    }

    private static Problem withRow(Problem.Builder problem, Optional<Place> row) {
        row.ifPresent(place -> problem.related(place, "row"));
        return problem.build();
    }

    private static LocalText shown(List<? extends Value> values) {
        return new LocalText(joined(values, Language.ZH_TW, "、"), joined(values, Language.EN, ", "));
    }

    private static String joined(List<? extends Value> values, Language language, String separator) {
        return String.join(
                separator,
                values.stream().map(value -> shown(value).in(language)).toList());
    }

    private static LocalText shown(Value value) {
        return new LocalText(shown(value, Language.ZH_TW), shown(value, Language.EN));
    }

    private static String shown(Value value, Language language) {
        if (value instanceof Quantity quantity && quantity.canonical().digits() > SHOWN_DIGITS) {
            int digits = quantity.canonical().digits();
            return language == Language.ZH_TW ? digits + " 位的數" : "a number of " + digits + " digits";
        }
        return value.display(language);
    }
}
