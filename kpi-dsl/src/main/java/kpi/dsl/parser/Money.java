package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * The name of the currency before a sum that says 元 itself: 新臺幣1億2,000萬元, NT$1,200元. It adds nothing and is left
 * out; before a figure without 元 it stays, and is refused.
 */
final class Money {
    private static final Pattern NAME = Pattern.compile("(?:新臺幣|新台幣|臺幣|台幣|NTD|NT)(?![A-Za-z])");
    private static final Pattern SUM = Pattern.compile("\\s*[0-9０-９][0-9０-９,，.．十百千萬億兆\\s]*元");

    private Money() {}

    static List<Token> withoutName(Lexed lexed, List<Token> tokens) {
        List<Token> out = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Matcher name = token.getType() == KpiGrammarLexer.WORD && due(out)
                    ? NAME.matcher(lexed.text(token))
                    : NAME.matcher("");
            if (!name.lookingAt()) {
                out.add(token);
                continue;
            }
            int behind = i + 1;
            int end = token.getStartIndex() + name.end();
            boolean whole = end > token.getStopIndex();
            boolean dollar = whole
                    && behind < tokens.size()
                    && Lexed.touch(token, tokens.get(behind))
                    && "$＄".contains(lexed.text(tokens.get(behind)));
            if (dollar) {
                end = tokens.get(behind).getStopIndex() + 1;
            }
            String text = lexed.source().text();
            if (!SUM.matcher(text).region(end, text.length()).lookingAt()) {
                out.add(token);
            } else if (!whole) {
                out.add(lexed.cut(KpiGrammarLexer.QUANTITY, token, end, token.getStopIndex() + 1));
            } else if (dollar) {
                i++;
            }
        }
        return out;
    }

    /** Whether a figure may begin here: behind a colon, a relation, an equals sign. */
    private static boolean due(List<Token> out) {
        if (out.isEmpty()) {
            return false;
        }
        return switch (out.get(out.size() - 1).getType()) {
            case KpiGrammarLexer.COLON,
                    KpiGrammarLexer.EQ,
                    KpiGrammarLexer.LE,
                    KpiGrammarLexer.GE,
                    KpiGrammarLexer.PLUS,
                    KpiGrammarLexer.MINUS,
                    KpiGrammarLexer.COMMA,
                    KpiGrammarLexer.WORD -> true;
            default -> Operands.isName(out.get(out.size() - 1).getType());
        };
    }
}
