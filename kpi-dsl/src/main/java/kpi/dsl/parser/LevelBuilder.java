package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.LevelEntry;
import kpi.dsl.syntax.LevelWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Figures beside the target: one, or one by period, each printed or with the expression that computes it. */
final class LevelBuilder {
    private final Reader reader;
    private final Lexed lexed;

    LevelBuilder(Reader reader) {
        this.reader = reader;
        this.lexed = reader.lexed();
    }

    /** The keyword is a name of the same spelling. */
    Optional<KpiClause> level(Statement statement, Keyword keyword) {
        List<Token> tokens = reader.tokens(statement);
        PeriodEntries entries = new PeriodEntries(reader, tokens);
        List<LevelEntry> read = new ArrayList<>();
        if (entries.all().isEmpty() && entries.isComputed(1, tokens.size())) {
            computed(tokens, 1).ifPresent(read::add);
        } else if (entries.anyComputed()) {
            for (PeriodEntries.Entry entry : entries.all()) {
                List<Token> own = entries.tokens(entry);
                if (entries.isComputed(entry)) {
                    int colon = entry.colon() - entry.from() + 1;
                    List<Token> joined = new ArrayList<>(List.of(own.get(0)));
                    joined.add(lexed.as(KpiGrammarParser.PERIOD, own.get(1), own.get(colon - 1)));
                    joined.addAll(own.subList(colon, own.size()));
                    computed(joined, 3).ifPresent(read::add);
                } else {
                    printed(own).ifPresent(read::addAll);
                }
            }
        } else {
            return printed(tokens)
                    .map(all -> new KpiClause.LevelClause(statement.span(), LevelWord.valueOf(keyword.name()), all));
        }
        return Optional.of(new KpiClause.LevelClause(statement.span(), LevelWord.valueOf(keyword.name()), read));
    }

    private Optional<List<LevelEntry>> printed(List<Token> tokens) {
        return reader.series(tokens, 1, SeriesWords.Kind.LEVEL, KpiGrammarParser::levelClause)
                .map(context -> new NodeRuleBuilder(reader)
                        .weights(context.weights()).stream()
                                .map(entry -> new LevelEntry(
                                        entry.span(), entry.period(), Optional.of(entry.figure()), Optional.empty()))
                                .toList());
    }

    private Optional<LevelEntry> computed(List<Token> tokens, int from) {
        return reader.expression(tokens, from, ExpressionWords.Mode.PLAIN, KpiGrammarParser::computedLevel)
                .map(context -> {
                    Span span = lexed.span(tokens.get(1), tokens.get(tokens.size() - 1));
                    return new LevelEntry(
                            span,
                            Optional.ofNullable(context.PERIOD())
                                    .map(period -> reader.nodes().period(period)),
                            Optional.empty(),
                            Optional.of(reader.expressions().body(context.body())));
                });
    }
}
