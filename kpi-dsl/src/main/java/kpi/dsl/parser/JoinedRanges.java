package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Cuts two figures that are printed in one, 0至100分, at the word between them. */
final class JoinedRanges {
    private static final Pattern RANGE = Pattern.compile("([0-9.]+[^0-9至]*)(至)([0-9].*)");

    private JoinedRanges() {}

    static List<Token> cut(Lexed lexed, List<Token> tokens) {
        List<Token> out = new ArrayList<>(tokens.size() + 2);
        for (Token token : tokens) {
            Matcher range = token.getType() == KpiGrammarLexer.QUANTITY
                    ? RANGE.matcher(Folding.narrow(lexed.text(token)))
                    : RANGE.matcher("");
            if (!range.matches()) {
                out.add(token);
                continue;
            }
            int start = token.getStartIndex();
            out.add(lexed.cut(KpiGrammarLexer.QUANTITY, token, start, start + range.end(1)));
            out.add(lexed.cut(KpiGrammarLexer.WORD, token, start + range.start(2), start + range.end(2)));
            out.add(lexed.cut(KpiGrammarLexer.QUANTITY, token, start + range.start(3), token.getStopIndex() + 1));
        }
        return out;
    }
}
