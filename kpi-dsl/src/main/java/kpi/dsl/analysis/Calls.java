package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunction;
import kpi.function.RowFunction;
import kpi.function.RowFunctions;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.FunctionCall;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.Term;
import kpi.unit.Dimension;
import kpi.value.Value;

/** Calls: aggregates over rows, functions over values, {@code if}, and the named figures of another KPI. */
final class Calls {
    private final ExpressionAnalysis analysis;
    private final Scope scope;

    Calls(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.scope = analysis.scope();
    }

    /**
     * Everything but functions of values, and {@code if}: the outer answer is empty if the name is none of these, the
     * inner one if a problem was reported.
     */
    Optional<Optional<Term>> call(Expression.Application application) {
        Optional<Optional<Term>> other = ofRowsOrFigure(application);
        if (other.isPresent()) {
            return other;
        }
        return scope.symbols()
                .defines()
                .find(application.name().spelling())
                .map(define -> new DefineCalls(analysis).call(define, application.span(), application.arguments()));
    }

    /** The function of values of this name, where {@link #call} knows none. */
    Optional<KpiFunction> functionOfValues(Expression.Application application) {
        return scope.symbols().functions().find(application.name().spelling());
    }

    /** A function of rows, a figure of a KPI, a look-up; or a name that is refused. */
    private Optional<Optional<Term>> ofRowsOrFigure(Expression.Application application) {
        String name = application.name().spelling();
        List<Expression> arguments = application.arguments();
        Optional<Optional<Term>> ofRows =
                RowFunctions.find(name).flatMap(function -> new RowCalls(analysis, this).call(application, function));
        if (ofRows.isPresent()) {
            return ofRows;
        }
        Optional<Facet> facet = FigureNames.facet(name);
        if (facet.isPresent() && arguments.size() == 1) {
            FigureNames figures = new FigureNames(scope);
            Optional<Symbols.KpiSignature> found = figures.kpi(arguments.get(0));
            if (found.isPresent()) {
                return Optional.of(figures.figureOf(application.span(), found.get(), facet.get()));
            }
        }
        Optional<Optional<Term>> score = score(application);
        if (score.isPresent()) {
            return score;
        }
        if (name.equals("log") && !scope.symbols().declares(name)) {
            scope.reporter()
                    .report(UnknownNames.ambiguousLogarithm(application.name().span()));
            return Optional.of(Optional.empty());
        }
        Optional<LookUpTables.LookUp> table = LookUpCalls.called(application, scope);
        if (table.isPresent()) {
            return Optional.of(new LookUpCalls(analysis).call(application, table.get(), false, false));
        }
        return Optional.empty();
    }

    /** The score of a KPI in a dimension: {@code innovation(HC2.1)}. */
    private Optional<Optional<Term>> score(Expression.Application application) {
        Optional<Dimensions> dimensions = scope.symbols().dimensions();
        Optional<JudgedDimension> dimension =
                dimensions.flatMap(known -> known.find(application.name().spelling()));
        if (dimension.isEmpty() || application.arguments().size() != 1) {
            return Optional.empty();
        }
        return new FigureNames(scope)
                .kpi(application.arguments().get(0))
                .map(kpi -> new Scores(scope).of(dimension.get(), kpi, application.span()));
    }

    static boolean isIf(Expression.Application application) {
        String name = application.name().spelling();
        return application.arguments().size() == 3 && (name.equalsIgnoreCase("if") || name.equals("若"));
    }

    /** The function of rows of this name. */
    static Optional<RowFunction> aggregate(String name) {
        return RowFunctions.find(name);
    }

    /** The rows an aggregate runs over, and the value of each. */
    record Rows(TableSchema table, List<Expression.Name> within, List<InScope> where, Optional<InScope> value) {
        Rows(TableSchema table, List<InScope> where, Optional<InScope> value) {
            this(table, List.of(), where, value);
        }

        Rows withoutValue() {
            return new Rows(table, within, where, Optional.empty());
        }
    }

    /** An expression and the place whose names it sees. */
    record InScope(Expression expression, Scope scope) {
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
        Expression at = unfiltered(argument);
        Optional<Expression.Name> name = at instanceof Expression.Each each
                ? Optional.of(each.table())
                : at instanceof Expression.Member member
                        ? Optional.of(member.table())
                        : at instanceof Expression.Name plain ? Optional.of(plain) : Optional.empty();
        return name.flatMap(found -> scope.activation().filter(activation -> activation.isUnknown(found.spelling())))
                .isPresent();
    }

    /** The rows behind filters and brackets. */
    static Expression unfiltered(Expression argument) {
        Expression at = argument;
        while (true) {
            if (at instanceof Expression.Filtered filtered) {
                at = filtered.rows();
            } else if (at instanceof Expression.Within within) {
                at = within.rows();
            } else if (at instanceof Expression.Bracketed bracketed) {
                at = bracketed.inner();
            } else {
                return at;
            }
        }
    }

    /** Whether the rows are those of a parameter: what counts them does not ask for their value. */
    boolean isBound(Expression argument) {
        Expression at = unfiltered(argument);
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
                return new Rows(rows.table(), rows.within(), where, rows.value());
            });
        }
        if (argument instanceof Expression.Within within) {
            return rows(within.rows()).map(rows -> {
                List<Expression.Name> columns = new ArrayList<>(rows.within());
                columns.add(within.column());
                return new Rows(rows.table(), columns, rows.where(), rows.value());
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
            Optional<TableSchema> dotted = new FigureNames(scope).kpi(member).flatMap(Symbols.KpiSignature::rows);
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
        return argument instanceof Expression.Binary || argument instanceof Expression.Unary
                ? tableWithin(argument).map(table -> new Rows(table, List.of(), Optional.of(here(argument))))
                : Optional.empty();
    }

    /** The table whose columns an expression computes with, if they are of one table: {@code T.a − T.b}. */
    private Optional<TableSchema> tableWithin(Expression computed) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(computed);
        Optional<TableSchema> found = Optional.empty();
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Expression.Application call
                    && !call.arguments().isEmpty()
                    && RowFunctions.find(call.name().spelling()).isPresent()
                    && rows(call.arguments().get(0)).isPresent()) {
                continue; // rows of its own
            }
            if (next instanceof Expression.Member member) {
                Optional<TableSchema> table =
                        rows(member).filter(rows -> rows.value().isPresent()).map(Rows::table);
                if (table.isPresent() && found.isPresent() && !table.equals(found)) {
                    return Optional.empty();
                }
                found = found.or(() -> table);
            }
            Expressions.below(next).forEach(open::push);
        }
        return found;
    }

    /** A function and its arguments, typed. */
    Optional<Term> applied(Expression.Application application, KpiFunction function, List<Term> arguments) {
        List<Term> fitted = fitZeros(function, arguments);
        KpiFunction.Typing typing = typing(function, fitted);
        if (typing instanceof KpiFunction.Typing.Of of) {
            RoundedRatios.check(scope, application, function, fitted);
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

    /** A bare 0 takes the dimension of what it goes with. */
    private static List<Term> fitZeros(KpiFunction function, List<Term> arguments) {
        List<Optional<Dimension>> besides =
                function.besides(arguments.stream().map(Term::type).toList());
        List<Term> fitted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Term argument = arguments.get(i);
            fitted.add(besides.get(i)
                    .map(dimension -> Operators.retypeZero(argument, dimension))
                    .orElse(argument));
        }
        return fitted;
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
