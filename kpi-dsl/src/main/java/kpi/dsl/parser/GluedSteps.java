package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Cuts the word of a step from the number that documents print right behind it: {@code ，上限100%}. Behind a comma that
 * separates no arguments no name can stand, so nothing else can be meant.
 */
final class GluedSteps {
    private GluedSteps() {}

    /**
     * The tokens with such words cut.
     *
     * @param steps where a step begins without a comma; behind the tokens if nowhere
     */
    static List<Token> cut(Lexed lexed, List<Token> tokens, int steps) {
        List<Token> out = new ArrayList<>(tokens.size() + 1);
        Deque<Boolean> calls = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean due = i == steps
                    || i > 0
                            && tokens.get(i - 1).getType() == KpiGrammarLexer.COMMA
                            && (calls.isEmpty() || !calls.element());
            int length = due ? keywordLength(lexed, token) : 0;
            if (length > 0) {
                int start = token.getStartIndex();
                boolean percent = i + 1 < tokens.size()
                        && tokens.get(i + 1).getType() == KpiGrammarLexer.PERCENT
                        && Lexed.touch(token, tokens.get(i + 1));
                i += percent ? 1 : 0;
                out.add(lexed.cut(KpiGrammarLexer.WORD, token, start, start + length));
                out.add(lexed.cut(
                        KpiGrammarLexer.QUANTITY,
                        token,
                        start + length,
                        tokens.get(i).getStopIndex() + 1));
                continue;
            }
            if (Brackets.isOpen(token)) {
                calls.push(i > 0 && Operands.isName(tokens.get(i - 1).getType()));
            } else if (Brackets.isClose(token)) {
                calls.poll();
            }
            out.add(token);
        }
        return out;
    }

    /** How long the keyword is that a digit follows; 0 if there is none. */
    private static int keywordLength(Lexed lexed, Token token) {
        if (token.getType() != KpiGrammarLexer.WORD && token.getType() != KpiGrammarLexer.ID) {
            return 0;
        }
        String text = Folding.narrow(lexed.text(token));
        int length = 0;
        while (length < text.length() && Character.isIdeographic(text.charAt(length))) {
            length++;
        }
        boolean digit = length > 0 && length < text.length() && Character.isDigit(text.charAt(length));
        return digit && isStep(text.substring(0, length)) ? length : 0;
    }

    private static boolean isStep(String word) {
        Optional<Keyword> step = Keyword.ofWord(Slot.STEP, word);
        return step.or(() -> Keyword.ofWord(Slot.CAP, word)).isPresent();
    }
}
