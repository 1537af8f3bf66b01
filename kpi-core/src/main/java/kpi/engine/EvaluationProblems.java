package kpi.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Excepted;
import kpi.model.FunctionCall;
import kpi.model.LookUp;
import kpi.model.LookUpTable;
import kpi.model.PastValue;
import kpi.model.Undefined;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/** The problems evaluating can have, each with its place, the values at hand and, inside a dataset, the row. */
final class EvaluationProblems {
    /** A longer value is told by its number of digits. */
    private static final int SHOWN_DIGITS = 40;

    private EvaluationProblems() {}

    static Problem arithmetic(
            NumberException why, Arithmetic term, Quantity left, Quantity right, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO && term.operator() == Arithmetic.Operator.DIVIDE) {
            return divisionByZero(term.sign(), left, right, term.right().span(), row);
        }
        LocalText expression = text(l -> shown(left, l) + " " + term.operator().sign() + " " + shown(right, l));
        return noValue(why, term.sign(), expression, row);
    }

    static Problem call(NumberException why, FunctionCall term, List<Value> arguments, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO && arguments.size() == 2) {
            Span divisor = term.arguments().get(1).span();
            return divisionByZero(term.span(), arguments.get(0), arguments.get(1), divisor, row);
        }
        LocalText expression = text(l -> term.function().name(l) + "(" + shown(arguments, l) + ")");
        return noValue(why, term.span(), expression, row);
    }

    static Problem rounding(NumberException why, Span span, Quantity value, Optional<Place> row) {
        LocalText expression =
                new LocalText(shown(value, Language.ZH_TW) + " 的進位或捨去", "rounding " + shown(value, Language.EN));
        return noValue(why, span, expression, row);
    }

    /** A growth from zero, or a sum of other periods that is too large. */
    static Problem past(NumberException why, PastValue term, List<Quantity> values, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO) {
            Quantity last = values.get(values.size() - 1);
            return divisionByZero(term.span(), last, values.get(0), term.span(), row);
        }
        LocalText expression = text(l -> term.fold().name(l) + "(" + shown(values, l) + ")");
        return noValue(why, term.span(), expression, row);
    }

    /** A sum or average of rows, told by the smallest and the largest. */
    static Problem sum(
            NumberException why, Span span, Aggregate aggregate, List<Quantity> extremes, Optional<Place> row) {
        LocalText expression = new LocalText(
                aggregate.name(Language.ZH_TW) + "（最小及最大：" + shown(extremes, Language.ZH_TW) + "）",
                aggregate.name(Language.EN) + " (smallest and largest: " + shown(extremes, Language.EN) + ")");
        return noValue(why, span, expression, row);
    }

    /** Figures of children that have no mean of this kind, or too large a one. */
    static Problem rollUp(NumberException why, ActualRule.RollUp rule, List<Quantity> figures) {
        LocalText expression = text(l -> rule.method().name(l) + "(" + shown(figures, l) + ")");
        return noValue(why, rule.span(), expression, Optional.empty());
    }

    /** A row that the function has no value for. */
    static Problem ofRow(NumberException why, Aggregation term, List<Value> values, Optional<Place> row) {
        if (why.kind() == NumberException.Kind.DIVISION_BY_ZERO && values.size() == 2) {
            Span divisor = term.second().orElseThrow().span();
            return divisionByZero(term.span(), values.get(0), values.get(1), divisor, row);
        }
        LocalText expression = text(l -> term.aggregate().function().name(l) + "(" + shown(values, l) + ")");
        return noValue(why, term.span(), expression, row);
    }

    static Problem noRows(Aggregation term, long rows) {
        return Problem.of(EvaluationCode.NO_ROWS, term.span())
                .with("aggregate", text(term.aggregate()::name))
                .with("table", term.table())
                .with("rows", rows)
                .build();
    }

    /** Rows are asked for that were gathered in pieces. */
    static Problem rowsNotKept(String table) {
        return Problem.of(EvaluationCode.ROWS_NOT_KEPT, Place.cell(table, "", 0, "", ""))
                .with("what", new LocalText("這裡", "This"))
                .with("table", table)
                .build();
    }

    /** A KPI is evaluated at rows that were gathered in pieces. */
    static Problem rowsNotKept(String kpi, Span span, String table) {
        return Problem.of(EvaluationCode.ROWS_NOT_KEPT, span)
                .with("what", new LocalText("指標 " + kpi + " ", "The KPI " + kpi))
                .with("table", table)
                .build();
    }

    /** An aggregate needs rows that were gathered in pieces. */
    static Problem rowsNotKept(Aggregation term) {
        return Problem.of(EvaluationCode.ROWS_NOT_KEPT, term.span())
                .with(
                        "what",
                        text(l -> l == Language.ZH_TW
                                ? "「" + term.aggregate().name(l) + "」"
                                : "“" + term.aggregate().name(l) + "”"))
                .with("table", term.table())
                .build();
    }

    /** More different values than are kept of rows in pieces. */
    static Problem tooManyKept(Aggregation term, long most) {
        return Problem.of(EvaluationCode.TOO_MANY_VALUES_KEPT, term.span())
                .with("aggregate", text(term.aggregate()::name))
                .with("table", term.table())
                .with("limit", most)
                .build();
    }

    /** Rows of a period for which they were not gathered. */
    static Problem periodNotKept(String table, ReportingPeriod period) {
        return Problem.of(EvaluationCode.PERIOD_NOT_KEPT, Place.cell(table, "", 0, "", ""))
                .with("table", table)
                .with("period", text(period::display))
                .build();
    }

    /** Several rows where one was looked up. */
    static Problem severalRows(Span span, String table, LocalText keys, Place first, Place second) {
        return Problem.of(EvaluationCode.SEVERAL_ROWS, span)
                .with("table", table)
                .with("keys", keys)
                .related(first, "row")
                .related(second, "second-row")
                .build();
    }

    static Problem outside(LookUp term, List<? extends Value> keys, Optional<Place> row) {
        Problem.Builder problem = Problem.of(EvaluationCode.LOOK_UP_OUTSIDE, term.span())
                .with("table", term.table().name())
                .with("keys", text(l -> shown(keys, l)))
                .related(term.table().span(), "table");
        return withRow(problem, row);
    }

    static Problem lookUpData(LookUpTable table, String reason, Place row) {
        return lookUpFault(table, reason, row).build();
    }

    static Problem.Builder lookUpFault(LookUpTable table, String reason, Place row) {
        return Problem.of(EvaluationCode.LOOK_UP_DATA, row)
                .with("table", table.name())
                .with("reason", LookUpData.reason(reason))
                .related(table.span(), "table");
    }

    static Problem stepNotPositive(Span span, Quantity step, Optional<Place> row) {
        return withRow(Problem.of(EvaluationCode.STEP_NOT_POSITIVE, span).with("step", text(l -> shown(step, l))), row);
    }

    static Problem noCase(Undefined term, Optional<Place> row) {
        return withRow(Problem.of(EvaluationCode.NO_CASE_HOLDS, term.span()), row);
    }

    static Problem twoExceptions(Excepted.Case first, Excepted.Case second, Optional<Place> row) {
        Problem.Builder problem = Problem.of(EvaluationCode.TWO_EXCEPTIONS, second.span())
                .with("first", first.label())
                .with("second", second.label())
                .related(first.span(), "exception");
        return withRow(problem, row);
    }

    static Problem functionFailed(
            FunctionCall term, List<Value> arguments, RuntimeException cause, Optional<Place> row) {
        Problem.Builder problem = Problem.of(EvaluationCode.FUNCTION_FAILED, term.span())
                .with("function", text(term.function()::name))
                .with("values", text(l -> shown(arguments, l)))
                .with("detail", String.valueOf(cause.getMessage()));
        return withRow(problem, row);
    }

    private static Problem divisionByZero(
            Span at, Value dividend, Value divisor, Span divisorText, Optional<Place> row) {
        Problem.Builder problem = Problem.of(EvaluationCode.DIVISION_BY_ZERO, at)
                .with("dividend", text(l -> shown(dividend, l)))
                .with("divisor", text(l -> shown(divisor, l)))
                .with("text", divisorText.text())
                .related(divisorText, "divisor");
        return withRow(problem, row);
    }

    private static Problem noValue(NumberException why, Span span, LocalText expression, Optional<Place> row) {
        if (why.kind() != NumberException.Kind.TOO_LARGE) {
            return withRow(Problem.of(EvaluationCode.OUTSIDE_DOMAIN, span).with("expression", expression), row);
        }
        NumberBudget budget = NumberBudget.standard();
        Problem.Builder problem = Problem.of(EvaluationCode.TOO_LARGE, span)
                .with("expression", expression)
                .with("decimal", budget.decimalDigits())
                .with("fraction", budget.fractionDigits());
        return withRow(problem, row);
    }

    private static Problem withRow(Problem.Builder problem, Optional<Place> row) {
        row.ifPresent(place -> problem.related(place, "row"));
        return problem.build();
    }

    private static LocalText text(Function<Language, String> written) {
        return new LocalText(written.apply(Language.ZH_TW), written.apply(Language.EN));
    }

    private static String shown(List<? extends Value> values, Language language) {
        return String.join(
                language == Language.ZH_TW ? "、" : ", ",
                values.stream().map(value -> shown(value, language)).toList());
    }

    private static String shown(Value value, Language language) {
        if (value instanceof Quantity quantity && quantity.canonical().digits() > SHOWN_DIGITS) {
            int digits = quantity.canonical().digits();
            return language == Language.ZH_TW ? digits + " 位的數" : "a number of " + digits + " digits";
        }
        return value.display(language);
    }
}
