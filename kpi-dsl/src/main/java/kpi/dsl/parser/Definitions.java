package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Bracket;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.QualifiedName;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Recognises {@code name = …} and {@code name(qualifier) = …}. */
final class Definitions {
    private Definitions() {}

    /** The index of the equals sign behind the name at the start, or 0. */
    static int nameEnd(List<Token> tokens) {
        if (!Operands.isName(tokens.get(0).getType())) {
            return 0;
        }
        int at = 1;
        if (at < tokens.size() && tokens.get(at).getType() == KpiGrammarParser.QUALIFIER) {
            at++;
        } else if (at < tokens.size() && Brackets.isOpen(tokens.get(at))) {
            at = close(tokens) + 1;
        }
        return at > 0 && at < tokens.size() && tokens.get(at).getType() == KpiGrammarLexer.EQ ? at : 0;
    }

    /** Where the bracket behind the name closes; behind everything if it does not. */
    private static int close(List<Token> tokens) {
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    static List<Token> mergeQualifier(Lexed lexed, List<Token> tokens) {
        int end = nameEnd(tokens);
        if (end == 1) {
            return tokens;
        }
        List<Token> merged = new ArrayList<>();
        merged.add(tokens.get(0));
        merged.add(lexed.as(KpiGrammarParser.QUALIFIER, tokens.get(1), tokens.get(end - 1)));
        merged.addAll(tokens.subList(end, tokens.size()));
        return merged;
    }

    static QualifiedName name(Lexed lexed, List<Token> tokens) {
        Span span = lexed.span(tokens.get(0));
        boolean quoted = tokens.get(0).getType() == KpiGrammarLexer.QUOTED_NAME;
        Id id = new Id(span, Names.spelling(span.text(), quoted), quoted);
        if (tokens.get(1).getType() != KpiGrammarParser.QUALIFIER) {
            return new QualifiedName(span, id, Optional.empty());
        }
        Span bracket = lexed.span(tokens.get(1));
        String inner = bracket.text().substring(1, bracket.text().length() - 1).strip();
        return new QualifiedName(span.to(bracket), id, Optional.of(new Bracket(bracket, inner)));
    }
}
