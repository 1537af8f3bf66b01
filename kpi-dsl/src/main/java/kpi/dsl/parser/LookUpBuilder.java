package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration.LookUpDeclaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.LookUpColumn;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Look-up tables: {@code bands 級距(p: text, c: number in steps of 0.1 → index: number) { … }}. */
final class LookUpBuilder {
    private final Reader reader;
    private final Nodes nodes;
    private final Lexed lexed;

    LookUpBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
        this.lexed = reader.lexed();
    }

    Optional<LookUpDeclaration> table(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        int before = reader.problems().count();
        Characters.check(lexed, tokens, reader.problems());
        if (reader.problems().count() > before
                || !Brackets.match(lexed, tokens, 1, reader.problems()).sound()) {
            return Optional.empty();
        }
        Map<Span, List<Token>> steps = new HashMap<>();
        List<Token> head = head(ColumnColons.mend(lexed, tokens, 1, reader.problems()), steps);
        Optional<KpiGrammarParser.LookUpHeadContext> read = reader.grammar()
                .parse(lexed, head, Grammar.Kind.SERIES, KpiGrammarParser::lookUpHead, reader.problems());
        List<DataRow> rows = statement.block().map(Statement.Block::rows).orElse(List.of());
        return read.flatMap(context -> table(statement, context, steps, rows));
    }

    private Optional<LookUpDeclaration> table(
            Statement statement,
            KpiGrammarParser.LookUpHeadContext context,
            Map<Span, List<Token>> steps,
            List<DataRow> rows) {
        List<LookUpColumn> columns = new ArrayList<>();
        context.lookUpColumn().forEach(column -> columns.add(column(column, steps)));
        int crosses = context.STAR().size();
        if (crosses > 1 || crosses == 1 && !crossesLast(context)) {
            Span at = nodes.span(context.STAR(0));
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNEXPECTED, at)
                            .with("found", at)
                            .with(
                                    "expected",
                                    new LocalText("逗號；×只用在最後兩個鍵之間", "a comma; × stands between the last two keys")));
            return Optional.empty();
        }
        if (context.FROM_FILE() == null) {
            reader.needBlock(statement);
        } else {
            reader.refuseBlock(statement);
        }
        return Optional.of(new LookUpDeclaration(
                statement.span(),
                nodes.id(context.id()),
                context.BANDS() != null,
                columns.subList(0, columns.size() - 1),
                crosses == 1,
                columns.get(columns.size() - 1),
                context.FIRST_MATCH() != null,
                nodes.optionalLabel(context.TEXT()),
                rows));
    }

    /** Whether the sign stands before the last key. */
    private static boolean crossesLast(KpiGrammarParser.LookUpHeadContext context) {
        int sign = context.STAR(0).getSymbol().getStartIndex();
        return context.COMMA().stream()
                .noneMatch(comma -> comma.getSymbol().getStartIndex() > sign
                        && comma.getSymbol().getStartIndex()
                                < context.MAPS_TO().getSymbol().getStartIndex());
    }

    private LookUpColumn column(KpiGrammarParser.LookUpColumnContext context, Map<Span, List<Token>> steps) {
        ColumnDeclaration column = new ColumnDeclaration(
                nodes.span(context),
                nodes.id(context.id()),
                nodes.labels(context.TEXT()),
                new TableBuilder(reader).type(context.columnType()),
                false);
        Optional<Expression> step = Optional.empty();
        if (context.STEP_SIZE() != null) {
            List<Token> tokens = steps.getOrDefault(nodes.span(context.STEP_SIZE()), List.of());
            step = reader.expression(tokens, 0, ExpressionWords.Mode.PLAIN, KpiGrammarParser::condition)
                    .map(read -> reader.expressions().value(read.value()));
        }
        return new LookUpColumn(nodes.span(context), column, step);
    }

    /** Brackets, types and steps as one token each; what a step is made of is kept beside. */
    private List<Token> head(List<Token> tokens, Map<Span, List<Token>> steps) {
        Phrases phrases = new Phrases(lexed, tokens);
        List<Token> head = new ArrayList<>();
        head.add(tokens.get(0));
        int depth = 0;
        int i = 1;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            Optional<Phrases.Match> match = i > 1 ? phrases.at(i, Slot.LOOK_UP, Slot.TABLE) : Optional.empty();
            boolean file =
                    match.filter(found -> found.keyword() == Keyword.FROM_FILE).isPresent() && depth == 0;
            if (depth == 1 && head.get(head.size() - 1).getType() == KpiGrammarLexer.COLON) {
                int end = end(tokens, phrases, i);
                boolean texts = token.getType() == KpiGrammarLexer.TEXT;
                if (end == i || texts) {
                    head.addAll(tokens.subList(i, Math.max(end, i + 1)));
                } else {
                    head.add(lexed.as(KpiGrammarParser.TYPE, token, tokens.get(end - 1)));
                }
                i = Math.max(end, i + 1);
                continue;
            }
            if (match.filter(found -> found.keyword() == Keyword.STEPS).isPresent() && depth == 1) {
                int from = i + match.get().words();
                int end = end(tokens, phrases, from);
                if (end > from) {
                    Token merged = lexed.as(KpiGrammarParser.STEP_SIZE, tokens.get(from), tokens.get(end - 1));
                    steps.put(lexed.span(merged), new ArrayList<>(tokens.subList(from, end)));
                    head.add(lexed.as(KpiGrammarParser.STEPS, token, tokens.get(from - 1)));
                    head.add(merged);
                    i = end;
                    continue;
                }
            }
            boolean first = match.filter(found -> found.keyword() == Keyword.FIRST_MATCH)
                            .isPresent()
                    && depth == 0;
            if (file || first) {
                int words = match.get().words();
                head.add(lexed.as(match.get().keyword().type(), token, tokens.get(i + words - 1)));
                i += words;
                continue;
            }
            depth += Brackets.isOpen(token) ? 1 : Brackets.isClose(token) ? -1 : 0;
            head.add(
                    Brackets.isOpen(token)
                            ? lexed.as(KpiGrammarParser.OPEN, token)
                            : Brackets.isClose(token) ? lexed.as(KpiGrammarParser.CLOSE, token) : token);
            i++;
        }
        return head;
    }

    /** Where a type or a step ends: at a comma, an arrow, a cross or a bracket outside brackets, or before the step. */
    private static int end(List<Token> tokens, Phrases phrases, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean sign = token.getType() == KpiGrammarLexer.COMMA
                    || token.getType() == KpiGrammarLexer.MAPS_TO
                    || token.getType() == KpiGrammarLexer.STAR;
            boolean step = phrases.at(i, Slot.LOOK_UP)
                    .filter(match -> match.keyword() == Keyword.STEPS)
                    .isPresent();
            if (depth == 0 && (sign || step || Brackets.isClose(token))) {
                return i;
            }
            depth += Brackets.isOpen(token) ? 1 : Brackets.isClose(token) ? -1 : 0;
        }
        return tokens.size();
    }
}
