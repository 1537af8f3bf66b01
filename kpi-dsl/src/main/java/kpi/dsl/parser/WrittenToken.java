package kpi.dsl.parser;

import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** A token that is asked for its text many times and cuts it out of the source once. */
final class WrittenToken extends CommonToken {
    private static final long serialVersionUID = 1L;

    /** Makes such tokens for a lexer. */
    static final TokenFactory<WrittenToken> FACTORY = new TokenFactory<>() {
        @Override
        public WrittenToken create(
                Pair<TokenSource, CharStream> source,
                int type,
                String text,
                int channel,
                int start,
                int stop,
                int line,
                int column) {
            WrittenToken token = new WrittenToken(source, type, channel, start, stop);
            token.setLine(line);
            token.setCharPositionInLine(column);
            return token;
        }

        @Override
        public WrittenToken create(int type, String text) {
            throw new UnsupportedOperationException("no token stands outside its text");
        }
    };

    private transient Optional<String> written = Optional.empty();

    WrittenToken(Pair<TokenSource, CharStream> source, int type, int channel, int start, int stop) {
        super(source, type, channel, start, stop);
    }

    /** What stands in the source. */
    String in(String source) {
        if (written.isEmpty()) {
            written = Optional.of(source.substring(getStartIndex(), getStopIndex() + 1));
        }
        return written.get();
    }
}
