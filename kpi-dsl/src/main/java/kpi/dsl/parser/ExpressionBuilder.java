package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Application;
import kpi.dsl.syntax.Expression.Bracketed;
import kpi.dsl.syntax.Expression.Conditional;
import kpi.dsl.syntax.Expression.Each;
import kpi.dsl.syntax.Expression.Filtered;
import kpi.dsl.syntax.Expression.Member;
import kpi.dsl.syntax.Expression.Name;
import kpi.dsl.syntax.Expression.Noted;
import kpi.dsl.syntax.Expression.Past;
import kpi.dsl.syntax.Expression.Stepped;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MissingWord;
import kpi.dsl.syntax.PastPeriods;
import kpi.dsl.syntax.PastWord;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.Step;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

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
        Expression value = body.guards() == null ? value(body.value()) : guarded(body);
        List<KpiGrammarParser.StepContext> before = new ArrayList<>();
        List<KpiGrammarParser.StepContext> after = new ArrayList<>();
        boolean excepted = false;
        for (ParseTree child : body.children) {
            excepted |= child instanceof KpiGrammarParser.ExceptionContext;
            if (child instanceof KpiGrammarParser.StepContext step) {
                (excepted ? after : before).add(step);
            }
        }
        Expression rule = stepped(value, before);
        return body.exception().isEmpty() ? rule : stepped(excepted(rule, body.exception()), after);
    }

    private Expression guarded(KpiGrammarParser.BodyContext body) {
        KpiGrammarParser.GuardsContext guards = body.guards();
        List<Expression> values = new ArrayList<>();
        values.add(value(body.value()));
        guards.value().forEach(each -> values.add(value(each)));
        List<Expression.Guarded.Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            rows.add(new Expression.Guarded.Row(values.get(i), values.get(i + 1)));
        }
        Optional<Expression> otherwise =
                guards.OTHERWISE() == null ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        return new Expression.Guarded(
                lexed.span(body.getStart(), guards.getStop()), rows, otherwise, guards.OTHERWISE_UNDEFINED() != null);
    }

    private Expression excepted(Expression rule, List<KpiGrammarParser.ExceptionContext> contexts) {
        List<Expression.Excepted.Case> cases = new ArrayList<>();
        for (KpiGrammarParser.ExceptionContext context : contexts) {
            Span label = lexed.span(context.TEXT().getSymbol());
            cases.add(new Expression.Excepted.Case(
                    span(context),
                    new Label(label, label.text().substring(1, label.text().length() - 1)),
                    value(context.value(0)),
                    value(context.value(1))));
        }
        Span last = cases.get(cases.size() - 1).span();
        return new Expression.Excepted(rule.span().to(last), rule, cases);
    }

    private Expression stepped(Expression base, List<KpiGrammarParser.StepContext> contexts) {
        return done(base, steps(contexts));
    }

    private static Expression done(Expression base, List<Step> steps) {
        return steps.isEmpty()
                ? base
                : new Stepped(base.span().to(steps.get(steps.size() - 1).span()), base, steps);
    }

    List<Step> steps(List<KpiGrammarParser.StepContext> contexts) {
        List<Step> steps = new ArrayList<>();
        contexts.forEach(context -> steps.add(step(context)));
        return steps;
    }

    private Step step(KpiGrammarParser.StepContext context) {
        return context instanceof KpiGrammarParser.ValueStepContext step
                ? valueStep(step, value(step.value()))
                : plainStep(context.getStart());
    }

    private Step valueStep(KpiGrammarParser.ValueStepContext context, Expression value) {
        Span span = span(context);
        Token word = context.getStart();
        return switch (word.getType()) {
            case KpiGrammarParser.AT_MOST -> new Step.AtMost(span, value);
            case KpiGrammarParser.AT_LEAST -> new Step.AtLeast(span, value);
            case KpiGrammarParser.ROUND_STEP ->
                new Step.RoundStep(span, value, rounding(word).mode());
            default -> {
                String kind = TokenNames.name(word.getType()).substring("IF_".length());
                yield new Step.IfMissing(span, MissingWord.valueOf(kind), value);
            }
        };
    }

    private Step plainStep(Token word) {
        Span span = lexed.span(word);
        return switch (word.getType()) {
            case KpiGrammarParser.INTERPOLATED -> new Step.Interpolated(span);
            case KpiGrammarParser.EXTENDED -> new Step.Extended(span);
            case KpiGrammarParser.ROUND_PLACES -> {
                Rounding.Found found = rounding(word);
                yield new Step.RoundPlaces(span, found.places(), found.mode());
            }
            default -> new Step.RoundWhole(span, rounding(word).mode());
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
        Logical logical = new Logical(lexed, problems);
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof KpiGrammarParser.ArithmeticContext side) {
                logical.add(arithmetic(side));
            } else if (child instanceof KpiGrammarParser.RelationTailContext tail) {
                logical.add(tail.relation().getStart());
                logical.add(arithmetic(tail.arithmetic()));
            } else if (child instanceof KpiGrammarParser.MembershipTailContext tail) {
                List<Expression> choices = new ArrayList<>();
                tail.value().forEach(choice -> choices.add(value(choice)));
                logical.add(tail.getStart(), tail.NOT_IN() != null, choices, lexed.span(tail.getStop()));
            } else if (child instanceof KpiGrammarParser.MissingTailContext tail) {
                logical.addTest(tail.getStart());
            } else {
                logical.add(((TerminalNode) child).getSymbol());
            }
        }
        return logical.tree();
    }

    private Expression arithmetic(KpiGrammarParser.ArithmeticContext context) {
        Arithmetic arithmetic = new Arithmetic(lexed, problems);
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof KpiGrammarParser.OperandContext operand) {
                arithmetic.add(operand(operand));
            } else if (child instanceof KpiGrammarParser.ConversionContext conversion) {
                Span unit = lexed.span(conversion.UNIT().getSymbol());
                arithmetic.convert(span(conversion), new UnitWord(unit, unit.text()));
            } else if (child instanceof KpiGrammarParser.SignContext sign) {
                arithmetic.add(sign.getStart());
            } else {
                arithmetic.add(((TerminalNode) child).getSymbol());
            }
        }
        return arithmetic.tree();
    }

    private Expression operand(KpiGrammarParser.OperandContext context) {
        if (context instanceof KpiGrammarParser.BracketedOperandContext bracketed) {
            Expression inner = value(bracketed.value());
            List<Step> steps = new ArrayList<>();
            for (KpiGrammarParser.StepContext step : bracketed.step()) {
                // Written out, so that a step in a step takes no more frames than a bracket.
                steps.add(
                        step instanceof KpiGrammarParser.ValueStepContext limit
                                ? valueStep(limit, value(limit.value()))
                                : plainStep(step.getStart()));
            }
            return bracketed(bracketed, inner, steps);
        }
        if (context instanceof KpiGrammarParser.ApplicationOperandContext application) {
            List<Expression> arguments = new ArrayList<>();
            for (KpiGrammarParser.ArgumentContext argument : application.argument()) {
                arguments.add(
                        argument instanceof KpiGrammarParser.ValueArgumentContext plain && plain.rowsOf() == null
                                ? value(plain.value())
                                : argument(argument));
            }
            return application(application, arguments);
        }
        return leaf(((KpiGrammarParser.LeafOperandContext) context).leaf());
    }

    private Expression bracketed(KpiGrammarParser.BracketedOperandContext context, Expression inner, List<Step> steps) {
        Span brackets = lexed.span(context.OPEN().getSymbol(), context.CLOSE().getSymbol());
        return noted(new Bracketed(brackets, done(inner, steps)), context.NOTE());
    }

    /** {@code previous} may be repeated; other words stand alone. */
    private Expression past(List<TerminalNode> words, Span span, Expression value) {
        Token first = words.get(0).getSymbol();
        PastWords.Found found = pastWords(first);
        for (TerminalNode more : words.subList(1, words.size())) {
            if (found.word() != PastWord.PREVIOUS || pastWords(more.getSymbol()).word() != PastWord.PREVIOUS) {
                problems.add(Problem.of(SyntaxCode.PAST_OF_PAST, lexed.span(more.getSymbol()))
                        .with("first", lexed.span(first))
                        .with("second", lexed.span(more.getSymbol())));
                break;
            }
        }
        Span all = lexed.span(first, words.get(words.size() - 1).getSymbol());
        int count = found.word() == PastWord.PREVIOUS ? words.size() : found.count();
        return new Past(span, new PastPeriods(all, found.word(), count, found.grain()), value);
    }

    private PastWords.Found pastWords(Token token) {
        Lexed again = new Lexed(kpi.source.Source.of("", lexed.text(token)));
        return PastWords.again(again, again.tokens());
    }

    private Expression application(KpiGrammarParser.ApplicationOperandContext context, List<Expression> arguments) {
        Token open = context.CALL_OPEN().getSymbol();
        Token close = context.CLOSE().getSymbol();
        Name name = name(context.name());
        Span called = name.span().to(lexed.span(close));
        Expression application = new Application(called, name, arguments, lexed.span(open, close));
        if (!context.PAST().isEmpty()) {
            application = past(context.PAST(), lexed.span(context.getStart(), close), application);
        }
        return noted(application, context.NOTE());
    }

    private Expression noted(Expression operand, @Nullable TerminalNode note) {
        if (note == null) {
            return operand;
        }
        Span brackets = lexed.span(note.getSymbol());
        return new Noted(operand.span().to(brackets), operand, brackets, Notes.inner(brackets.text()));
    }

    private Expression leaf(KpiGrammarParser.LeafContext context) {
        Span span = span(context);
        if (context instanceof KpiGrammarParser.PastOperandContext past) {
            return past(past.PAST(), span, name(past.name()));
        }
        if (context instanceof KpiGrammarParser.PastMemberOperandContext past) {
            Name table = name(past.name(0));
            Name column = name(past.name(1));
            return past(past.PAST(), span, new Member(table.span().to(column.span()), table, column));
        }
        if (context instanceof KpiGrammarParser.InPeriodOperandContext named) {
            Span period = lexed.span(named.PERIOD().getSymbol());
            return new Expression.InPeriod(span, name(named.name()), new PeriodWord(period, period.text()));
        }
        if (context instanceof KpiGrammarParser.NumberOperandContext number) {
            Span figure = lexed.span(number.QUANTITY().getSymbol());
            return noted(new Expression.NumberLiteral(figure, figure.text()), number.NOTE());
        }
        if (context instanceof KpiGrammarParser.NameOperandContext named) {
            return name(named.name());
        }
        if (context instanceof KpiGrammarParser.MemberOperandContext member) {
            return new Member(span, name(member.name(0)), name(member.name(1)));
        }
        if (context instanceof KpiGrammarParser.NotedOperandContext noted) {
            return noted(name(noted.name()), noted.NOTE());
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

    private Expression argument(KpiGrammarParser.ArgumentContext context) {
        if (context instanceof KpiGrammarParser.EachArgumentContext each) {
            boolean filtered = each.WHERE() != null;
            Optional<Expression> where = filtered ? Optional.of(value(each.value(0))) : Optional.empty();
            return new Each(span(each), name(each.name()), where, value(each.value(filtered ? 1 : 0)));
        }
        if (context instanceof KpiGrammarParser.PresentArgumentContext present) {
            Optional<Expression.NumberLiteral> least = Optional.ofNullable(present.QUANTITY())
                    .map(token -> lexed.span(token.getSymbol()))
                    .map(span -> new Expression.NumberLiteral(span, span.text()));
            return new Expression.OverPresent(span(present), least);
        }
        KpiGrammarParser.ValueArgumentContext plain = (KpiGrammarParser.ValueArgumentContext) context;
        Expression rows = value(plain.value());
        KpiGrammarParser.RowsOfContext of = plain.rowsOf();
        if (of == null) {
            return rows;
        }
        for (KpiGrammarParser.NameContext column : of.name()) {
            Name name = name(column);
            rows = new Expression.Within(rows.span().to(name.span()), rows, name);
        }
        return of.WHERE() == null ? rows : new Filtered(span(plain), rows, value(of.value()));
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
