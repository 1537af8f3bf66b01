package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.AttainmentWord;
import kpi.dsl.syntax.AttainmentWord.Between;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Stepped;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Step;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Attainment by a method that has a name, or by a formula. The words of a method are keywords of this clause alone. */
final class AttainmentBuilder {
    private final Reader reader;
    private final Nodes nodes;

    AttainmentBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    Optional<KpiClause> attainment(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        if (new Phrases(reader.lexed(), tokens).at(1, Slot.METHOD).isEmpty()) {
            return reader.expression(statement, KpiGrammarParser::attainmentClause)
                    .map(context -> formula(statement.span(), context));
        }
        List<Token> typed = typed(tokens);
        return reader.expression(typed, 1, ExpressionWords.Mode.PLAIN, KpiGrammarParser::namedAttainment)
                .map(context -> new KpiClause.AttainmentClause(
                        statement.span(),
                        method(context.attainmentMethod()),
                        reader.expressions().steps(context.step())));
    }

    private KpiClause formula(Span span, KpiGrammarParser.AttainmentClauseContext context) {
        Expression body = reader.expressions().body(context.body());
        // The steps of the line are the clause's own.
        boolean own = !context.body().step().isEmpty();
        Expression value = own && body instanceof Stepped stepped ? stepped.base() : body;
        List<Step> steps = own && body instanceof Stepped stepped ? stepped.steps() : List.of();
        return new KpiClause.AttainmentClause(span, new AttainmentWord.ByFormula(value.span(), value), steps);
    }

    /** The words of the method as keywords, wherever they stand outside brackets and one of them is due. */
    private List<Token> typed(List<Token> tokens) {
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        List<Token> typed = new ArrayList<>(List.of(tokens.get(0)));
        boolean methodDue = true;
        int depth = 0;
        for (int i = 1; i < tokens.size(); ) {
            Token token = tokens.get(i);
            depth += Brackets.isOpen(token) ? 1 : Brackets.isClose(token) ? -1 : 0;
            Optional<Phrases.Match> match =
                    depth > 0 ? Optional.empty() : phrases.at(i, methodDue ? Slot.METHOD : Slot.METHOD_PART);
            if (match.isEmpty()) {
                typed.add(token);
                methodDue = false;
                i++;
                continue;
            }
            Keyword keyword = match.get().keyword();
            int end = i + match.get().words();
            typed.add(reader.lexed().as(keyword.type(), token, tokens.get(end - 1)));
            methodDue = keyword == Keyword.BEST_OF || keyword == Keyword.BEST_AND;
            i = end;
        }
        return typed;
    }

    private AttainmentWord method(KpiGrammarParser.AttainmentMethodContext context) {
        AttainmentWord first = single(context.singleMethod(0));
        return context.BEST_OF() == null
                ? first
                : new AttainmentWord.BestOf(nodes.span(context), first, single(context.singleMethod(1)));
    }

    private AttainmentWord single(KpiGrammarParser.SingleMethodContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.BetweenMethodContext between) {
            Between.Kind kind = switch (between.getStart().getType()) {
                case KpiGrammarParser.PROGRESS -> Between.Kind.PROGRESS;
                case KpiGrammarParser.LINEAR -> Between.Kind.LINEAR;
                default -> Between.Kind.GOALPOSTS;
            };
            return new Between(
                    span,
                    kind,
                    reader.expressions().value(between.value(0)),
                    reader.expressions().value(between.value(1)));
        }
        if (context instanceof KpiGrammarParser.YesNoMethodContext) {
            return new AttainmentWord.YesNo(span);
        }
        if (context instanceof KpiGrammarParser.ClosenessMethodContext) {
            return new AttainmentWord.Closeness(span);
        }
        if (context instanceof KpiGrammarParser.StandardMethodContext standard) {
            return new AttainmentWord.Standard(span, standard.ACHIEVEMENT() != null);
        }
        return new AttainmentWord.ByFormula(
                span, reader.expressions().value(((KpiGrammarParser.FormulaMethodContext) context).value()));
    }
}
