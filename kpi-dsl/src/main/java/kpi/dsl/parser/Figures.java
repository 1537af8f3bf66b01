package kpi.dsl.parser;

import java.util.List;
import java.util.Set;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Merges the tokens of a figure, a period or a date in clauses that hold no expression. */
final class Figures {
    private final Lexed lexed;
    private final List<Token> in;
    private final Set<String> unitWords;
    private final Phrases phrases;
    private final Problems problems;

    Figures(Lexed lexed, List<Token> in, Set<String> unitWords, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.unitWords = unitWords;
        this.phrases = new Phrases(lexed, in);
        this.problems = problems;
    }

    /** Adds the figure that begins at a token, with its sign, its unit and what is noted behind it; answers the index behind it. */
    int add(int i, List<Token> out, Slot... keywords) {
        int number = i;
        if (in.get(i).getType() != KpiGrammarLexer.QUANTITY) {
            number = i + 1;
            if (number >= in.size() || in.get(number).getType() != KpiGrammarLexer.QUANTITY) {
                out.add(in.get(i));
                return number;
            }
        }
        int end = Grouping.merge(lexed, in, number, false, problems);
        Span span = lexed.span(in.get(number), in.get(end - 1));
        NumberShape.Shape shape = NumberShape.judge(span, problems);
        if (shape == NumberShape.Shape.NUMBER && isUnitWord(end, keywords)) {
            end++;
        }
        if (end < in.size() && in.get(end).getType() == KpiGrammarParser.NOTE) {
            end++;
        }
        int type = shape == NumberShape.Shape.DATE ? KpiGrammarParser.DATE : KpiGrammarParser.FIGURE;
        out.add(lexed.as(type, in.get(i), in.get(end - 1)));
        return end;
    }

    /** {@code 226,157 人}: a Chinese or declared word right behind a number without a unit. */
    private boolean isUnitWord(int i, Slot... keywords) {
        if (i >= in.size()
                || in.get(i).getType() != KpiGrammarLexer.WORD
                || !Lexed.sameLine(in.get(i - 1), in.get(i))) {
            return false;
        }
        String word = lexed.text(in.get(i));
        return NumberShape.lacksUnit(lexed.text(in.get(i - 1)))
                && phrases.at(i, keywords).isEmpty()
                && (unitWords.contains(word) || Character.isIdeographic(word.codePointAt(0)));
    }

    /**
     * Where the period that begins at a token ends: {@code 109}, {@code 109/03}.
     *
     * @param alone whether it needs no colon here
     * @param titled whether a text may stand before the colon
     * @return the index behind it, or {@code i} if this is no period
     */
    int periodEnd(int i, boolean alone, boolean titled) {
        if (in.get(i).getType() != KpiGrammarLexer.QUANTITY) {
            return i;
        }
        int end = i + 1;
        while (joined(end, KpiGrammarLexer.SLASH)) {
            end += 2;
        }
        int colon = titled && is(end, KpiGrammarLexer.TEXT) ? end + 1 : end;
        return alone || is(colon, KpiGrammarLexer.COLON) ? end : i;
    }

    /** Where the date that begins at a token ends: {@code 109/12/15}, {@code 2020-12-31}. */
    int dateEnd(int i) {
        int end = i + 1;
        while (joined(end, KpiGrammarLexer.SLASH) || joined(end, KpiGrammarLexer.MINUS)) {
            end += 2;
        }
        return end;
    }

    private boolean joined(int sign, int type) {
        return is(sign, type)
                && is(sign + 1, KpiGrammarLexer.QUANTITY)
                && Lexed.touch(in.get(sign - 1), in.get(sign))
                && Lexed.touch(in.get(sign), in.get(sign + 1));
    }

    private boolean is(int i, int type) {
        return i < in.size() && in.get(i).getType() == type;
    }

    /** The bracket that closes this one; brackets were matched before. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < in.size(); i++) {
            depth += Brackets.isOpen(in.get(i)) ? 1 : Brackets.isClose(in.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return in.size() - 1;
    }
}
