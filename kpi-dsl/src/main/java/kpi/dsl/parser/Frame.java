package kpi.dsl.parser;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What documents print around a formula and what is no part of it: {@code 計算公式：a/b×100%。} */
final class Frame {
    private static final Set<String> LABELS = Set.of(
            "公式", "計算公式", "計算方式", "計算式", "算式", "KPI計算公式", "指標公式", "衡量公式", "衡量標準", "評估公式", "評量公式", "公式為", "formula",
            "Formula");

    private Frame() {}

    /**
     * The tokens without the label before the formula and the full stop behind it.
     *
     * @param from where the formula begins; tokens before it stay
     */
    static List<Token> without(Lexed lexed, List<Token> tokens, int from) {
        int end = tokens.size();
        if (end > from + 1 && isStop(lexed, tokens.get(end - 1))) {
            end--;
        }
        int start = from;
        if (start > 0
                && start < end
                && is(tokens, start, KpiGrammarLexer.COLON)
                && tokens.get(start - 1).getType() == KpiGrammarParser.FORMULA) {
            start++; // 公式：…
        } else if (start + 2 < end
                && is(tokens, start, KpiGrammarLexer.WORD)
                && is(tokens, start + 1, KpiGrammarLexer.COLON)
                && LABELS.contains(lexed.text(tokens.get(start)))) {
            start += 2;
        }
        if (start == from) {
            return end == tokens.size() ? tokens : tokens.subList(0, end);
        }
        List<Token> kept = new java.util.ArrayList<>(tokens.subList(0, from));
        kept.addAll(tokens.subList(start, end));
        return kept;
    }

    /** 。 or a point behind the last operand, which continues nothing. */
    private static boolean isStop(Lexed lexed, Token last) {
        return lexed.text(last).equals("。") || last.getType() == KpiGrammarLexer.DOT;
    }

    private static boolean is(List<Token> tokens, int at, int type) {
        return tokens.get(at).getType() == type;
    }
}
