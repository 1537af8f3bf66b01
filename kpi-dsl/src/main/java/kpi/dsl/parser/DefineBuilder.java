package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.DefineDeclaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.BrokenExpression;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.Parameter;
import kpi.dsl.syntax.Validity;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Definitions with parameters: {@code define 指數(x, low, high) = …}. */
final class DefineBuilder {
    private final Reader reader;
    private final Nodes nodes;

    DefineBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    /** Where the head can be read, the name and its parameters stay declared even if the value cannot. */
    Optional<DefineDeclaration> define(Statement statement) {
        reader.refuseBlock(statement);
        List<Token> tokens = reader.tokens(statement);
        int sign = sign(tokens);
        List<Token> head = head(tokens, sign);
        if (sign == tokens.size()) {
            int known = reader.problems().count();
            Characters.check(reader.lexed(), tokens, reader.problems());
            if (reader.problems().count() == known
                    && Brackets.match(reader.lexed(), tokens, 1, reader.problems())
                            .sound()) {
                withoutSign(tokens);
            }
            return Optional.empty();
        }
        int before = reader.problems().count();
        Optional<KpiGrammarParser.DefineHeadContext> named = reader.grammar()
                .parse(reader.lexed(), head, Grammar.Kind.SERIES, KpiGrammarParser::defineHead, reader.problems());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Token> all = new ArrayList<>(head);
        all.addAll(tokens.subList(sign + 1, tokens.size()));
        Expression value = reader.expression(all, head.size(), ExpressionWords.Mode.PLAIN, KpiGrammarParser::define)
                .map(read -> reader.expressions().body(read.body()))
                .filter(kept -> reader.problems().count() == before)
                .orElseGet(() -> new BrokenExpression(statement.span()));
        return Optional.of(new DefineDeclaration(
                statement.span(),
                nodes.id(named.get().name()),
                parameters(named.get().parameters()),
                Optional.ofNullable(named.get().validity()).map(this::validity),
                value));
    }

    /** Says where the equals sign is missing: behind the bracket of the parameters, or behind the name. */
    private void withoutSign(List<Token> tokens) {
        Lexed lexed = reader.lexed();
        int depth = 0;
        int at = Math.min(2, tokens.size());
        for (int i = 2; i < tokens.size() && (depth > 0 || Brackets.isOpen(tokens.get(i)) && i == 2); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            at = i + 1;
        }
        Span end = lexed.after(tokens.get(at - 1));
        Problem.Builder problem = at == tokens.size()
                ? Problem.of(SyntaxCode.UNEXPECTED_END, end)
                : Problem.of(SyntaxCode.UNEXPECTED, lexed.span(tokens.get(at)))
                        .with("found", lexed.span(tokens.get(at)));
        reader.problems().add(problem.with("expected", "=").edit(end, " ="));
    }

    private Validity validity(KpiGrammarParser.ValidityContext context) {
        Optional<Label> changed = Optional.ofNullable(context.NOT_COMPARABLE())
                .map(nodes::span)
                .map(span -> new Label(span, span.text()));
        return new Validity(nodes.span(context), nodes.period(context.PERIOD()), changed);
    }

    private List<Parameter> parameters(KpiGrammarParser.@Nullable ParametersContext declared) {
        List<Parameter> parameters = new ArrayList<>();
        if (declared == null) {
            return parameters;
        }
        for (KpiGrammarParser.ParameterContext context : declared.parameter()) {
            parameters.add(new Parameter(
                    nodes.span(context),
                    nodes.id(context.name()),
                    Optional.ofNullable(context.UNIT()).map(nodes::unit)));
        }
        return parameters;
    }

    /** The equals sign outside brackets; behind everything if there is none. */
    private static int sign(List<Token> tokens) {
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            if (depth <= 0 && tokens.get(i).getType() == KpiGrammarLexer.EQ) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The name, the parameters and the sign, with units as one token each. */
    private List<Token> head(List<Token> tokens, int sign) {
        Lexed lexed = reader.lexed();
        Phrases phrases = new Phrases(lexed, tokens);
        List<Token> head = new ArrayList<>();
        head.add(tokens.get(0));
        int depth = 0;
        int i = 1;
        while (i < sign) {
            Token token = tokens.get(i);
            if (i > 1 && depth == 0) {
                int end = validity(tokens, i, sign, head);
                if (end > i) {
                    i = end;
                    continue;
                }
            }
            depth += Brackets.isOpen(token) ? 1 : Brackets.isClose(token) ? -1 : 0;
            boolean unit = i > 3
                    && phrases.at(i, Slot.INPUT).isPresent()
                    && Operands.isName(tokens.get(i - 1).getType());
            if (unit) {
                head.add(lexed.as(KpiGrammarParser.IN_UNIT, token));
                int end = i + 1;
                while (end < sign && !endsParameter(tokens.get(end))) {
                    end++;
                }
                if (end > i + 1) {
                    head.add(lexed.as(KpiGrammarParser.UNIT, tokens.get(i + 1), tokens.get(end - 1)));
                }
                i = end;
                continue;
            }
            head.add(
                    Brackets.isOpen(token)
                            ? lexed.as(KpiGrammarParser.OPEN, token)
                            : Brackets.isClose(token) ? lexed.as(KpiGrammarParser.CLOSE, token) : token);
            i++;
        }
        if (sign < tokens.size()) {
            head.add(tokens.get(sign));
        }
        return head;
    }

    /** The words of a validity, each one token; answers the index behind those that begin here. */
    private int validity(List<Token> tokens, int i, int sign, List<Token> head) {
        Lexed lexed = reader.lexed();
        int before = head.get(head.size() - 1).getType();
        if (before == KpiGrammarParser.VERSION) {
            int end = i + 1;
            while (end + 1 < sign
                    && tokens.get(end).getType() == KpiGrammarLexer.SLASH
                    && Lexed.touch(tokens.get(end - 1), tokens.get(end))
                    && Lexed.touch(tokens.get(end), tokens.get(end + 1))) {
                end += 2;
            }
            boolean period = tokens.get(i).getType() == KpiGrammarLexer.QUANTITY;
            head.add(period ? lexed.as(KpiGrammarParser.PERIOD, tokens.get(i), tokens.get(end - 1)) : tokens.get(i));
            return period ? end : i + 1;
        }
        Phrases phrases = new Phrases(lexed, tokens);
        Slot slot = before == KpiGrammarParser.PERIOD ? Slot.VERSION : Slot.KPI;
        Optional<Phrases.Match> match = phrases.at(i, slot)
                .or(() -> phrases.at(i, Slot.KPI))
                .filter(found -> switch (found.keyword()) {
                    case VERSION, ONWARD, NOT_COMPARABLE -> true;
                    default -> false;
                });
        if (match.isEmpty()) {
            return i;
        }
        int end = i + match.get().words();
        head.add(lexed.as(match.get().keyword().type(), tokens.get(i), tokens.get(end - 1)));
        return end;
    }

    private static boolean endsParameter(Token token) {
        return token.getType() == KpiGrammarLexer.COMMA
                || token.getType() == KpiGrammarLexer.SEPARATOR
                || Brackets.isClose(token);
    }
}
