package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.source.Source;
import org.antlr.v4.runtime.Token;

/** The comments of a text, handed out from first to last. */
final class Comments {
    /**
     * A comment.
     *
     * @param behind where the token before it ends
     * @param alone whether it is the first of its line
     */
    record Comment(String text, int start, int end, int behind, boolean alone) {}

    private final Source source;
    private final List<Comment> comments = new ArrayList<>();
    private int next;

    Comments(Lexed lexed) {
        this.source = lexed.source();
        int from = 0;
        for (Token token : lexed.tokens()) {
            gap(from, token.getStartIndex());
            from = token.getStopIndex() + 1;
            if (token.getType() == KpiGrammarLexer.UNCLOSED_TEXT) {
                // An inch sign in a cell: the comment behind it is one all the same.
                unclosed(startsIn(lexed, token), from);
            }
        }
        gap(from, source.text().length());
    }

    private void gap(int from, int to) {
        String text = source.text();
        boolean alone = from == 0;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (isSign(c)) {
                int end = at;
                while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                comments.add(new Comment(text.substring(at, end).stripTrailing(), at, end, from, alone));
                at = end;
            } else {
                alone |= c == '\n' || c == '\r';
                at++;
            }
        }
    }

    private void unclosed(int from, int to) {
        if (from < to) {
            comments.add(new Comment(source.text().substring(from, to).stripTrailing(), from, to, to, false));
        }
    }

    /** Where the comment begins that a token took with it, its quote being open; behind the token if it took none. */
    static int startsIn(Lexed lexed, Token token) {
        int end = token.getStopIndex() + 1;
        if (token.getType() == KpiGrammarLexer.UNCLOSED_TEXT) {
            for (int i = token.getStartIndex(); i < end; i++) {
                if (isSign(lexed.source().text().charAt(i))) {
                    return i;
                }
            }
        }
        return end;
    }

    private static boolean isSign(char c) {
        return c == '#' || c == '＃';
    }

    /** The next comment, if it begins before a place. */
    Optional<Comment> before(int offset) {
        return next < comments.size() && comments.get(next).start() < offset
                ? Optional.of(comments.get(next++))
                : Optional.empty();
    }

    /** The next comment, if it stands on the line of the token that ends here, behind it. */
    Optional<Comment> behind(int end) {
        return next < comments.size()
                        && comments.get(next).behind() == end
                        && !comments.get(next).alone()
                ? Optional.of(comments.get(next++))
                : Optional.empty();
    }
}
