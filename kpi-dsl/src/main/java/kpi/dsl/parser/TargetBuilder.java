package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.TargetEntry;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Targets period by period: printed ones as a series, computed ones each with its expression. */
final class TargetBuilder {
    private final Reader reader;
    private final SeriesBuilder series;
    private final Lexed lexed;

    TargetBuilder(Reader reader, SeriesBuilder series) {
        this.reader = reader;
        this.series = series;
        this.lexed = reader.lexed();
    }

    Optional<KpiClause> targets(Statement statement) {
        List<Token> tokens = Thresholds.cut(lexed, Money.withoutName(lexed, reader.tokens(statement)));
        PeriodEntries entries = new PeriodEntries(reader, tokens, Slot.TARGET);
        if (!entries.anyComputed()) {
            return reader.series(tokens, 1, SeriesWords.Kind.TARGET, KpiGrammarParser::targetClause)
                    .map(context -> series.targets(statement.span(), context));
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (PeriodEntries.Entry entry : entries.all()) {
            if (entries.isComputed(entry)) {
                computed(tokens, entry).ifPresent(targets::add);
            } else {
                printed(statement, entries.tokens(entry)).ifPresent(targets::addAll);
            }
        }
        return Optional.of(new KpiClause.TargetClause(statement.span(), targets));
    }

    private Optional<List<TargetEntry>> printed(Statement statement, List<Token> own) {
        return reader.series(own, 1, SeriesWords.Kind.TARGET, KpiGrammarParser::targetClause)
                .map(context -> series.targets(statement.span(), context).entries());
    }

    private Optional<TargetEntry> computed(List<Token> tokens, PeriodEntries.Entry entry) {
        List<Token> own = new ArrayList<>();
        own.add(tokens.get(0));
        own.add(lexed.as(KpiGrammarParser.PERIOD, tokens.get(entry.from()), tokens.get(entry.colon() - 1)));
        int from = entry.colon();
        own.add(tokens.get(from));
        from++;
        boolean related = switch (tokens.get(from).getType()) {
            case KpiGrammarLexer.GE, KpiGrammarLexer.LE, KpiGrammarLexer.EQ -> true;
            default -> false;
        };
        if (related) {
            own.add(tokens.get(from));
            from++;
        }
        int begins = own.size();
        own.addAll(tokens.subList(from, entry.end()));
        return reader.expression(own, begins, ExpressionWords.Mode.PLAIN, KpiGrammarParser::computedTarget)
                .map(context -> {
                    Span span = lexed.span(tokens.get(entry.from()), tokens.get(entry.end() - 1));
                    Expression body = reader.expressions().body(context.body());
                    return new TargetEntry(
                            span,
                            reader.nodes().period(context.PERIOD()),
                            SeriesBuilder.relation(context.targetRelation()),
                            Optional.empty(),
                            Optional.of(body),
                            Optional.empty(),
                            reader.nodes().optionalLabel(context.TEXT()));
                });
    }
}
