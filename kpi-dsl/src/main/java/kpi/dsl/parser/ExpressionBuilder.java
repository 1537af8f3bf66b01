package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Application;
import kpi.dsl.syntax.Expression.Binary;
import kpi.dsl.syntax.Expression.Bracketed;
import kpi.dsl.syntax.Expression.Comparison;
import kpi.dsl.syntax.Expression.Conditional;
import kpi.dsl.syntax.Expression.Each;
import kpi.dsl.syntax.Expression.Filtered;
import kpi.dsl.syntax.Expression.Logic;
import kpi.dsl.syntax.Expression.Member;
import kpi.dsl.syntax.Expression.Name;
import kpi.dsl.syntax.Expression.Noted;
import kpi.dsl.syntax.Expression.Stepped;
import kpi.dsl.syntax.Expression.Unary;
import kpi.dsl.syntax.Step;
import kpi.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Parse tree to expression. A chain of terms is read by a loop, so that the stack grows only with nesting, which is
 * bounded before parsing.
 */
final class ExpressionBuilder {
    private final Lexed lexed;
    private final Problems problems;

    ExpressionBuilder(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
    }

    Expression body(KpiGrammarParser.BodyContext body) {
        Expression base = value(body.value());
        if (body.step().isEmpty()) {
            return base;
        }
        return new Stepped(span(body), base, steps(body.step()));
    }

    List<Step> steps(List<KpiGrammarParser.StepContext> contexts) {
        List<Step> steps = new ArrayList<>();
        contexts.forEach(context -> steps.add(step(context)));
        return steps;
    }

    private Step step(KpiGrammarParser.StepContext context) {
        Span span = span(context);
        if (context instanceof KpiGrammarParser.AtMostStepContext most) {
            return new Step.AtMost(span, value(most.value()));
        }
        if (context instanceof KpiGrammarParser.AtLeastStepContext least) {
            return new Step.AtLeast(span, value(least.value()));
        }
        Rounding.Found found = rounding(context.getStart());
        return switch (found.target()) {
            case PLACES -> new Step.RoundPlaces(span, found.places(), found.mode());
            case WHOLE -> new Step.RoundWhole(span, found.mode());
            case STEP ->
                new Step.RoundStep(span, value(((KpiGrammarParser.StepStepContext) context).value()), found.mode());
        };
    }

    /** The merged token holds only its own words, so it is read again to learn its mode and places. */
    private Rounding.Found rounding(Token token) {
        kpi.source.Source words = kpi.source.Source.of("", lexed.text(token));
        Lexed again = new Lexed(words);
        return Rounding.at(again, again.tokens(), 0).orElseThrow();
    }

    Expression value(KpiGrammarParser.ValueContext context) {
        if (context instanceof KpiGrammarParser.ChoiceContext choice) {
            return new Conditional(
                    span(choice), value(choice.value(0)), value(choice.value(1)), value(choice.value(2)));
        }
        List<Expression> operands = new ArrayList<>();
        ((KpiGrammarParser.EitherContext) context).both().forEach(both -> operands.add(both(both)));
        return logic(span(context), Logic.Operator.OR, operands);
    }

    private Expression both(KpiGrammarParser.BothContext context) {
        List<Expression> operands = new ArrayList<>();
        context.test().forEach(test -> operands.add(test(test)));
        return logic(span(context), Logic.Operator.AND, operands);
    }

    private static Expression logic(Span span, Logic.Operator operator, List<Expression> operands) {
        return operands.size() == 1 ? operands.get(0) : new Logic(span, operator, operands);
    }

    private Expression test(KpiGrammarParser.TestContext context) {
        if (context instanceof KpiGrammarParser.NegationContext negation) {
            return new Unary(span(negation), Unary.Operator.NOT, test(negation.test()));
        }
        KpiGrammarParser.ComparedContext compared = (KpiGrammarParser.ComparedContext) context;
        List<KpiGrammarParser.SumContext> sides = compared.sum();
        Expression first = sum(sides.get(0));
        if (sides.size() == 1) {
            return first;
        }
        List<Comparison.Link> links = new ArrayList<>();
        for (int i = 1; i < sides.size(); i++) {
            Token operator = compared.relation(i - 1).getStart();
            links.add(new Comparison.Link(relation(operator), lexed.span(operator), sum(sides.get(i))));
        }
        return new Comparison(span(compared), first, links);
    }

    private static Comparison.Relation relation(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.LT -> Comparison.Relation.LT;
            case KpiGrammarParser.LE -> Comparison.Relation.LE;
            case KpiGrammarParser.GT -> Comparison.Relation.GT;
            case KpiGrammarParser.GE -> Comparison.Relation.GE;
            case KpiGrammarParser.EQ -> Comparison.Relation.EQ;
            default -> Comparison.Relation.NE;
        };
    }

    /** A chain of terms becomes a tree deep on the left, built by a loop. */
    private Expression sum(KpiGrammarParser.SumContext context) {
        Expression left = product(context.product(0));
        for (int i = 1; i < context.product().size(); i++) {
            left = binary(left, operator(context, i), product(context.product(i)));
        }
        return left;
    }

    private Expression product(KpiGrammarParser.ProductContext context) {
        Expression left = factor(context.factor(0));
        for (int i = 1; i < context.factor().size(); i++) {
            left = binary(left, operator(context, i), factor(context.factor(i)));
        }
        return left;
    }

    /** The operator before the operand of this number: operands and operators are children in turn. */
    private static Token operator(ParserRuleContext context, int operand) {
        return ((TerminalNode) context.getChild(2 * operand - 1)).getSymbol();
    }

    private Binary binary(Expression left, Token operator, Expression right) {
        return new Binary(left.span().to(right.span()), operator(operator), lexed.span(operator), left, right);
    }

    private static Binary.Operator operator(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.PLUS -> Binary.Operator.ADD;
            case KpiGrammarParser.MINUS -> Binary.Operator.SUBTRACT;
            case KpiGrammarParser.STAR -> Binary.Operator.MULTIPLY;
            case KpiGrammarParser.SLASH -> Binary.Operator.DIVIDE;
            default -> Binary.Operator.POWER;
        };
    }

    private Expression factor(KpiGrammarParser.FactorContext context) {
        if (context instanceof KpiGrammarParser.SignedContext signed) {
            return signed(signed);
        }
        KpiGrammarParser.PowersContext powers = (KpiGrammarParser.PowersContext) context;
        Expression left = operand(powers.operand());
        for (int i = 0; i < powers.exponent().size(); i++) {
            Expression right = exponent(powers.exponent(i));
            if (i == 1) {
                chainedPower((Binary) left, right); // one problem for a tower
            }
            left = binary(left, powers.CARET(i).getSymbol(), right);
        }
        return left;
    }

    private Expression exponent(KpiGrammarParser.ExponentContext context) {
        Expression exponent = operand(context.operand());
        for (int i = context.getChildCount() - 2; i >= 0; i--) {
            Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
            exponent = new Unary(lexed.span(sign).to(exponent.span()), sign(sign), exponent);
        }
        return exponent;
    }

    private static Unary.Operator sign(Token token) {
        return token.getType() == KpiGrammarParser.MINUS ? Unary.Operator.NEGATE : Unary.Operator.PLUS;
    }

    private Expression signed(KpiGrammarParser.SignedContext context) {
        Expression operand = factor(context.factor());
        Unary.Operator sign = sign(context.getStart());
        if (sign == Unary.Operator.NEGATE
                && operand instanceof Binary power
                && power.operator() == Binary.Operator.POWER) {
            negativePower(context.getStart(), power);
        }
        return new Unary(span(context), sign, operand);
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

    private void chainedPower(Binary first, Expression right) {
        Span whole = first.span().to(right.span());
        String text = whole.source().text();
        String inner = text.substring(first.right().span().start(), right.span().end());
        problems.add(Problem.of(SyntaxCode.CHAINED_POWER, whole)
                .with("text", whole)
                .edit(
                        whole,
                        "(" + first.span().text() + ")"
                                + text.substring(
                                        first.span().end(), right.span().end()))
                .edit(whole, text.substring(whole.start(), first.right().span().start()) + "(" + inner + ")"));
    }

    private Expression operand(KpiGrammarParser.OperandContext context) {
        Span span = span(context);
        if (context instanceof KpiGrammarParser.NumberOperandContext) {
            return new Expression.NumberLiteral(span, span.text());
        }
        if (context instanceof KpiGrammarParser.NameOperandContext named) {
            return name(named.name());
        }
        if (context instanceof KpiGrammarParser.BracketedOperandContext bracketed) {
            return new Bracketed(span, body(bracketed.body()));
        }
        if (context instanceof KpiGrammarParser.ApplicationOperandContext application) {
            return application(application);
        }
        if (context instanceof KpiGrammarParser.MemberOperandContext member) {
            return new Member(span, name(member.name(0)), name(member.name(1)));
        }
        if (context instanceof KpiGrammarParser.NotedOperandContext noted) {
            Span brackets = lexed.span(noted.NOTE().getSymbol());
            String text = brackets.text();
            return new Noted(
                    span,
                    name(noted.name()),
                    brackets,
                    text.substring(1, text.length() - 1).strip());
        }
        if (context instanceof KpiGrammarParser.DateOperandContext) {
            return new Expression.DateLiteral(span, span.text());
        }
        if (context instanceof KpiGrammarParser.TruthOperandContext truth) {
            return new Expression.TruthLiteral(span, truth.YES() != null);
        }
        String text = span.text();
        return new Expression.TextLiteral(span, text.substring(1, text.length() - 1));
    }

    private Expression application(KpiGrammarParser.ApplicationOperandContext context) {
        List<Expression> arguments = new ArrayList<>();
        if (context.arguments() != null) {
            context.arguments().argument().forEach(argument -> arguments.add(argument(argument)));
        }
        Span brackets =
                lexed.span(context.CALL_OPEN().getSymbol(), context.CLOSE().getSymbol());
        return new Application(span(context), name(context.name()), arguments, brackets);
    }

    private Expression argument(KpiGrammarParser.ArgumentContext context) {
        if (context instanceof KpiGrammarParser.EachArgumentContext each) {
            boolean filtered = each.WHERE() != null;
            Optional<Expression> where = filtered ? Optional.of(value(each.value(0))) : Optional.empty();
            return new Each(span(each), name(each.name()), where, value(each.value(filtered ? 1 : 0)));
        }
        KpiGrammarParser.ValueArgumentContext plain = (KpiGrammarParser.ValueArgumentContext) context;
        Expression rows = value(plain.value(0));
        return plain.WHERE() == null ? rows : new Filtered(span(plain), rows, value(plain.value(1)));
    }

    Name name(KpiGrammarParser.NameContext context) {
        Span span = span(context);
        boolean quoted = context.QUOTED_NAME() != null;
        return new Name(span, Names.spelling(span.text(), quoted), quoted);
    }

    private Span span(ParserRuleContext context) {
        return lexed.span(context.getStart(), context.getStop());
    }
}
