package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.DirectionWord;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause.DirectionClause;
import kpi.dsl.syntax.ToleranceWord;
import org.antlr.v4.runtime.Token;

/** Which way is better, always or where the data say so: {@code higher is better when a > b, otherwise lower is better}. */
final class DirectionBuilder {
    private final Reader reader;
    private final Lexed lexed;

    DirectionBuilder(Reader reader) {
        this.reader = reader;
        this.lexed = reader.lexed();
    }

    Optional<DirectionClause> direction(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        Phrases phrases = new Phrases(lexed, tokens);
        int first = phrases.at(1, Slot.DIRECTION).map(Phrases.Match::words).orElse(0);
        int when = 1 + first;
        if (first == 0 || !is(phrases, when, Keyword.WHEN)) {
            return reader.series(statement, SeriesWords.Kind.DIRECTION, KpiGrammarParser::directionClause)
                    .map(context -> new DirectionClause(
                            statement.span(),
                            word(context),
                            tolerance(context),
                            Optional.empty(),
                            context.WITHOUT_TARGET() != null));
        }
        int otherwise = last(phrases, tokens, Keyword.OTHERWISE);
        if (otherwise <= when + 1) {
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNEXPECTED_END, lexed.after(tokens.get(tokens.size() - 1)))
                            .with("expected", new LocalText("其餘", "otherwise")));
            return Optional.empty();
        }
        boolean comma = tokens.get(otherwise - 1).getType() == KpiGrammarLexer.COMMA;
        List<Token> condition = tokens.subList(when + 1, comma ? otherwise - 1 : otherwise);
        if (condition.isEmpty()) {
            reader.problems().add(Problem.of(SyntaxCode.EMPTY_FORMULA, lexed.span(tokens.get(otherwise))));
            return Optional.empty();
        }
        Optional<Expression> read = reader.expression(
                        new ArrayList<>(condition), 0, ExpressionWords.Mode.PLAIN, KpiGrammarParser::condition)
                .map(context -> reader.expressions().value(context.value()));
        // What follows is a direction clause of its own.
        List<Token> rest = new ArrayList<>();
        rest.add(tokens.get(0));
        rest.addAll(tokens.subList(otherwise + 1, tokens.size()));
        Optional<KpiGrammarParser.DirectionClauseContext> other =
                reader.series(rest, 1, SeriesWords.Kind.DIRECTION, KpiGrammarParser::directionClause);
        if (read.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DirectionClause(
                statement.span(),
                word(phrases.at(1, Slot.DIRECTION).orElseThrow().keyword()),
                tolerance(other.get()),
                Optional.of(new DirectionClause.When(read.get(), word(other.get()))),
                other.get().WITHOUT_TARGET() != null));
    }

    private Optional<ToleranceWord> tolerance(KpiGrammarParser.DirectionClauseContext context) {
        return Optional.ofNullable(context.tolerance())
                .map(within -> new ToleranceWord(
                        reader.nodes().span(within),
                        reader.nodes().figure(within.FIGURE()),
                        within.OF_TARGET() != null));
    }

    private static boolean is(Phrases phrases, int at, Keyword keyword) {
        return phrases.at(at, Slot.EXPRESSION)
                .filter(match -> match.keyword() == keyword)
                .isPresent();
    }

    private static int last(Phrases phrases, List<Token> tokens, Keyword keyword) {
        for (int i = tokens.size() - 1; i > 0; i--) {
            if (is(phrases, i, keyword)) {
                return i;
            }
        }
        return 0;
    }

    private static DirectionWord word(KpiGrammarParser.DirectionClauseContext context) {
        if (context.HIGHER() != null) {
            return DirectionWord.HIGHER;
        }
        if (context.LOWER() != null) {
            return DirectionWord.LOWER;
        }
        if (context.NEAREST() != null) {
            return DirectionWord.NEAREST;
        }
        return context.WITHIN_BAND() != null ? DirectionWord.WITHIN_BAND : DirectionWord.NONE;
    }

    private static DirectionWord word(Keyword keyword) {
        return switch (keyword) {
            case HIGHER -> DirectionWord.HIGHER;
            case LOWER -> DirectionWord.LOWER;
            case NEAREST -> DirectionWord.NEAREST;
            case WITHIN_BAND -> DirectionWord.WITHIN_BAND;
            default -> DirectionWord.NONE;
        };
    }
}
