package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Comparison;
import kpi.dsl.syntax.Expression.Directed;
import kpi.dsl.syntax.Expression.Logic;
import kpi.dsl.syntax.Expression.MissingTest;
import kpi.dsl.syntax.Expression.TextTest;
import kpi.dsl.syntax.Expression.Unary;
import kpi.dsl.syntax.MissingWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Gives a flat chain of comparisons its order: comparisons first, then not, then and, then or. */
final class Logical {
    private final Lexed lexed;
    private final List<Expression> either = new ArrayList<>();
    private final List<Expression> both = new ArrayList<>();
    private final List<Token> negations = new ArrayList<>();
    private final List<Expression> sides = new ArrayList<>();
    private final List<Token> relations = new ArrayList<>();
    private final Problems problems;

    Logical(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
    }

    /** A side of a comparison, or what stands alone. */
    void add(Expression side) {
        sides.add(side);
    }

    /** What stands alone is one of these, or none of them. */
    void add(Token in, boolean negated, List<Expression> choices, Span end) {
        Expression operand = comparison();
        sides.clear();
        relations.clear();
        sides.add(new Expression.Membership(operand.span().to(end), operand, negated, lexed.span(in), choices));
    }

    /** A word or sign between the sides, or {@code not} before one. */
    void add(Token token) {
        switch (token.getType()) {
            case KpiGrammarParser.NOT -> negations.add(token);
            case KpiGrammarParser.AND -> endTest();
            case KpiGrammarParser.OR -> {
                endTest();
                endBoth();
            }
            default -> relations.add(token);
        }
    }

    /** What the side before it is tested for. */
    void addTest(Token token) {
        Expression side = comparison();
        sides.clear();
        relations.clear();
        String name = TokenNames.name(token.getType());
        boolean negated = token.getType() == KpiGrammarParser.IS_NOT_MISSING
                || token.getType() == KpiGrammarParser.IS_NOT_UNDEFINED;
        MissingWord kind = MissingWord.valueOf(name.substring((negated ? "IS_NOT_" : "IS_").length()));
        sides.add(new MissingTest(side.span().to(lexed.span(token)), side, kind, negated));
    }

    Expression tree() {
        endTest();
        endBoth();
        return logic(Logic.Operator.OR, either);
    }

    private void endTest() {
        Expression test = comparison();
        for (int i = negations.size() - 1; i >= 0; i--) {
            test = new Unary(lexed.span(negations.get(i)).to(test.span()), Unary.Operator.NOT, test);
        }
        both.add(test);
        negations.clear();
        sides.clear();
        relations.clear();
    }

    private void endBoth() {
        either.add(logic(Logic.Operator.AND, both));
        both.clear();
    }

    private Expression comparison() {
        Expression first = sides.get(0);
        if (sides.size() == 1) {
            return first;
        }
        Span whole = first.span().to(sides.get(sides.size() - 1).span());
        Optional<Token> word =
                relations.stream().filter(token -> !isOrder(token)).findFirst();
        if (word.isPresent()) {
            return test(whole, word.get());
        }
        List<Comparison.Link> links = new ArrayList<>();
        for (int i = 1; i < sides.size(); i++) {
            Token relation = relations.get(i - 1);
            links.add(new Comparison.Link(meaning(relation), lexed.span(relation), sides.get(i)));
        }
        return new Comparison(whole, first, links);
    }

    private static boolean isOrder(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.LT,
                    KpiGrammarParser.LE,
                    KpiGrammarParser.GT,
                    KpiGrammarParser.GE,
                    KpiGrammarParser.EQ,
                    KpiGrammarParser.NE -> true;
            default -> false;
        };
    }

    /** A test with a word stands between two sides, and in no chain. */
    private Expression test(Span whole, Token word) {
        Span at = lexed.span(word);
        if (sides.size() > 2) {
            problems.add(Problem.of(SyntaxCode.CHAINED_TEST, at).with("word", at));
            return new Expression.BrokenExpression(whole);
        }
        Expression left = sides.get(0);
        Expression right = sides.get(1);
        return switch (word.getType()) {
            case KpiGrammarParser.STARTS_WITH -> new TextTest(whole, TextTest.Kind.STARTS_WITH, at, left, right);
            case KpiGrammarParser.ENDS_WITH -> new TextTest(whole, TextTest.Kind.ENDS_WITH, at, left, right);
            case KpiGrammarParser.CONTAINS -> new TextTest(whole, TextTest.Kind.CONTAINS, at, left, right);
            case KpiGrammarParser.REACHES -> new Directed(whole, Directed.Relation.REACHES, at, left, right);
            case KpiGrammarParser.DOES_NOT_REACH ->
                new Directed(whole, Directed.Relation.DOES_NOT_REACH, at, left, right);
            case KpiGrammarParser.BETTER_THAN -> new Directed(whole, Directed.Relation.BETTER_THAN, at, left, right);
            default -> new Directed(whole, Directed.Relation.NOT_BETTER_THAN, at, left, right);
        };
    }

    private static Comparison.Relation meaning(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.LT -> Comparison.Relation.LT;
            case KpiGrammarParser.LE -> Comparison.Relation.LE;
            case KpiGrammarParser.GT -> Comparison.Relation.GT;
            case KpiGrammarParser.GE -> Comparison.Relation.GE;
            case KpiGrammarParser.EQ -> Comparison.Relation.EQ;
            default -> Comparison.Relation.NE;
        };
    }

    private static Expression logic(Logic.Operator operator, List<Expression> operands) {
        Expression first = operands.get(0);
        Expression last = operands.get(operands.size() - 1);
        return operands.size() == 1 ? first : new Logic(first.span().to(last.span()), operator, operands);
    }
}
