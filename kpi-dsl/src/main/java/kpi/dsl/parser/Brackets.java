package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Which bracket closes which, found before parsing and without recursion. Widths may mix, shapes may not. */
final class Brackets {
    static final int NONE = -1;

    private final int[] partner;
    private final boolean sound;

    private Brackets(int[] partner, boolean sound) {
        this.partner = partner;
        this.sound = sound;
    }

    /** The index of the other bracket of a pair. */
    int partner(int index) {
        return partner[index];
    }

    /** Whether every bracket has its partner; otherwise the first that has none was reported. */
    boolean sound() {
        return sound;
    }

    /**
     * Matches the brackets of a clause.
     *
     * @param from where its expression begins: a bracket that was never opened is opened there
     */
    static Brackets match(Lexed lexed, List<Token> tokens, int from, Problems problems) {
        int[] partner = new int[tokens.size()];
        Arrays.fill(partner, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == KpiGrammarLexer.UNCLOSED_TEXT) {
                return new Brackets(partner, false); // the text swallowed what would close the brackets
            }
            if (isOpen(token)) {
                open.push(i);
                if (open.size() > problems.limit(Limit.NESTING)) {
                    problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, lexed.span(token));
                    return new Brackets(partner, false);
                }
            } else if (isClose(token)) {
                if (open.isEmpty()) {
                    unopened(lexed, tokens, from, token, problems);
                    return new Brackets(partner, false);
                }
                int opened = open.pop();
                if (tokens.get(opened).getType() + 1 != token.getType()) {
                    mixed(lexed, tokens.get(opened), token, problems);
                    return new Brackets(partner, false);
                }
                partner[i] = opened;
                partner[opened] = i;
            }
        }
        if (!open.isEmpty()) {
            unclosed(lexed, tokens, tokens.get(open.pop()), problems);
            return new Brackets(partner, false);
        }
        return new Brackets(partner, true);
    }

    static boolean isOpen(Token token) {
        return switch (token.getType()) {
            case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN -> true;
            default -> false;
        };
    }

    static boolean isClose(Token token) {
        return switch (token.getType()) {
            case KpiGrammarLexer.ROUND_CLOSE, KpiGrammarLexer.SQUARE_CLOSE, KpiGrammarLexer.SHELL_CLOSE -> true;
            default -> false;
        };
    }

    private static void unopened(Lexed lexed, List<Token> tokens, int from, Token close, Problems problems) {
        int start = tokens.get(from).getStartIndex();
        Span insertion = lexed.source().span(start, start);
        String opening = other(lexed.text(close));
        problems.add(Problem.of(SyntaxCode.UNOPENED_BRACKET, lexed.span(close))
                .with("bracket", lexed.text(close))
                .with("opening", opening)
                .edit(insertion, opening));
    }

    private static void unclosed(Lexed lexed, List<Token> tokens, Token open, Problems problems) {
        Span end = lexed.after(tokens.get(tokens.size() - 1));
        String closing = other(lexed.text(open));
        problems.add(Problem.of(SyntaxCode.UNCLOSED_BRACKET, end)
                .with("bracket", lexed.text(open))
                .with("closing", closing)
                .related(lexed.span(open), "opened-here")
                .edit(end, closing));
    }

    private static void mixed(Lexed lexed, Token open, Token close, Problems problems) {
        problems.add(Problem.of(SyntaxCode.MIXED_BRACKETS, lexed.span(close))
                .with("open", lexed.text(open))
                .with("close", lexed.text(close))
                .related(lexed.span(open), "opened-here")
                .edit(lexed.span(close), other(lexed.text(open)))
                .edit(lexed.span(open), other(lexed.text(close))));
    }

    /** The other bracket of the same shape and width. */
    private static String other(String bracket) {
        String open = "(（[［〔";
        String close = ")）]］〕";
        int at = open.indexOf(bracket);
        return at >= 0
                ? close.substring(at, at + 1)
                : open.substring(close.indexOf(bracket), close.indexOf(bracket) + 1);
    }
}
