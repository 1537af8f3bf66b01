package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.RowFunction;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.KpiPart;
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.model.Within;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/** Calls of functions of rows: the rows with their filters, the values of each, and what is written behind them. */
final class RowCalls {
    private final ExpressionAnalysis analysis;
    private final Scope scope;
    private final Calls calls;

    RowCalls(ExpressionAnalysis analysis, Calls calls) {
        this.analysis = analysis;
        this.scope = analysis.scope();
        this.calls = calls;
    }

    /** The outer answer is empty if this is no call of rows; the inner one if a problem was reported. */
    Optional<Optional<Term>> call(Expression.Application application, RowFunction function) {
        List<Expression> arguments = new ArrayList<>(application.arguments());
        Optional<Expression.OverPresent> present =
                arguments.isEmpty() || !(arguments.get(arguments.size() - 1) instanceof Expression.OverPresent)
                        ? Optional.empty()
                        : Optional.of((Expression.OverPresent) arguments.remove(arguments.size() - 1));
        if (!arguments.isEmpty() && calls.isUnknownRows(arguments.get(0))) {
            return Optional.of(Optional.empty());
        }
        int rowValues = Math.max(1, function.values());
        Optional<Calls.Rows> rows = arguments.isEmpty() ? Optional.empty() : calls.rows(arguments.get(0));
        boolean ofValues =
                scope.symbols().functions().find(application.name().spelling()).isPresent();
        if (ofValues && (rows.isEmpty() || (present.isEmpty() && arguments.size() > rowValues))) {
            return Optional.empty();
        }
        if (rows.isEmpty()) {
            return declaresOtherwise(application)
                    ? Optional.empty()
                    : refused(named(AnalysisCode.ROWS_EXPECTED, application, function)
                            .with("text", text(application, arguments)));
        }
        List<Expression> written = arguments.subList(Math.min(rowValues, arguments.size()), arguments.size());
        Optional<Aggregate> aggregate =
                new RowArguments(analysis, application, function).read(written, present, arguments.size() < rowValues);
        if (aggregate.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        boolean valueless = !aggregate.get().needsValue() && calls.isBound(arguments.get(0));
        Optional<Expression> second = rowValues > 1 ? Optional.of(arguments.get(1)) : Optional.empty();
        Call call =
                new Call(application, aggregate.get(), valueless ? rows.get().withoutValue() : rows.get(), second);
        Optional<Aggregation> aggregation = aggregation(call);
        return Optional.of(
                function.isAboutOneRow()
                        ? aggregation.flatMap(found -> standing(call, found))
                        : aggregation.map(Term.class::cast));
    }

    /** A name that is declared, or defined again in brackets, is no call. */
    private boolean declaresOtherwise(Expression.Application application) {
        String name = application.name().spelling();
        return scope.symbols().declares(name)
                || scope.symbols().restatement(name).isPresent()
                || scope.symbols().defines().find(name).isPresent()
                || scope.symbols().declares(name + "(" + BracketReadings.inner(application.brackets()) + ")");
    }

    private static String text(Expression.Application application, List<Expression> arguments) {
        return arguments.isEmpty()
                ? application.brackets().text()
                : arguments.get(0).span().text();
    }

    private Optional<Optional<Term>> refused(Problem.Builder problem) {
        scope.reporter().report(problem);
        return Optional.of(Optional.empty());
    }

    static Problem.Builder named(AnalysisCode code, Expression.Application application, RowFunction function) {
        return Problem.of(code, application.span())
                .with("function", new LocalText(function.name(Language.ZH_TW), function.name(Language.EN)))
                .with("signature", new LocalText(function.signature(Language.ZH_TW), function.signature(Language.EN)));
    }

    /** What was written, with its rows found. */
    private record Call(
            Expression.Application application, Aggregate aggregate, Calls.Rows rows, Optional<Expression> second) {}

    private Optional<Aggregation> aggregation(Call call) {
        Calls.Rows rows = call.rows();
        Optional<Term> where = Optional.empty();
        boolean sound = true;
        if (!rows.where().isEmpty()) {
            where = Filters.ofRows(rows.table(), rows.where(), analysis.operators());
            sound = where.isPresent();
        }
        Optional<Term> actual = actual(call);
        if (call.aggregate().needsValue() != (rows.value().isPresent() || actual.isPresent())) {
            scope.reporter()
                    .report(named(
                                    AnalysisCode.ROWS_NEEDED,
                                    call.application(),
                                    call.aggregate().function())
                            .with(
                                    "aggregate",
                                    new LocalText(
                                            call.aggregate().function().name(Language.ZH_TW),
                                            call.aggregate().function().name(Language.EN)))
                            .with("table", rows.table().name()));
            return Optional.empty();
        }
        boolean anything = call.aggregate().counts();
        Optional<Term> value = actual.or(() -> rows.value().flatMap(inRow -> inRow.analyse(rows.table())))
                .filter(term -> anything || analysis.operators().requireMeasure(term));
        Optional<Term> second = call.second().flatMap(expression -> second(expression, rows));
        Optional<List<Within>> within = within(rows);
        if (!sound
                || within.isEmpty()
                || call.aggregate().needsValue() && value.isEmpty()
                || call.second().isPresent() && second.isEmpty()) {
            return Optional.empty();
        }
        Optional<Type> type = type(call, value, second);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        QuotientMeans.warn(call.application(), call.aggregate(), value, scope.reporter());
        return Optional.of(new Aggregation(
                call.application().span(),
                call.aggregate(),
                rows.table().name(),
                within.get(),
                where,
                value,
                second,
                type.get()));
    }

    /** A KPI that is named alone stands for its actual. */
    private Optional<Term> actual(Call call) {
        return Optional.of(call.aggregate())
                .filter(each -> each.needsValue() && call.rows().value().isEmpty())
                .flatMap(each -> scope.symbols().kpi(call.rows().table().name()))
                .map(kpi -> new RowFigure(
                        call.application().arguments().get(0).span(),
                        kpi.id(),
                        KpiPart.ACTUAL,
                        FigureNames.type(kpi, KpiPart.ACTUAL)));
    }

    /** The value beside the first, of the same rows. */
    private Optional<Term> second(Expression expression, Calls.Rows rows) {
        if (expression instanceof Expression.Filtered
                || expression instanceof Expression.Within
                || expression instanceof Expression.Each) {
            scope.reporter().report(Problem.of(AnalysisCode.ROWS_SAID_TWICE, expression.span()));
            return Optional.empty();
        }
        return new Calls.InScope(expression, scope).analyse(rows.table()).filter(analysis.operators()::requireMeasure);
    }

    private Optional<List<Within>> within(Calls.Rows rows) {
        List<Within> found = new ArrayList<>();
        for (Expression.Name column : rows.within()) {
            var schema = rows.table().column(column.spelling());
            if (schema.isEmpty()) {
                new UnknownNames(scope).column(rows.table(), column);
                return Optional.empty();
            }
            Optional<Term> key = new Joins(scope).here(column.span(), schema.get());
            if (key.isEmpty()
                    || !Joins.same(key.get().type(), Columns.type(schema.get().type()))) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.WITHIN_NOTHING, column.span())
                                .with("column", column.spelling())
                                .with("table", rows.table().name()));
                return Optional.empty();
            }
            found.add(new Within(schema.get().name(), key.get()));
        }
        return Optional.of(found);
    }

    private Optional<Type> type(Call call, Optional<Term> value, Optional<Term> second) {
        RowFunction function = call.aggregate().function();
        List<Dimension> dimensions = new ArrayList<>();
        if (!call.aggregate().counts()) {
            value.ifPresent(term -> dimensions.add(Operators.dimension(term)));
            second.ifPresent(term -> dimensions.add(Operators.dimension(term)));
        }
        UnitAlgebra.Outcome outcome = function.dimension(dimensions);
        if (outcome instanceof UnitAlgebra.Outcome.Of of) {
            return Optional.of(Type.measure(of.dimension()));
        }
        Term first = value.orElseThrow();
        scope.reporter()
                .report(Operators.clash(
                        ((UnitAlgebra.Outcome.Clash) outcome).reason(),
                        call.application().name().spelling(),
                        call.application().name().span(),
                        first,
                        second.orElse(first)));
        return Optional.empty();
    }

    /** The rows, and the same value and filter at the row around. */
    private Optional<Term> standing(Call call, Aggregation rows) {
        Calls.Rows found = call.rows();
        Optional<String> around =
                scope.row().or(() -> scope.symbols().around().row()).map(kpi.data.TableSchema::name);
        boolean isKpi = scope.symbols().table(found.table().name()).isEmpty();
        boolean isAround = isKpi
                ? !scope.symbols().around().isNothing()
                : around.filter(found.table().name()::equals).isPresent();
        if (!isAround) {
            scope.reporter()
                    .report(named(
                                    AnalysisCode.NO_ROW_AROUND,
                                    call.application(),
                                    call.aggregate().function())
                            .with("table", found.table().name()));
            return Optional.empty();
        }
        Optional<Term> own = found.value().isPresent()
                ? new ExpressionAnalysis(found.value().get().scope())
                        .analyse(found.value().get().expression())
                : analysis.analyse(
                        Calls.unfiltered(call.application().arguments().get(0)));
        List<Term> filters = new ArrayList<>();
        for (Calls.InScope condition : found.where()) {
            new ExpressionAnalysis(condition.scope())
                    .analyse(condition.expression())
                    .filter(analysis.operators()::requireTruth)
                    .ifPresent(filters::add);
        }
        Optional<Optional<Term>> where = Filters.all(filters, found.where().size());
        return own.isEmpty() || where.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing(call.application().span(), rows, where.get(), own.get()));
    }
}
