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
        List<int[]> entries = entries(tokens);
        if (entries.stream().noneMatch(entry -> isComputed(tokens, entry))) {
            return reader.series(tokens, 1, SeriesWords.Kind.TARGET, KpiGrammarParser::targetClause)
                    .map(context -> series.targets(statement.span(), context));
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (int[] entry : entries) {
            if (isComputed(tokens, entry)) {
                computed(tokens, entry).ifPresent(targets::add);
            } else {
                printed(statement, tokens, entry).ifPresent(targets::addAll);
            }
        }
        return Optional.of(new KpiClause.TargetClause(statement.span(), targets));
    }

    /** Where each entry begins, where its period ends, and where it ends itself. */
    private List<int[]> entries(List<Token> tokens) {
        Figures figures = new Figures(lexed, tokens, reader.unitWords(), reader.problems());
        List<int[]> entries = new ArrayList<>();
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            int end = depth == 0 ? figures.periodEnd(i, false, false) : i;
            if (end > i) {
                if (!entries.isEmpty()) {
                    entries.get(entries.size() - 1)[2] = i;
                }
                entries.add(new int[] {i, end, tokens.size()});
                i = end - 1;
            }
        }
        return entries;
    }

    /** Whether something other than a printed figure stands behind the colon: a name that is no unit. */
    private boolean isComputed(List<Token> tokens, int[] entry) {
        Phrases phrases = new Phrases(lexed, tokens);
        for (int i = entry[1] + 1; i < entry[2]; i++) {
            boolean named = Operands.isName(tokens.get(i).getType())
                    && tokens.get(i - 1).getType() != KpiGrammarLexer.QUANTITY;
            if (named) {
                return phrases.at(i, Slot.TARGET).isEmpty();
            }
        }
        return false;
    }

    private Optional<List<TargetEntry>> printed(Statement statement, List<Token> tokens, int[] entry) {
        List<Token> own = new ArrayList<>();
        own.add(tokens.get(0));
        own.addAll(tokens.subList(entry[0], entry[2]));
        return reader.series(own, 1, SeriesWords.Kind.TARGET, KpiGrammarParser::targetClause)
                .map(context -> series.targets(statement.span(), context).entries());
    }

    private Optional<TargetEntry> computed(List<Token> tokens, int[] entry) {
        List<Token> own = new ArrayList<>();
        own.add(tokens.get(0));
        own.add(lexed.as(KpiGrammarParser.PERIOD, tokens.get(entry[0]), tokens.get(entry[1] - 1)));
        int from = entry[1];
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
        own.addAll(tokens.subList(from, entry[2]));
        return reader.expression(own, begins, ExpressionWords.Mode.PLAIN, KpiGrammarParser::computedTarget)
                .map(context -> {
                    Span span = lexed.span(tokens.get(entry[0]), tokens.get(entry[2] - 1));
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
