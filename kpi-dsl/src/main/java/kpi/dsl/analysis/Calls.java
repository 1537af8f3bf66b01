package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunction;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.FunctionCall;
import kpi.model.KpiPart;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.unit.Dimension;
import kpi.value.Type;
import kpi.value.Value;

/** Calls: aggregates over rows, functions over values, {@code if}, and the named figures of another KPI. */
final class Calls {
    private final ExpressionAnalysis analysis;
    private final ExpressionAnalysis.Scope scope;

    Calls(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.scope = analysis.scope();
    }

    /** The outer answer is empty if the name is no function; the inner one if a problem was reported. */
    Optional<Optional<Term>> call(Expression.Application application) {
        String name = application.name().spelling();
        List<Expression> arguments = application.arguments();
        Optional<Aggregate> aggregate = aggregate(name);
        if (aggregate.isPresent() && arguments.size() == 1) {
            Optional<Rows> rows = rows(arguments.get(0))
                    .map(found ->
                            aggregate.get().needsValue() || !isBound(arguments.get(0)) ? found : found.withoutValue());
            if (rows.isPresent()) {
                return Optional.of(aggregation(application, aggregate.get(), rows.get()));
            }
        }
        if (aggregate.isPresent() && arguments.size() == 1 && isUnknownRows(arguments.get(0))) {
            return Optional.of(Optional.empty());
        }
        if (isIf(name) && arguments.size() == 3) {
            return Optional.of(
                    analysis.conditional(application.span(), arguments.get(0), arguments.get(1), arguments.get(2)));
        }
        Optional<Facet> facet = NameResolution.facet(name);
        if (facet.isPresent() && arguments.size() == 1) {
            NameResolution names = new NameResolution(scope, analysis);
            Optional<Symbols.KpiSignature> found = names.kpi(arguments.get(0));
            if (found.isPresent()) {
                return Optional.of(names.figureOf(application.span(), found.get(), facet.get()));
            }
        }
        if (name.equals("log") && !scope.symbols().declares(name)) {
            scope.reporter()
                    .report(NameResolution.ambiguousLogarithm(application.name().span()));
            return Optional.of(Optional.empty());
        }
        Optional<LookUpTables.LookUp> table = LookUpCalls.called(application, scope);
        if (table.isPresent()) {
            return Optional.of(new LookUpCalls(analysis).call(application, table.get(), false, false));
        }
        Optional<Define> define = scope.symbols().defines().find(name);
        if (define.isPresent()) {
            return Optional.of(new DefineCalls(analysis).call(define.get(), application.span(), arguments));
        }
        // No lambda: brackets nest deep, and each frame of a level counts on a small stack.
        Optional<KpiFunction> function = scope.symbols().functions().find(name);
        return function.isPresent() ? Optional.of(function(application, function.get())) : Optional.empty();
    }

    private static boolean isIf(String name) {
        return name.equals("if") || name.equals("若");
    }

    static Optional<Aggregate> aggregate(String name) {
        return switch (CanonicalName.of(name)) {
            case "sum", "合計", "Σ", "∑" -> Optional.of(Aggregate.SUM);
            case "count", "筆數" -> Optional.of(Aggregate.COUNT);
            case "average", "mean", "平均" -> Optional.of(Aggregate.AVERAGE);
            case "min", "最小值" -> Optional.of(Aggregate.MIN);
            case "max", "最大值" -> Optional.of(Aggregate.MAX);
            default -> Optional.empty();
        };
    }

    /** The rows an aggregate runs over, and the value of each. */
    record Rows(TableSchema table, List<InScope> where, Optional<InScope> value) {
        Rows withoutValue() {
            return new Rows(table, where, Optional.empty());
        }
    }

    /** An expression and the place whose names it sees. */
    record InScope(Expression expression, ExpressionAnalysis.Scope scope) {
        Optional<Term> analyse(TableSchema row) {
            return new ExpressionAnalysis(scope.inRow(row)).analyse(expression);
        }
    }

    private InScope here(Expression expression) {
        return new InScope(expression, scope);
    }

    /** Whether the filters and the value can be read; what is wrong with them is reported. */
    boolean areSound(Rows rows) {
        boolean sound = rows.where().isEmpty()
                || Filters.ofRows(rows.table(), rows.where(), analysis.operators())
                        .isPresent();
        return sound
                && (rows.value().isEmpty()
                        || rows.value().get().analyse(rows.table()).isPresent());
    }

    /** Rows that a parameter stands for, of which nothing is known yet. */
    boolean isUnknownRows(Expression argument) {
        Expression at = argument;
        while (at instanceof Expression.Filtered || at instanceof Expression.Bracketed) {
            at = at instanceof Expression.Filtered filtered ? filtered.rows() : ((Expression.Bracketed) at).inner();
        }
        Optional<Expression.Name> name = at instanceof Expression.Each each
                ? Optional.of(each.table())
                : at instanceof Expression.Member member
                        ? Optional.of(member.table())
                        : at instanceof Expression.Name plain ? Optional.of(plain) : Optional.empty();
        return name.flatMap(found -> scope.activation().filter(activation -> activation.isUnknown(found.spelling())))
                .isPresent();
    }

    /** Whether the rows are those of a parameter: what counts them does not ask for their value. */
    private boolean isBound(Expression argument) {
        Expression at = argument;
        while (at instanceof Expression.Filtered || at instanceof Expression.Bracketed) {
            at = at instanceof Expression.Filtered filtered ? filtered.rows() : ((Expression.Bracketed) at).inner();
        }
        return at instanceof Expression.Name name && bound(name.spelling()).isPresent();
    }

    private Optional<Rows> bound(String spelling) {
        return scope.activation().flatMap(activation -> activation.rows(spelling));
    }

    /** The rows an argument stands for; empty if it stands for none. */
    Optional<Rows> rows(Expression argument) {
        if (argument instanceof Expression.Bracketed bracketed) {
            return rows(bracketed.inner());
        }
        if (argument instanceof Expression.Filtered filtered) {
            return rows(filtered.rows()).map(rows -> {
                List<InScope> where = new ArrayList<>(rows.where());
                where.add(here(filtered.where()));
                return new Rows(rows.table(), where, rows.value());
            });
        }
        if (argument instanceof Expression.Each each) {
            List<InScope> where = each.where().map(this::here).stream().toList();
            Optional<Rows> bound = bound(each.table().spelling());
            if (bound.isPresent()) {
                List<InScope> all = new ArrayList<>(bound.get().where());
                all.addAll(where);
                return Optional.of(new Rows(bound.get().table(), all, Optional.of(here(each.value()))));
            }
            Optional<TableSchema> table = scope.symbols().rows(each.table().spelling());
            return table.map(schema -> new Rows(schema, where, Optional.of(here(each.value()))));
        }
        if (argument instanceof Expression.Member member) {
            Optional<Rows> bound = bound(member.table().spelling());
            if (bound.isPresent()) {
                return bound.map(rows -> new Rows(rows.table(), rows.where(), Optional.of(here(member.column()))));
            }
            Optional<TableSchema> dotted =
                    new NameResolution(scope, analysis).kpi(member).flatMap(Symbols.KpiSignature::rows);
            if (dotted.isPresent()) {
                return Optional.of(new Rows(dotted.get(), List.of(), Optional.empty()));
            }
            return scope.symbols()
                    .rows(member.table().spelling())
                    .map(schema -> new Rows(schema, List.of(), Optional.of(here(member))));
        }
        if (argument instanceof Expression.Name name && bound(name.spelling()).isPresent()) {
            return bound(name.spelling());
        }
        if (argument instanceof Expression.Name name && scope.symbols().meansRows(name.spelling())) {
            return scope.symbols().rows(name.spelling()).map(schema -> new Rows(schema, List.of(), Optional.empty()));
        }
        return Optional.empty();
    }

    private Optional<Term> aggregation(Expression.Application application, Aggregate aggregate, Rows rows) {
        Optional<Term> where = Optional.empty();
        boolean sound = true;
        if (!rows.where().isEmpty()) {
            where = Filters.ofRows(rows.table(), rows.where(), analysis.operators());
            sound = where.isPresent();
        }
        // A KPI that is named alone stands for its actual.
        Optional<Term> actual = Optional.of(aggregate)
                .filter(each -> each.needsValue() && rows.value().isEmpty())
                .flatMap(each -> scope.symbols().kpi(rows.table().name()))
                .map(kpi -> new RowFigure(
                        application.arguments().get(0).span(),
                        kpi.id(),
                        KpiPart.ACTUAL,
                        NameResolution.type(kpi, KpiPart.ACTUAL)));
        if (aggregate.needsValue() != (rows.value().isPresent() || actual.isPresent())) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.ROWS_NEEDED, application.span())
                            .with(
                                    "aggregate",
                                    new LocalText(aggregate.name(Language.ZH_TW), aggregate.name(Language.EN)))
                            .with("table", rows.table().name()));
            return Optional.empty();
        }
        Optional<Term> value = actual.or(() -> rows.value().flatMap(inRow -> inRow.analyse(rows.table())))
                .filter(analysis.operators()::requireMeasure);
        if (!sound || aggregate.needsValue() && value.isEmpty()) {
            return Optional.empty();
        }
        Type type = value.map(Term::type).orElse(Type.measure(Dimension.NUMBER));
        return Optional.of(
                new Aggregation(application.span(), aggregate, rows.table().name(), where, value, type));
    }

    private Optional<Term> function(Expression.Application application, KpiFunction function) {
        List<Term> arguments = new ArrayList<>();
        Policies.Use use = function.takesAnyNumber() ? Policies.Use.ARGUMENT : Policies.Use.VALUE;
        for (Expression argument : application.arguments()) {
            analysis.analyse(argument, use).ifPresent(arguments::add);
        }
        if (arguments.size() != application.arguments().size()) {
            return Optional.empty();
        }
        List<Term> fitted = fitZeros(arguments);
        KpiFunction.Typing typing = typing(function, fitted);
        if (typing instanceof KpiFunction.Typing.Of of) {
            return Optional.of(new FunctionCall(application.span(), function, fitted, of.type()));
        }
        scope.reporter().report(refusal(application, function, fitted, typing));
        return Optional.empty();
    }

    /** What is written in the formula is refused here, not when the data come. */
    private static KpiFunction.Typing typing(KpiFunction function, List<Term> arguments) {
        KpiFunction.Typing typing =
                function.resultType(arguments.stream().map(Term::type).toList());
        if (!(typing instanceof KpiFunction.Typing.Of)) {
            return typing;
        }
        List<Optional<Value>> known = arguments.stream()
                .map(argument ->
                        argument instanceof Constant constant ? Optional.of(constant.value()) : Optional.<Value>empty())
                .toList();
        return function.refusal(known).map(KpiFunction.Typing.class::cast).orElse(typing);
    }

    /** A bare 0 takes the dimension of the first argument that has one. */
    private static List<Term> fitZeros(List<Term> arguments) {
        Optional<Dimension> leading = arguments.stream()
                .filter(Operators::isMeasure)
                .map(Operators::dimension)
                .filter(dimension -> !dimension.equals(Dimension.NUMBER))
                .findFirst();
        return leading.map(dimension -> arguments.stream()
                        .map(argument -> Operators.retypeZero(argument, dimension))
                        .toList())
                .orElse(arguments);
    }

    /** A text stands for itself: what is wrong is not that it is one. */
    private static LocalText found(Term argument) {
        return argument instanceof Constant && argument.type().isText()
                ? new LocalText(argument.span().text(), argument.span().text())
                : Operators.typeName(argument);
    }

    private static Problem.Builder refusal(
            Expression.Application application, KpiFunction function, List<Term> arguments, KpiFunction.Typing typing) {
        LocalText signature = new LocalText(function.signature(Language.ZH_TW), function.signature(Language.EN));
        if (typing instanceof KpiFunction.Typing.WrongArgument wrong) {
            Term argument = arguments.get(wrong.index());
            return Problem.of(AnalysisCode.WRONG_ARGUMENT, argument.span())
                    .with("function", application.name().spelling())
                    .with("signature", signature)
                    .with("expected", wrong.expected())
                    .with("found", found(argument));
        }
        if (typing instanceof KpiFunction.Typing.Clash clash) {
            return Operators.clash(
                    clash.reason(),
                    application.name().spelling(),
                    arguments.get(clash.index()).span(),
                    arguments.get(clash.other()),
                    arguments.get(clash.index()));
        }
        return Problem.of(AnalysisCode.WRONG_ARGUMENT_COUNT, application.span())
                .with("function", application.name().spelling())
                .with("signature", signature)
                .with("count", arguments.size());
    }
}
