package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Comparison;
import kpi.dsl.syntax.Expression.Logic;
import kpi.dsl.syntax.Expression.Unary;
import org.antlr.v4.runtime.Token;

/** Gives a flat chain of comparisons its order: comparisons first, then not, then and, then or. */
final class Logical {
    private final Lexed lexed;
    private final List<Expression> either = new ArrayList<>();
    private final List<Expression> both = new ArrayList<>();
    private final List<Token> negations = new ArrayList<>();
    private final List<Expression> sides = new ArrayList<>();
    private final List<Token> relations = new ArrayList<>();

    Logical(Lexed lexed) {
        this.lexed = lexed;
    }

    /** A side of a comparison, or what stands alone. */
    void add(Expression side) {
        sides.add(side);
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
        List<Comparison.Link> links = new ArrayList<>();
        for (int i = 1; i < sides.size(); i++) {
            Token relation = relations.get(i - 1);
            links.add(new Comparison.Link(meaning(relation), lexed.span(relation), sides.get(i)));
        }
        return new Comparison(first.span().to(sides.get(sides.size() - 1).span()), first, links);
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
