package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.AttainmentCase;
import kpi.dsl.syntax.AttainmentWord;
import kpi.dsl.syntax.AttainmentWord.Between;
import kpi.dsl.syntax.Band;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.Stepped;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
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

    /** A method with the steps behind it. */
    private record Measured(AttainmentWord method, List<Step> steps) {}

    Optional<KpiClause> attainment(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        if (isBanded(tokens)) {
            return banded(statement, tokens);
        }
        reader.refuseBlock(statement);
        List<Integer> starts = cases(tokens);
        int end = starts.isEmpty() ? tokens.size() : starts.get(0);
        Optional<Measured> first = measured(tokens.subList(0, end));
        List<AttainmentCase> cases = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : tokens.size();
            attainmentCase(tokens.get(0), tokens.subList(starts.get(i), to)).ifPresent(cases::add);
        }
        return first.filter(read -> cases.size() == starts.size())
                .map(read -> new KpiClause.AttainmentClause(statement.span(), read.method(), read.steps(), cases));
    }

    /** Where a line begins that says {@code when}, a condition, and behind a colon another method. */
    private List<Integer> cases(List<Token> tokens) {
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        List<Integer> starts = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            boolean when = !Lexed.sameLine(tokens.get(i - 1), tokens.get(i))
                    && phrases.at(i, Slot.EXPRESSION)
                            .filter(match -> match.keyword() == Keyword.WHEN)
                            .isPresent();
            if (when && colon(tokens.subList(i, tokens.size())) > 0) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** Where the colon behind a condition stands; zero where there is none. */
    private static int colon(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            if (depth == 0 && tokens.get(i).getType() == KpiGrammarLexer.COLON) {
                return i;
            }
        }
        return 0;
    }

    private Optional<AttainmentCase> attainmentCase(Token keyword, List<Token> tokens) {
        int colon = colon(tokens);
        List<Token> condition = new ArrayList<>(tokens.subList(0, colon));
        condition.set(0, reader.lexed().as(KpiGrammarParser.WHEN, tokens.get(0)));
        Optional<Expression> when = reader.expression(
                        condition, 1, ExpressionWords.Mode.PLAIN, KpiGrammarParser::attainmentCase)
                .map(context -> reader.expressions().value(context.value()));
        List<Token> method = new ArrayList<>(List.of(keyword));
        method.addAll(tokens.subList(colon + 1, tokens.size()));
        Span span = reader.lexed().span(tokens.get(0), tokens.get(tokens.size() - 1));
        Optional<Measured> measured = measured(method);
        return when.flatMap(read -> measured.map(then -> new AttainmentCase(span, read, then.method(), then.steps())));
    }

    private Optional<Measured> measured(List<Token> tokens) {
        boolean named = new Phrases(reader.lexed(), tokens)
                .at(1, Slot.METHOD)
                .filter(match -> match.keyword() != Keyword.BANDS_METHOD)
                .isPresent();
        if (!named) {
            return reader.expression(tokens, 1, ExpressionWords.Mode.PLAIN, KpiGrammarParser::attainmentClause)
                    .map(this::formula);
        }
        return reader.expression(typed(tokens), 1, ExpressionWords.Mode.PLAIN, KpiGrammarParser::namedAttainment)
                .map(context -> new Measured(
                        method(context.attainmentMethod()), reader.expressions().steps(context.step())));
    }

    private Measured formula(KpiGrammarParser.AttainmentClauseContext context) {
        Expression body = reader.expressions().body(context.body());
        // The steps of the line are the clause's own.
        boolean own = !context.body().step().isEmpty();
        Expression value = own && body instanceof Stepped stepped ? stepped.base() : body;
        List<Step> steps = own && body instanceof Stepped stepped ? stepped.steps() : List.of();
        return new Measured(new AttainmentWord.ByFormula(value.span(), value), steps);
    }

    /** A bracket behind the word calls a table of that name. */
    private boolean isBanded(List<Token> tokens) {
        boolean call = tokens.size() > 2 && Brackets.isOpen(tokens.get(2));
        return !call
                && new Phrases(reader.lexed(), tokens)
                        .at(1, Slot.METHOD)
                        .filter(match -> match.keyword() == Keyword.BANDS_METHOD)
                        .isPresent();
    }

    /** {@code bands by actual / target { … }}: what is looked up on the line, what it is worth in the block. */
    private Optional<KpiClause> banded(Statement statement, List<Token> tokens) {
        if (reader.needBlock(statement).isEmpty()) {
            return Optional.empty();
        }
        List<Token> head = new ArrayList<>(tokens);
        head.set(1, reader.lexed().as(KpiGrammarParser.BANDS_METHOD, tokens.get(1)));
        int from = 2;
        boolean by = new Phrases(reader.lexed(), tokens)
                .at(2, Slot.METHOD_PART)
                .filter(match -> match.keyword() == Keyword.BANDS_BY)
                .isPresent();
        if (by) {
            head.set(2, reader.lexed().as(KpiGrammarParser.BANDS_BY, tokens.get(2)));
            from = 3;
        }
        Optional<KpiGrammarParser.BandsHeadContext> read =
                reader.expression(head, from, ExpressionWords.Mode.PLAIN, KpiGrammarParser::bandsHead);
        Optional<KpiGrammarParser.CreditBandsContext> bands = reader.credits(statement);
        Span word = reader.lexed().span(tokens.get(1), tokens.get(tokens.size() - 1));
        return read.flatMap(context -> bands.map(block -> new KpiClause.AttainmentClause(
                statement.span(),
                new AttainmentWord.Banded(
                        word,
                        Optional.ofNullable(context.value()).map(reader.expressions()::value),
                        block.creditBand().stream().map(this::credit).toList()),
                reader.expressions().steps(context.step()),
                List.of())));
    }

    private AttainmentWord.Banded.Credit credit(KpiGrammarParser.CreditBandContext context) {
        Figure worth = nodes.figure(context.FIGURE(0));
        Optional<Figure> upper = Optional.ofNullable(context.FIGURE(1)).map(nodes::figure);
        Span span = upper.map(end -> worth.span().to(end.span())).orElse(worth.span());
        return new AttainmentWord.Banded.Credit(
                worth,
                upper,
                new Band(nodes.span(context), new Label(span, span.text()), GradeBuilder.edges(nodes, context.edge())));
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
            if (match.filter(found -> found.keyword() != Keyword.BANDS_METHOD && found.keyword() != Keyword.BANDS_BY)
                    .isEmpty()) {
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
        if (context instanceof KpiGrammarParser.UndefinedMethodContext) {
            return new AttainmentWord.None(span);
        }
        if (context instanceof KpiGrammarParser.StandardMethodContext standard) {
            return new AttainmentWord.Standard(span, standard.ACHIEVEMENT() != null);
        }
        return new AttainmentWord.ByFormula(
                span, reader.expressions().value(((KpiGrammarParser.FormulaMethodContext) context).value()));
    }
}
