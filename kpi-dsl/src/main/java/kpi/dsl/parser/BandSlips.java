package kpi.dsl.parser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Ends of bands in another order or in signs, 100%未滿 and ≧90%, and a file without the word before it. */
final class BandSlips {
    private static final Map<Integer, String> SIDES = Map.of(
            KpiGrammarParser.GE,
            "%s以上",
            KpiGrammarParser.LE,
            "%s以下",
            KpiGrammarParser.GT,
            "超過%s",
            KpiGrammarParser.LT,
            "未滿%s");

    private BandSlips() {}

    static Optional<Problem.Builder> of(Lexed lexed, List<Token> tokens, int at, IntervalSet expected) {
        Token found = tokens.get(at);
        int first = tokens.get(0).getType();
        if (first == KpiGrammarParser.DATA && found.getType() == KpiGrammarParser.TEXT) {
            String right = Keyword.FROM_FILE.chinese().get(0) + " " + lexed.text(found);
            return Optional.of(Habits.otherwise(lexed.span(found), right));
        }
        if (first != KpiGrammarParser.GRADE) {
            return Optional.empty();
        }
        boolean before =
                found.getType() == KpiGrammarParser.GRADE_UNDER || found.getType() == KpiGrammarParser.GRADE_OVER;
        boolean alone = at + 1 >= tokens.size() || tokens.get(at + 1).getType() != KpiGrammarParser.FIGURE;
        if (before && alone && tokens.get(at - 1).getType() == KpiGrammarParser.FIGURE) {
            Span both = lexed.span(tokens.get(at - 1), found);
            return Optional.of(Habits.otherwise(both, lexed.text(found) + lexed.text(tokens.get(at - 1))));
        }
        String side = SIDES.get(found.getType());
        boolean figure = expected.contains(KpiGrammarParser.FIGURE)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).getType() == KpiGrammarParser.FIGURE;
        return side != null && figure
                ? Optional.of(Habits.otherwise(
                        lexed.span(found, tokens.get(at + 1)), side.replace("%s", lexed.text(tokens.get(at + 1)))))
                : Optional.empty();
    }
}
