package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.TiesWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The clause that ranks rows or groups (序位). What ties get is always said: published schemes disagree about it. */
final class RankBuilder {
    private final Reader reader;

    RankBuilder(Reader reader) {
        this.reader = reader;
    }

    Optional<KpiClause> rank(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        return reader.expression(tokens, 1, ExpressionWords.Mode.RANK, KpiGrammarParser::rankClause)
                .flatMap(context -> rank(statement.span(), context));
    }

    private Optional<KpiClause> rank(Span span, KpiGrammarParser.RankClauseContext context) {
        if (context.ties() == null) {
            unsaid(reader, span);
            return Optional.empty();
        }
        List<Id> within = new ArrayList<>();
        context.id().forEach(column -> within.add(reader.nodes().id(column)));
        Optional<Expression> where = Optional.ofNullable(context.value())
                .map(value -> reader.expressions().value(value));
        return Optional.of(new KpiClause.RankClause(
                span,
                Optional.ofNullable(context.measure()).map(SeriesBuilder::measure),
                within,
                where,
                context.HIGHEST_FIRST() != null,
                ties(context.ties())));
    }

    static TiesWord ties(KpiGrammarParser.TiesContext context) {
        return switch (context.getStart().getType()) {
            case KpiGrammarParser.TIES_BEST -> TiesWord.BEST;
            case KpiGrammarParser.TIES_WORST -> TiesWord.WORST;
            case KpiGrammarParser.TIES_MEAN -> TiesWord.MEAN;
            case KpiGrammarParser.TIES_DENSE -> TiesWord.DENSE;
            default -> TiesWord.ROW_ORDER;
        };
    }

    /** Row order is the one answer that rests on an accident, so it is not offered. */
    static void unsaid(Reader reader, Span clause) {
        Span end = clause.source().span(clause.end(), clause.end());
        boolean english = clause.text().startsWith("r");
        Problem.Builder problem = Problem.of(SyntaxCode.TIES_UNSAID, end);
        for (Keyword ties : List.of(Keyword.TIES_BEST, Keyword.TIES_WORST, Keyword.TIES_MEAN, Keyword.TIES_DENSE)) {
            problem.edit(
                    end,
                    english
                            ? ", " + ties.english().get(0)
                            : "，" + ties.chinese().get(0));
        }
        reader.problems().add(problem);
    }
}
