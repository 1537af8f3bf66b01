package kpi.dsl.parser;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** The tokens of one clause, as the parser reads them. */
final class ListedTokens implements TokenStream {
    private final List<Token> tokens;
    private final Token end;
    private int position;

    ListedTokens(List<Token> tokens, Token end) {
        this.tokens = tokens;
        this.end = end;
    }

    @Override
    public Token LT(int offset) {
        int at = offset < 0 ? position + offset : position + offset - 1;
        return get(at);
    }

    @Override
    public int LA(int offset) {
        return LT(offset).getType();
    }

    @Override
    public Token get(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : end;
    }

    @Override
    public void consume() {
        if (position >= tokens.size()) {
            throw new IllegalStateException("cannot consume the end");
        }
        position++;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // nothing is buffered
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return tokens.size() + 1;
    }

    @Override
    public TokenSource getTokenSource() {
        return end.getTokenSource();
    }

    @Override
    public String getSourceName() {
        return "";
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int i = interval.a; i <= interval.b && i < tokens.size(); i++) {
            text.append(tokens.get(i).getText());
        }
        return text.toString();
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, tokens.size() - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return start.getInputStream().getText(Interval.of(start.getStartIndex(), stop.getStopIndex()));
    }
}
