package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Step;
import kpi.function.KpiFunction;
import kpi.model.Arithmetic;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.Logic;
import kpi.model.MissingTest;
import kpi.model.Not;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.DateValue;
import kpi.value.Dates;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;

/**
 * Expression as written to typed term; empty where a problem was reported. Chains of operators are walked along their
 * left side, so their length costs no stack; everything else nests no deeper than the parser's limit.
 */
final class ExpressionAnalysis implements Expression.Visitor<Optional<Term>> {
    private final Scope scope;
    private final Operators operators;
    private final NameResolution names;
    private final BracketReadings brackets;

    private Optional<Whole> whole = Optional.empty();

    ExpressionAnalysis(Scope scope) {
        this.scope = scope;
        this.operators = new Operators(scope.reporter());
        this.names = new NameResolution(scope, this);
        this.brackets = new BracketReadings(this, names);
    }

    Optional<Term> analyse(Expression expression) {
        Expression inner = withoutBrackets(expression);
        return spend() ? inner.accept(this) : Optional.empty();
    }

    /** Inside a call of a definition each part counts towards what calls may expand to. */
    private boolean spend() {
        return scope.activation().isEmpty()
                || scope.symbols().defines().expansion().spend();
    }

    /** An expression whose use decides what a name without a value means there. */
    Optional<Term> analyse(Expression expression, Policies.Use use) {
        expect(expression, use);
        return analyse(expression);
    }

    private void expect(Expression expression, Policies.Use use) {
        Expression inner = withoutBrackets(expression);
        names.expect(inner instanceof Expression.Noted noted ? noted.operand().span() : inner.span(), use);
    }

    /** Brackets mean nothing here, and cost no stack. */
    private static Expression withoutBrackets(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Bracketed bracketed) {
            inner = bracketed.inner();
        }
        return inner;
    }

    Scope scope() {
        return scope;
    }

    /** The whole formula and its unit: A / B (%) prints the unit of what is computed behind the last operand. */
    Optional<Term> analyse(Expression formula, KpiUnit unit) {
        whole = Optional.of(new Whole(formula.span().end(), unit));
        return analyse(formula);
    }

    private record Whole(int end, KpiUnit unit) {}

    boolean isUnitOfAll(Span brackets, Dimension said) {
        return whole.filter(all ->
                        all.end() == brackets.end() && all.unit().dimension().equals(said))
                .isPresent();
    }

    Operators operators() {
        return operators;
    }

    @Override
    public Optional<Term> visitNumberLiteral(Expression.NumberLiteral literal) {
        if (names.needsQuotes(literal.span()) || names.isFactor(literal.span())) {
            return Optional.empty();
        }
        return scope.literals()
                .constant(literal.span(), literal.text(), scope.reporter())
                .map(Term.class::cast);
    }

    @Override
    public Optional<Term> visitTextLiteral(Expression.TextLiteral literal) {
        return Optional.of(
                new Constant(literal.span(), new Text(literal.value()), Type.TEXT, "\"" + literal.value() + "\""));
    }

    @Override
    public Optional<Term> visitDateLiteral(Expression.DateLiteral literal) {
        var date = Dates.parse(literal.text(), scope.calendar());
        if (date.value().isEmpty()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.UNREADABLE_DATE, literal.span())
                            .with("text", literal.text()));
            return Optional.empty();
        }
        return Optional.of(
                new Constant(literal.span(), new DateValue(date.value().get()), Type.DATE, literal.text()));
    }

    @Override
    public Optional<Term> visitTruthLiteral(Expression.TruthLiteral literal) {
        return Optional.of(new Constant(
                literal.span(),
                literal.value() ? Truth.TRUE : Truth.FALSE,
                Type.TRUTH,
                literal.span().text()));
    }

    @Override
    public Optional<Term> visitName(Expression.Name name) {
        return names.name(name);
    }

    @Override
    public Optional<Term> visitMember(Expression.Member member) {
        return names.member(member);
    }

    @Override
    public Optional<Term> visitBracketed(Expression.Bracketed bracketed) {
        return analyse(bracketed.inner());
    }

    @Override
    public Optional<Term> visitApplication(Expression.Application application) {
        List<Expression> written = application.arguments();
        if (Calls.isIf(application)) {
            return conditional(application.span(), written.get(0), written.get(1), written.get(2));
        }
        Calls calls = new Calls(this);
        Optional<Optional<Term>> call = calls.call(application);
        if (call.isPresent()) {
            return call.get();
        }
        Optional<KpiFunction> function = calls.functionOfValues(application);
        if (function.isEmpty()) {
            return brackets.notCalled(application);
        }
        // Calls nest deep: their arguments are typed from here.
        List<Term> arguments = new ArrayList<>();
        Policies.Use use = function.get().takesAnyNumber() ? Policies.Use.ARGUMENT : Policies.Use.VALUE;
        for (Expression argument : written) {
            expect(argument, use);
            analyse(argument).ifPresent(arguments::add);
        }
        return arguments.size() == written.size()
                ? calls.applied(application, function.get(), arguments)
                : Optional.empty();
    }

    @Override
    public Optional<Term> visitNoted(Expression.Noted noted) {
        return brackets.noted(noted);
    }

    @Override
    public Optional<Term> visitInUnit(Expression.InUnit conversion) {
        Optional<KpiUnit> unit = scope.literals().unit(conversion.unit().text());
        if (unit.isEmpty()) {
            scope.reporter()
                    .report(scope.literals()
                            .unknownUnit(
                                    conversion.unit().span(), conversion.unit().text()));
        }
        Optional<Term> operand = analyse(conversion.operand()).filter(operators::requireMeasure);
        if (unit.isEmpty() || operand.isEmpty()) {
            return Optional.empty();
        }
        if (!Converted.measures(unit.get(), Operators.dimension(operand.get()))) {
            scope.reporter()
                    .report(Problem.of(
                                    AnalysisCode.CONVERSION_CLASH,
                                    conversion.unit().span())
                            .with("unit", conversion.unit().text())
                            .with("measures", Operators.local(unit.get().dimension()))
                            .with("found", Operators.typeName(operand.get())));
            return Optional.empty();
        }
        return Optional.of(new Converted(conversion.span(), operand.get(), unit.get()));
    }

    @Override
    public Optional<Term> visitEach(Expression.Each each) {
        return rowsAsValue(each);
    }

    @Override
    public Optional<Term> visitFiltered(Expression.Filtered filtered) {
        return rowsAsValue(filtered);
    }

    @Override
    public Optional<Term> visitWithin(Expression.Within within) {
        return rowsAsValue(within);
    }

    @Override
    public Optional<Term> visitOverPresent(Expression.OverPresent present) {
        scope.reporter().report(Problem.of(AnalysisCode.PRESENT_OF_NO_ROWS, present.span()));
        return Optional.empty();
    }

    private Optional<Term> rowsAsValue(Expression rows) {
        scope.reporter().report(Problem.of(AnalysisCode.ROWS_AS_VALUE, rows.span()));
        return Optional.empty();
    }

    @Override
    public Optional<Term> visitStepped(Expression.Stepped stepped) {
        Optional<LookUpTables.LookUp> table = LookUpCalls.called(stepped.base(), scope);
        if (table.isPresent()) {
            return new LookUpCalls(this).stepped((Expression.Application) stepped.base(), table.get(), stepped.steps());
        }
        Optional<Term> base = analyse(stepped.base());
        if (base.isEmpty()) {
            return base;
        }
        Steps steps = new Steps(this);
        if (steps.mayFollow(base.get(), stepped.steps())) {
            for (Step step : stepped.steps()) {
                for (Expression limit : Expressions.ofStep(step)) {
                    steps.typed(limit, analyse(limit)); // from here: a limit may hold steps in turn
                }
            }
        }
        return steps.applyTo(base.get(), stepped.steps());
    }

    /** An operator whose left operand is being typed, or is typed and the right one is. */
    private record Open(Expression.Binary binary, boolean onRight, Optional<Term> left) {}

    /** Operators inside one another, on either side and in brackets, are walked with a stack of their own. */
    @Override
    public Optional<Term> visitBinary(Expression.Binary root) {
        Deque<Open> open = new ArrayDeque<>();
        Expression next = descend(root, open);
        while (true) {
            Optional<Term> found = isNameInQuotes(next) ? Optional.empty() : analyse(next);
            while (open.element().onRight()) {
                Open done = open.pop();
                found = operated(done.binary(), done.left(), found);
                if (open.isEmpty()) {
                    return found;
                }
            }
            Open left = open.pop();
            open.push(new Open(left.binary(), true, found));
            next = descend(left.binary().right(), open);
        }
    }

    /** Goes down the left operands as far as they are operators; the last is no operator. */
    private Expression descend(Expression from, Deque<Open> open) {
        Expression inner = from;
        boolean right = !open.isEmpty();
        while (withoutBrackets(inner) instanceof Expression.Binary binary) {
            if (right || inner instanceof Expression.Bracketed) {
                spend(); // once it is too much, the operands come back empty
            }
            right = false;
            open.push(new Open(binary, false, Optional.empty()));
            inner = binary.left();
        }
        return inner;
    }

    private Optional<Term> operated(Expression.Binary binary, Optional<Term> left, Optional<Term> right) {
        return left.isPresent() && right.isPresent()
                ? operators.arithmetic(
                        binary.span(), operator(binary.operator()), binary.operatorSpan(), left.get(), right.get())
                : Optional.empty();
    }

    /** A text cannot be computed with; where it is the name of a value, that was meant. */
    private boolean isNameInQuotes(Expression expression) {
        if (expression instanceof Expression.TextLiteral text && names.namesValue(text.span(), text.value())) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.NAME_IN_QUOTES, text.span())
                            .with("name", text.value())
                            .edit(text.span(), "【" + text.value() + "】"));
            return true;
        }
        return false;
    }

    private static Arithmetic.Operator operator(Expression.Binary.Operator operator) {
        return switch (operator) {
            case ADD -> Arithmetic.Operator.ADD;
            case SUBTRACT -> Arithmetic.Operator.SUBTRACT;
            case MULTIPLY -> Arithmetic.Operator.MULTIPLY;
            case DIVIDE -> Arithmetic.Operator.DIVIDE;
            case POWER -> Arithmetic.Operator.POWER;
        };
    }

    @Override
    public Optional<Term> visitUnary(Expression.Unary unary) {
        Optional<Term> operand = analyse(unary.operand());
        if (operand.isEmpty()) {
            return operand;
        }
        return switch (unary.operator()) {
            case NEGATE -> operators.negate(unary.span(), operand.get());
            case PLUS -> operators.requireMeasure(operand.get()) ? operand : Optional.empty();
            case NOT ->
                operators.requireTruth(operand.get())
                        ? Optional.of(new Not(unary.span(), operand.get()))
                        : Optional.empty();
        };
    }

    @Override
    public Optional<Term> visitComparison(Expression.Comparison comparison) {
        if (new UnknownNames(scope).isNamedResult(comparison)) {
            return Optional.empty();
        }
        Optional<Term> first = analyse(comparison.first());
        List<Comparison.Link> links = new ArrayList<>();
        for (Expression.Comparison.Link link : comparison.links()) {
            analyse(link.right())
                    .ifPresent(right ->
                            links.add(new Comparison.Link(relation(link.relation()), link.operatorSpan(), right)));
        }
        if (first.isEmpty() || links.size() != comparison.links().size()) {
            return Optional.empty();
        }
        return operators.comparison(comparison.span(), first.get(), links);
    }

    private static Relation relation(Expression.Comparison.Relation relation) {
        return switch (relation) {
            case LT -> Relation.LESS;
            case LE -> Relation.AT_MOST;
            case GT -> Relation.GREATER;
            case GE -> Relation.AT_LEAST;
            case EQ -> Relation.EQUAL;
            case NE -> Relation.NOT_EQUAL;
        };
    }

    /** What is tested is the value itself, not what stands in its place elsewhere. */
    @Override
    public Optional<Term> visitMissingTest(Expression.MissingTest test) {
        return analyse(test.operand(), Policies.Use.TESTED).map(operand -> {
            Term found = new MissingTest(test.span(), operand, Policies.kind(test.kind()));
            return test.negated() ? new Not(test.span(), found) : found;
        });
    }

    @Override
    public Optional<Term> visitDirected(Expression.Directed directed) {
        Optional<Term> left = analyse(directed.left());
        Optional<Term> right = analyse(directed.right());
        return left.flatMap(
                one -> right.flatMap(other -> new Directions(scope, operators).compare(directed, one, other)));
    }

    @Override
    public Optional<Term> visitTextTest(Expression.TextTest test) {
        Optional<Term> left = analyse(test.left()).filter(operators::requireText);
        Optional<Term> right = analyse(test.right()).filter(operators::requireText);
        TextTest.Kind kind = switch (test.kind()) {
            case STARTS_WITH -> TextTest.Kind.STARTS_WITH;
            case ENDS_WITH -> TextTest.Kind.ENDS_WITH;
            case CONTAINS -> TextTest.Kind.CONTAINS;
        };
        return left.flatMap(text -> right.map(part -> new TextTest(test.span(), kind, text, part)));
    }

    @Override
    public Optional<Term> visitMembership(Expression.Membership membership) {
        return new Memberships(this).read(membership);
    }

    @Override
    public Optional<Term> visitGuarded(Expression.Guarded guarded) {
        return new Guards(this).read(guarded);
    }

    @Override
    public Optional<Term> visitExcepted(Expression.Excepted excepted) {
        return new Guards(this).read(excepted);
    }

    @Override
    public Optional<Term> visitPast(Expression.Past past) {
        return new Pasts(this).read(past);
    }

    @Override
    public Optional<Term> visitInPeriod(Expression.InPeriod value) {
        return new Pasts(this).read(value);
    }

    @Override
    public Optional<Term> visitLogic(Expression.Logic logic) {
        List<Term> operands = new ArrayList<>();
        for (Expression operand : logic.operands()) {
            analyse(operand).filter(operators::requireTruth).ifPresent(operands::add);
        }
        if (operands.size() != logic.operands().size()) {
            return Optional.empty();
        }
        Logic.Operator operator = switch (logic.operator()) {
            case AND -> Logic.Operator.AND;
            case OR -> Logic.Operator.OR;
        };
        return Optional.of(new Logic(logic.span(), operator, operands));
    }

    @Override
    public Optional<Term> visitConditional(Expression.Conditional conditional) {
        return conditional(conditional.span(), conditional.condition(), conditional.then(), conditional.otherwise());
    }

    Optional<Term> conditional(Span span, Expression condition, Expression then, Expression otherwise) {
        Optional<Term> test = analyse(condition).filter(operators::requireTruth);
        Optional<Term> first = analyse(then);
        Optional<Term> second = analyse(otherwise);
        if (test.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return operators.conditional(span, test.get(), first.get(), second.get());
    }

    @Override
    public Optional<Term> visitBroken(Expression.BrokenExpression broken) {
        return Optional.empty();
    }
}
