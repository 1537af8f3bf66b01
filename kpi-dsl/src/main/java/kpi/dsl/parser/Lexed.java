package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import kpi.source.DisplayWidth;
import kpi.source.Source;
import kpi.source.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** A text in tokens; also makes the tokens that passes put in place of others. */
final class Lexed {
    /** Lines further right than any tab stop count alike. */
    private static final int TAB = 8;

    private final Source source;
    private final Pair<TokenSource, CharStream> origin;
    private final List<Token> tokens = new ArrayList<>();
    private int measuredTo;
    private int measuredColumn;

    Lexed(Source source) {
        this.source = source;
        CharStream chars = new FoldedChars(source.text());
        KpiGrammarLexer lexer = new KpiGrammarLexer(chars);
        lexer.removeErrorListeners();
        lexer.setTokenFactory(WrittenToken.FACTORY);
        origin = new Pair<>(lexer, chars);
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(token);
        }
    }

    Source source() {
        return source;
    }

    /** Everything but blanks and comments. */
    List<Token> tokens() {
        return tokens;
    }

    String text(Token token) {
        return token instanceof WrittenToken written
                ? written.in(source.text())
                : source.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span span(Token token) {
        return source.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span span(Token first, Token last) {
        return source.span(first.getStartIndex(), last.getStopIndex() + 1);
    }

    /** What stands between two tokens. */
    Span between(Token left, Token right) {
        return source.span(left.getStopIndex() + 1, right.getStartIndex());
    }

    Span after(Token token) {
        return source.span(token.getStopIndex() + 1, token.getStopIndex() + 1);
    }

    Token as(int type, Token token) {
        return as(type, token, token);
    }

    /** One token in place of several. */
    Token as(int type, Token first, Token last) {
        return make(type, first.getStartIndex(), last.getStopIndex(), first.getLine());
    }

    /** A token of some of the text, on the line of another. */
    Token cut(int type, Token line, int start, int end) {
        return make(type, start, end - 1, line.getLine());
    }

    /** A token of no text behind another. */
    Token mark(int type, Token before) {
        return make(type, before.getStopIndex() + 1, before.getStopIndex(), before.getLine());
    }

    private Token make(int type, int start, int stop, int line) {
        WrittenToken made = new WrittenToken(origin, type, Token.DEFAULT_CHANNEL, start, stop);
        made.setLine(line);
        return made;
    }

    static boolean touch(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    static boolean sameLine(Token left, Token right) {
        return left.getLine() == right.getLine();
    }

    /** How far a token stands to the right on paper with a grid; full-width characters take two places. */
    int indentation(Token token) {
        String text = source.text();
        int start = token.getStartIndex();
        // Asked from left to right, even a very long line is walked once.
        boolean goesOn = start >= measuredTo && isOneLine(text, measuredTo, start);
        int at = goesOn ? measuredTo : lineStart(text, start);
        int column = goesOn ? measuredColumn : 0;
        while (at < start) {
            int codePoint = text.codePointAt(at);
            column = codePoint == '\t' ? (column / TAB + 1) * TAB : column + DisplayWidth.of(codePoint);
            at += Character.charCount(codePoint);
        }
        measuredTo = start;
        measuredColumn = column;
        return column;
    }

    /** The blanks before the first word of its line; none where others stand before it. */
    String margin(Token token) {
        String before = source.text().substring(lineStart(source.text(), token.getStartIndex()), token.getStartIndex());
        return before.isBlank() ? before : "";
    }

    /** The blanks that begin the line of a token. */
    String marginOfLine(Token token) {
        int start = lineStart(source.text(), token.getStartIndex());
        int end = start;
        while (end < token.getStartIndex()
                && Character.isWhitespace(source.text().charAt(end))) {
            end++;
        }
        return source.text().substring(start, end);
    }

    private static boolean isOneLine(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBreak(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
