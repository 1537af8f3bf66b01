package kpi.dsl.parser;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Which words behind a number or a value are its unit. */
final class UnitWords {
    private final Lexed lexed;
    private final List<Token> in;
    private final Phrases phrases;
    private final Set<String> declared;

    /** Units the author declared may follow a number after a blank, as Chinese units may. */
    UnitWords(Lexed lexed, List<Token> in, Phrases phrases, Set<String> declared) {
        this.lexed = lexed;
        this.in = in;
        this.phrases = phrases;
        this.declared = declared;
    }

    /** {@code 0.1 分}: a Chinese or declared word right behind a number on its line, where no operand may stand. */
    boolean follows(int i, Token number) {
        if (i >= in.size() || in.get(i).getType() != KpiGrammarLexer.WORD || !Lexed.sameLine(number, in.get(i))) {
            return false;
        }
        String word = lexed.text(in.get(i));
        boolean keyword =
                !phrases.at(i, Slot.EXPRESSION, Slot.CAP, Slot.CONVERSION).isEmpty();
        boolean called = i + 1 < in.size() && Brackets.isOpen(in.get(i + 1));
        return !keyword
                && !called
                && NumberShape.lacksUnit(lexed.text(number))
                && (declared.contains(word) || Character.isIdeographic(word.codePointAt(0)));
    }

    /**
     * {@code 歲入 in 萬元}, {@code 歲入 以 萬元 計}: behind a value, a unit. In ("A", "B") asks something else.
     *
     * @return the index behind the unit, or the same index if none begins here
     */
    int conversionEnd(int i) {
        boolean measured = phrases.at(i, Slot.CONVERSION)
                        .filter(match -> match.keyword() == Keyword.MEASURED_IN)
                        .isPresent()
                && i + 1 < in.size()
                && phrases.at(i, Slot.CAP).isEmpty(); // in all
        if (!measured
                || in.get(i + 1).getType() != KpiGrammarLexer.WORD
                        && in.get(i + 1).getType() != KpiGrammarLexer.PERCENT) {
            return i;
        }
        int end = i + 2;
        while (end + 1 < in.size()
                && in.get(end).getType() == KpiGrammarLexer.SLASH
                && Lexed.touch(in.get(end - 1), in.get(end))
                && Lexed.touch(in.get(end), in.get(end + 1))) {
            end += 2;
        }
        return end;
    }
}
