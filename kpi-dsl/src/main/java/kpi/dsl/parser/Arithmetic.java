package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Binary;
import kpi.dsl.syntax.Expression.Unary;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Gives a flat chain of operands its order: powers first, then signs, then products, then sums, each from the left. It
 * works with loops alone, however long the chain is.
 */
final class Arithmetic {
    private final Lexed lexed;
    private final Problems problems;
    private final List<Expression> operands = new ArrayList<>();
    private final List<List<Token>> signs = new ArrayList<>();
    private final List<Token> operators = new ArrayList<>();
    private List<Token> signsBefore = List.of();
    /** The operand that the next factor begins with. */
    private int next;

    Arithmetic(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
    }

    /** A sign before an operand, or the operator between two. */
    void add(Token token) {
        if (operators.size() < operands.size()) {
            operators.add(token);
            return;
        }
        if (signsBefore.isEmpty()) {
            signsBefore = new ArrayList<>();
        }
        signsBefore.add(token);
    }

    void add(Expression operand) {
        operands.add(operand);
        signs.add(signsBefore);
        signsBefore = List.of();
    }

    /** The operand before is said in a unit. */
    void convert(Span conversion, UnitWord unit) {
        int last = operands.size() - 1;
        Expression operand = operands.get(last);
        operands.set(last, new Expression.InUnit(operand.span().to(conversion), operand, unit));
    }

    /** The whole chain as a tree that is deep on the left. */
    Expression tree() {
        Expression sum = product();
        while (next < operands.size()) {
            Token operator = operators.get(next - 1);
            sum = binary(sum, operator, product());
        }
        return sum;
    }

    private Expression product() {
        Expression product = factor();
        while (next < operands.size() && isTimes(operators.get(next - 1))) {
            Token operator = operators.get(next - 1);
            product = binary(product, operator, factor());
        }
        return product;
    }

    private static boolean isTimes(Token operator) {
        return operator.getType() == KpiGrammarParser.STAR || operator.getType() == KpiGrammarParser.SLASH;
    }

    private Expression factor() {
        int first = next++;
        Expression power = operands.get(first);
        while (next < operands.size() && operators.get(next - 1).getType() == KpiGrammarParser.CARET) {
            Expression exponent = signed(signs.get(next), operands.get(next));
            if (next == first + 2) {
                chainedPower((Binary) power, exponent); // one problem for a tower
            }
            power = binary(power, operators.get(next - 1), exponent);
            next++;
        }
        List<Token> before = signs.get(first);
        boolean negative = !before.isEmpty() && isMinus(before.get(before.size() - 1));
        if (negative && next > first + 1) {
            negativePower(before.get(before.size() - 1), (Binary) power);
        }
        return signed(before, power);
    }

    private Expression signed(List<Token> before, Expression operand) {
        Expression signed = operand;
        for (int i = before.size() - 1; i >= 0; i--) {
            Token sign = before.get(i);
            Unary.Operator operator = isMinus(sign) ? Unary.Operator.NEGATE : Unary.Operator.PLUS;
            signed = new Unary(lexed.span(sign).to(signed.span()), operator, signed);
        }
        return signed;
    }

    private static boolean isMinus(Token sign) {
        return sign.getType() == KpiGrammarParser.MINUS;
    }

    private Binary binary(Expression left, Token operator, Expression right) {
        return new Binary(left.span().to(right.span()), meaning(operator), lexed.span(operator), left, right);
    }

    private static Binary.Operator meaning(Token operator) {
        return switch (operator.getType()) {
            case KpiGrammarParser.PLUS -> Binary.Operator.ADD;
            case KpiGrammarParser.MINUS -> Binary.Operator.SUBTRACT;
            case KpiGrammarParser.STAR -> Binary.Operator.MULTIPLY;
            case KpiGrammarParser.SLASH -> Binary.Operator.DIVIDE;
            default -> Binary.Operator.POWER;
        };
    }

    private void negativePower(Token minus, Binary power) {
        Span whole = lexed.span(minus).to(power.span());
        String sign = lexed.text(minus);
        String rest = whole.source()
                .text()
                .substring(power.left().span().end(), power.span().end());
        problems.add(Problem.of(SyntaxCode.NEGATIVE_POWER, whole)
                .with("text", whole)
                .edit(whole, sign + "(" + power.span().text() + ")")
                .edit(whole, "(" + sign + power.left().span().text() + ")" + rest));
    }

    /** In brackets; a sign before the power stays outside the power's own: −(1^2). */
    private static String grouped(Expression exponent, String text) {
        int sign = exponent instanceof Unary signed
                ? signed.operand().span().start() - signed.span().start()
                : 0;
        return sign == 0 ? "(" + text + ")" : "(" + text.substring(0, sign) + "(" + text.substring(sign) + "))";
    }

    private void chainedPower(Binary first, Expression right) {
        Span whole = first.span().to(right.span());
        String text = whole.source().text();
        Span middle = first.right().span();
        problems.add(Problem.of(SyntaxCode.CHAINED_POWER, whole)
                .with("text", whole)
                .edit(
                        whole,
                        "(" + first.span().text() + ")"
                                + text.substring(first.span().end(), whole.end()))
                .edit(
                        whole,
                        text.substring(whole.start(), middle.start())
                                + grouped(first.right(), text.substring(middle.start(), whole.end()))));
    }
}
