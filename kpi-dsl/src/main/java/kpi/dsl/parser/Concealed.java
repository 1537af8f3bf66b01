package kpi.dsl.parser;

import java.util.Optional;
import java.util.function.IntPredicate;
import kpi.diagnostic.Problem;
import kpi.diagnostic.VisibleText;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Refuses what cannot be seen inside names, texts and comments, so that no source reads otherwise than it looks. A name
 * holds nothing unseen at all. A text may hold what writing needs, such as marks of direction, which are shown by their
 * number; a comment may not turn the direction of the code behind it.
 */
final class Concealed {
    private final Lexed lexed;
    private final Problems problems;

    private Concealed(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
    }

    static void check(Lexed lexed, Problems problems) {
        if (isPlain(lexed.source().text())) {
            return;
        }
        Concealed concealed = new Concealed(lexed, problems);
        for (Token token : lexed.tokens()) {
            concealed.check(token);
        }
        Comments comments = new Comments(lexed);
        int end = lexed.source().text().length();
        for (Optional<Comments.Comment> next = comments.before(end); next.isPresent(); next = comments.before(end)) {
            concealed.check(
                    next.get().start(), next.get().end(), c -> VisibleText.isDamage(c) || VisibleText.isDirection(c));
        }
    }

    /** Whether every character is one that all can see: ASCII, common Han characters, full-width signs. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F
                    || c == '\n'
                    || c == '\t'
                    || c >= 0x4E00 && c <= 0x9FA5
                    || c >= 0xFF01 && c <= 0xFF5E
                    || c == '×';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private void check(Token token) {
        switch (token.getType()) {
            case KpiGrammarLexer.WORD, KpiGrammarLexer.ID, KpiGrammarLexer.QUANTITY, KpiGrammarLexer.QUOTED_NAME ->
                check(token.getStartIndex(), token.getStopIndex() + 1, c -> !VisibleText.isVisible(c));
            case KpiGrammarLexer.TEXT -> check(token.getStartIndex(), token.getStopIndex() + 1, VisibleText::isDamage);
            default -> {
                // a sign, or a character that is told where it is read
            }
        }
    }

    private void check(int from, int to, IntPredicate refused) {
        String text = lexed.source().text();
        int at = from;
        while (at < to) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (refused.test(codePoint)) {
                while (next < to && text.codePointAt(next) == codePoint) {
                    next += Character.charCount(codePoint);
                }
                report(lexed.source().span(at, next), codePoint);
            }
            at = next;
        }
    }

    private void report(Span span, int codePoint) {
        Problem.Builder problem = Characters.describe(SyntaxCode.INVISIBLE_CHARACTER, span);
        problems.add(problem.edit(span, codePoint == '\t' ? " " : ""));
    }
}
