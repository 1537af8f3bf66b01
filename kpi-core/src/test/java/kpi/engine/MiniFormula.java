package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.LeftOut;
import kpi.model.Logic;
import kpi.model.MissingKind;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.Relation;
import kpi.model.Rounded;
import kpi.model.RoundingRule;
import kpi.model.Substitute;
import kpi.model.Term;
import kpi.number.Rounding;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;

/**
 * A few signs that stand for terms, so that tests can be read: arithmetic, {@code if(c, a, b)}, functions, {@code
 * sum{T: value where filter}}, {@code atMost(x, limit)}, {@code atLeast(x, limit)}, {@code rounded(x, places)}.
 */
final class MiniFormula {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|[0-9][^\\s()+*/^<>=≦≧≠{}:,-]*" + "|[\\p{L}_][\\p{L}\\p{N}_.]*|[()+\\-*/^<>=≦≧≠{}:,])");
    private static final Map<String, Relation> RELATIONS = Map.of(
            "<", Relation.LESS,
            ">", Relation.GREATER,
            "≦", Relation.AT_MOST,
            "≧", Relation.AT_LEAST,
            "=", Relation.EQUAL,
            "≠", Relation.NOT_EQUAL);

    private final World world;
    private final Source source;
    private final List<Span> tokens = new ArrayList<>();
    private int at;
    private Optional<Table> table = Optional.empty();

    MiniFormula(World world, String text) {
        this.world = world;
        this.source = Source.of("test", text);
        Matcher matcher = TOKEN.matcher(text.stripTrailing());
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException(text.substring(end));
            }
            tokens.add(source.span(matcher.start(1), matcher.end(1)));
            end = matcher.end();
        }
    }

    Term read() {
        Term term = or();
        if (at < tokens.size()) {
            throw new IllegalArgumentException("left over: " + peek());
        }
        return term;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at).text() : "";
    }

    private boolean eat(String text) {
        boolean eaten = peek().equals(text);
        if (eaten) {
            at++;
        }
        return eaten;
    }

    private void expect(String text) {
        if (!eat(text)) {
            throw new IllegalArgumentException("expected " + text + ", not " + peek() + " in " + source.text());
        }
    }

    private Span from(int start) {
        return tokens.get(start).to(tokens.get(at - 1));
    }

    private Term or() {
        return logic("or", Logic.Operator.OR, () -> logic("and", Logic.Operator.AND, this::not));
    }

    private Term logic(String word, Logic.Operator operator, java.util.function.Supplier<Term> operand) {
        int start = at;
        List<Term> operands = new ArrayList<>(List.of(operand.get()));
        while (eat(word)) {
            operands.add(operand.get());
        }
        return operands.size() == 1 ? operands.get(0) : new Logic(from(start), operator, operands);
    }

    private Term not() {
        int start = at;
        return eat("not") ? new Not(from(start), not()) : comparison();
    }

    private Term comparison() {
        int start = at;
        Term first = sum();
        List<Comparison.Link> links = new ArrayList<>();
        while (RELATIONS.containsKey(peek())) {
            Span sign = tokens.get(at);
            at++;
            links.add(new Comparison.Link(RELATIONS.get(sign.text()), sign, sum()));
        }
        return links.isEmpty() ? first : new Comparison(from(start), first, links);
    }

    private Term sum() {
        int start = at;
        Term term = product();
        while (peek().equals("+") || peek().equals("-")) {
            Arithmetic.Operator operator = peek().equals("+") ? Arithmetic.Operator.ADD : Arithmetic.Operator.SUBTRACT;
            term = arithmetic(start, operator, term, this::product);
        }
        return term;
    }

    private Term product() {
        int start = at;
        Term term = sign();
        while (peek().equals("*") || peek().equals("/")) {
            Arithmetic.Operator operator =
                    peek().equals("*") ? Arithmetic.Operator.MULTIPLY : Arithmetic.Operator.DIVIDE;
            term = arithmetic(start, operator, term, this::sign);
        }
        return term;
    }

    private Term sign() {
        int start = at;
        if (eat("-")) {
            Term operand = sign();
            return new Negation(from(start), operand);
        }
        Term term = atom();
        return peek().equals("^") ? arithmetic(start, Arithmetic.Operator.POWER, term, this::sign) : term;
    }

    private Term arithmetic(
            int start, Arithmetic.Operator operator, Term left, java.util.function.Supplier<Term> next) {
        Span sign = tokens.get(at);
        at++;
        Term right = next.get();
        Dimension one = dimension(left);
        UnitAlgebra.Outcome outcome = operator == Arithmetic.Operator.POWER
                ? new UnitAlgebra.Outcome.Of(Dimension.NUMBER)
                : operator.dimension(one, dimension(right));
        Type type = Type.measure(((UnitAlgebra.Outcome.Of) outcome).dimension());
        return new Arithmetic(from(start), operator, sign, left, right, type);
    }

    private static Dimension dimension(Term term) {
        return ((Type.Measure) term.type()).dimension();
    }

    private Term atom() {
        int start = at;
        String text = peek();
        at++;
        if (text.equals("(")) {
            Term inner = or();
            expect(")");
            return inner;
        }
        if (text.startsWith("\"")) {
            return constant(start, new Text(text.substring(1, text.length() - 1)));
        }
        if (Character.isDigit(text.charAt(0))) {
            return constant(start, Quantity.parse(text).orElseThrow());
        }
        if (eat("{")) {
            return aggregation(start, text);
        }
        if (eat("(")) {
            List<Term> arguments = new ArrayList<>();
            while (!eat(")")) {
                arguments.add(or());
                eat(",");
            }
            return call(start, text, arguments);
        }
        if (text.equals("true") || text.equals("false")) {
            return constant(start, text.equals("true") ? Truth.TRUE : Truth.FALSE);
        }
        return name(start, text);
    }

    private Term constant(int start, Value value) {
        return new Constant(
                from(start), value, Type.of(value), tokens.get(start).text());
    }

    private Term name(int start, String text) {
        if (table.isPresent() && table.get().schema().column(text).isPresent()) {
            return column(start, table.get(), text);
        }
        if (text.contains(".")
                && world.table(text.substring(0, text.indexOf('.'))).isPresent()) {
            Table other = world.table(text.substring(0, text.indexOf('.'))).orElseThrow();
            return column(start, other, text.substring(text.indexOf('.') + 1));
        }
        if (world.kpi(text).isPresent()) {
            Type type = Type.of(world.kpi(text).orElseThrow().value().orElseThrow());
            return new KpiFigure(from(start), text, Facet.ACTUAL, type);
        }
        return world.definition(text)
                .<Term>map(definition -> new DefinitionTerm(from(start), definition))
                .orElseGet(() ->
                        new InputTerm(from(start), world.inputDefinition(text).orElseThrow()));
    }

    private Term column(int start, Table of, String name) {
        ColumnType type = of.schema().column(name).orElseThrow().type();
        return new ColumnTerm(from(start), of.schema().name(), name, type(type));
    }

    private static Type type(ColumnType type) {
        if (type instanceof ColumnType.Number number) {
            return Type.measure(number.unit().dimension());
        }
        if (type instanceof ColumnType.DateType) {
            return Type.DATE;
        }
        if (type instanceof ColumnType.PeriodType) {
            return Type.PERIOD;
        }
        return type instanceof ColumnType.TruthType ? Type.TRUTH : Type.TEXT;
    }

    private Term call(int start, String name, List<Term> arguments) {
        switch (name) {
            case "if":
                Type type = arguments.get(1).type();
                if (type instanceof Type.Measure one && arguments.get(2).type() instanceof Type.Measure other) {
                    UnitAlgebra.Outcome join = UnitAlgebra.join(one.dimension(), other.dimension());
                    type = Type.measure(((UnitAlgebra.Outcome.Of) join).dimension());
                }
                return new Conditional(from(start), arguments.get(0), arguments.get(1), arguments.get(2), type);
            case "isMissing":
                return new MissingTest(from(start), arguments.get(0), MissingKind.MISSING);
            case "isNotReported":
                return new MissingTest(from(start), arguments.get(0), MissingKind.NOT_REPORTED);
            case "isNotApplicable":
                return new MissingTest(from(start), arguments.get(0), MissingKind.NOT_APPLICABLE);
            case "isUndefined":
                return new MissingTest(from(start), arguments.get(0), MissingKind.UNDEFINED);
            case "ifMissing":
                return fallback(start, arguments.get(0), MissingKind.MISSING, arguments.get(1));
            case "ifNotReported":
                return fallback(start, arguments.get(0), MissingKind.NOT_REPORTED, arguments.get(1));
            case "ifUndefined":
                return fallback(start, arguments.get(0), MissingKind.UNDEFINED, arguments.get(1));
            case "asNotApplicable":
                return new Fallback(
                        from(start),
                        arguments.get(0),
                        MissingKind.MISSING,
                        new Substitute.As(Absence.NOT_APPLICABLE, Optional.of("附表未列")),
                        arguments.get(0).type());
            case "leftOut":
                return new LeftOut(from(start), arguments.get(0), MissingKind.MISSING);
            case "atMost":
                return new Capped(from(start), arguments.get(0), Bound.AT_MOST, arguments.get(1));
            case "atLeast":
                return new Capped(from(start), arguments.get(0), Bound.AT_LEAST, arguments.get(1));
            case "rounded":
                int places = ((Quantity) ((Constant) arguments.get(1)).value())
                        .canonical()
                        .numerator()
                        .intValueExact();
                RoundingRule rule =
                        new RoundingRule.Places(places, Units.basic(dimension(arguments.get(0))), Rounding.HALF_UP);
                return new Rounded(from(start), arguments.get(0), rule);
            default:
                KpiFunction function = KpiFunctions.standard().find(name).orElseThrow();
                KpiFunction.Typing typing =
                        function.resultType(arguments.stream().map(Term::type).toList());
                return new FunctionCall(from(start), function, arguments, ((KpiFunction.Typing.Of) typing).type());
        }
    }

    private Term fallback(int start, Term value, MissingKind when, Term by) {
        Type type = value.type();
        if (type instanceof Type.Measure one && by.type() instanceof Type.Measure other) {
            UnitAlgebra.Outcome join = UnitAlgebra.join(one.dimension(), other.dimension());
            type = Type.measure(((UnitAlgebra.Outcome.Of) join).dimension());
        }
        return new Fallback(from(start), value, when, new Substitute.By(by), type);
    }

    private Term aggregation(int start, String word) {
        Aggregate aggregate = Aggregate.of(word);
        String name = peek();
        at++;
        Optional<Table> outer = table;
        // An unknown table has no columns, which is enough to count its rows.
        table = world.table(name);
        Optional<Term> value = eat(":") ? Optional.of(or()) : Optional.empty();
        Optional<Term> where = eat("where") ? Optional.of(or()) : Optional.empty();
        table = outer;
        expect("}");
        Type type = value.map(Term::type).orElse(Type.measure(Dimension.NUMBER));
        return new Aggregation(from(start), aggregate, name, where, value, type);
    }
}
