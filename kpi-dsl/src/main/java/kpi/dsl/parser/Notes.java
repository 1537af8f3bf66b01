package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import kpi.diagnostic.FootnoteMark;
import org.antlr.v4.runtime.Token;

/**
 * Finds what stands behind an operand and says nothing to the computation: a footnote mark (57.25%①), and a bracket that
 * can only be a note: 人數(含培力、提案說明會), 執行率(%). Whatever stands in such a bracket is text.
 */
final class Notes {
    private static final Set<String> BEGINNINGS = Set.of("含", "不含", "註", "單位", "截至");

    /** As whole words: {@code (incl. part-time)}, {@code (excluding transfers)}, {@code (note 1)}. */
    private static final Set<String> ENGLISH_BEGINNINGS = Set.of("incl", "including", "excl", "excluding", "note");

    private static final int DEEPEST = 100;

    private Notes() {}

    /** The notes of a formula, each one token, however many marks and brackets it is made of. */
    static List<Token> merge(Lexed lexed, List<Token> tokens) {
        return merge(lexed, tokens, Notes::endsOperand);
    }

    /** The notes behind the figures of a clause without a formula. */
    static List<Token> behindFigures(Lexed lexed, List<Token> tokens) {
        return merge(lexed, tokens, Notes::endsFigure);
    }

    /** What stands between the brackets of a note; a mark as it is. */
    static String inner(String note) {
        boolean bracketed =
                "([〔（［".indexOf(note.charAt(0)) >= 0 && ")]〕）］".indexOf(note.charAt(note.length() - 1)) >= 0;
        return bracketed ? note.substring(1, note.length() - 1).strip() : note;
    }

    private interface Place {
        boolean allowsNote(Lexed lexed, List<Token> tokens, int i);
    }

    private static List<Token> merge(Lexed lexed, List<Token> tokens, Place place) {
        List<Token> merged = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            int end = i > 0 && place.allowsNote(lexed, tokens, i) ? behind(lexed, tokens, i) : i;
            if (end > i) {
                merged.add(lexed.as(KpiGrammarParser.NOTE, tokens.get(i), tokens.get(end - 1)));
                i = end;
            } else {
                merged.add(tokens.get(i));
                i++;
            }
        }
        return merged;
    }

    private static boolean endsOperand(Lexed lexed, List<Token> tokens, int i) {
        Token before = tokens.get(i - 1);
        return Operands.isName(before.getType())
                || before.getType() == KpiGrammarLexer.QUANTITY
                || Brackets.isClose(before);
    }

    private static boolean endsFigure(Lexed lexed, List<Token> tokens, int i) {
        Token before = tokens.get(i - 1);
        return before.getType() == KpiGrammarLexer.QUANTITY
                || before.getType() == KpiGrammarLexer.WORD
                        && i > 1
                        && tokens.get(i - 2).getType() == KpiGrammarLexer.QUANTITY;
    }

    /** The index behind the notes that begin at a token; the same index if none does. */
    private static int behind(Lexed lexed, List<Token> tokens, int i) {
        int at = i;
        while (at < tokens.size()) {
            if (isMark(lexed, tokens.get(at))) {
                at++;
                continue;
            }
            int close = Brackets.isOpen(tokens.get(at)) ? close(tokens, at) : Brackets.NONE;
            if (close == Brackets.NONE || !isNote(lexed, tokens, at, close)) {
                break;
            }
            at = close + 1;
        }
        return at;
    }

    private static boolean isMark(Lexed lexed, Token token) {
        return token.getType() == KpiGrammarLexer.OTHER
                && FootnoteMark.is(lexed.text(token).codePointAt(0));
    }

    private static boolean isNote(Lexed lexed, List<Token> tokens, int open, int close) {
        List<Token> inside = tokens.subList(open + 1, close);
        if (inside.isEmpty()) {
            return false;
        }
        Token before = tokens.get(open - 1);
        if (inside.size() == 1) {
            int type = inside.get(0).getType();
            boolean fullMarks = type == KpiGrammarLexer.QUANTITY
                    && Lexed.touch(before, tokens.get(open))
                    && lexed.text(before).endsWith("分");
            boolean word = type == KpiGrammarLexer.WORD && !Operands.isName(before.getType());
            if (type == KpiGrammarLexer.PERCENT || fullMarks || word && begins(lexed, inside)) {
                return true;
            }
        }
        return isAbbreviated(lexed, inside) || begins(lexed, inside) && !isExpressionList(inside);
    }

    /** {@code (incl. part-time)}: no table is followed by a point and a blank. */
    private static boolean isAbbreviated(Lexed lexed, List<Token> inside) {
        return inside.size() > 2
                && ENGLISH_BEGINNINGS.contains(lexed.text(inside.get(0)))
                && inside.get(1).getType() == KpiGrammarLexer.DOT
                && !Lexed.touch(inside.get(1), inside.get(2));
    }

    private static boolean begins(Lexed lexed, List<Token> inside) {
        String first = lexed.text(inside.get(0));
        return FootnoteMark.is(first.codePointAt(0))
                || BEGINNINGS.stream().anyMatch(first::startsWith)
                || inside.size() > 1
                        && ENGLISH_BEGINNINGS.contains(first)
                        && !Lexed.touch(inside.get(0), inside.get(1));
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
