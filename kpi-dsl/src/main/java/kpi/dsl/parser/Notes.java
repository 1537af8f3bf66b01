package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Finds brackets after a name that can only be a note: 人數(含培力、提案說明會). Whatever stands in them is text. */
final class Notes {
    private static final Set<String> BEGINNINGS = Set.of("含", "不含", "註", "單位", "截至");

    private static final int DEEPEST = 100;

    private Notes() {}

    static List<Token> merge(Lexed lexed, List<Token> tokens) {
        List<Token> merged = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int end = i > 0 && follows(tokens, i) && begins(lexed, tokens, i) ? close(tokens, i) : Brackets.NONE;
            if (end != Brackets.NONE && !isExpressionList(tokens.subList(i + 1, end))) {
                merged.add(lexed.as(KpiGrammarParser.NOTE, tokens.get(i), tokens.get(end)));
                i = end;
            } else {
                merged.add(tokens.get(i));
            }
        }
        return merged;
    }

    private static boolean follows(List<Token> tokens, int i) {
        return Brackets.isOpen(tokens.get(i))
                && ExpressionWords.isName(tokens.get(i - 1).getType());
    }

    private static boolean begins(Lexed lexed, List<Token> tokens, int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        String first = lexed.text(tokens.get(i + 1));
        int codePoint = first.codePointAt(0);
        return codePoint >= '①' && codePoint <= '⑳' || BEGINNINGS.stream().anyMatch(first::startsWith);
    }

    /** The bracket that closes this one, or NONE where the shapes do not fit. */
    private static int close(List<Token> tokens, int i) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = i; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (Brackets.isOpen(token)) {
                open.push(token.getType());
                if (open.size() > DEEPEST) {
                    return Brackets.NONE; // no note is that deep, and looking further would cost too much
                }
            } else if (Brackets.isClose(token)) {
                if (open.pop() + 1 != token.getType()) {
                    return Brackets.NONE;
                }
                if (open.isEmpty()) {
                    return at;
                }
            }
        }
        return Brackets.NONE;
    }

    /** Operands and operators in turn, as far as a glance at each token tells. */
    private static boolean isExpressionList(List<Token> tokens) {
        boolean operandDue = true;
        for (Token token : tokens) {
            switch (token.getType()) {
                case KpiGrammarLexer.WORD,
                        KpiGrammarLexer.ID,
                        KpiGrammarLexer.QUOTED_NAME,
                        KpiGrammarLexer.QUANTITY,
                        KpiGrammarLexer.TEXT -> {
                    if (!operandDue) {
                        return false;
                    }
                    operandDue = false;
                }
                case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> operandDue = true;
                case KpiGrammarLexer.STAR,
                        KpiGrammarLexer.SLASH,
                        KpiGrammarLexer.CARET,
                        KpiGrammarLexer.COMMA,
                        KpiGrammarLexer.DOT,
                        KpiGrammarLexer.LT,
                        KpiGrammarLexer.LE,
                        KpiGrammarLexer.GT,
                        KpiGrammarLexer.GE,
                        KpiGrammarLexer.EQ,
                        KpiGrammarLexer.NE -> {
                    if (operandDue) {
                        return false;
                    }
                    operandDue = true;
                }
                case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN ->
                    operandDue = true;
                case KpiGrammarLexer.ROUND_CLOSE, KpiGrammarLexer.SQUARE_CLOSE, KpiGrammarLexer.SHELL_CLOSE ->
                    operandDue = false;
                default -> {
                    return false;
                }
            }
        }
        return !operandDue;
    }
}
