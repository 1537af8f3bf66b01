package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * A figure of another KPI in words: 死亡 的目標達成度, {@code attainment of DEATHS}, 目標達成度 死亡. It is written like a
 * call, {@code attainment(DEATHS)}.
 */
final class FigureWords {
    private FigureWords() {}

    /** Two operands without an operator between, where one is the word for a figure and the other the name of a KPI. */
    static Optional<Problem.Builder> ofKpi(Lexed lexed, List<Token> tokens, int at) {
        Token left = tokens.get(at - 1);
        Token right = tokens.get(at);
        boolean names = Operands.isName(left.getType()) && Operands.isName(right.getType());
        if (!names || !Lexed.sameLine(left, right)) {
            return Optional.empty();
        }
        boolean of = lexed.text(right).equals("of");
        if (of) {
            boolean named = at + 1 < tokens.size()
                    && Operands.isName(tokens.get(at + 1).getType())
                    && Lexed.sameLine(right, tokens.get(at + 1));
            return isFigure(lexed.text(left)) && named
                    ? Optional.of(problem(lexed, left, tokens.get(at + 1), lexed.text(left), tokens.get(at + 1)))
                    : Optional.empty();
        }
        if (isFigure(lexed.text(left))) {
            return Optional.of(problem(lexed, left, right, lexed.text(left), right));
        }
        String word = lexed.text(right).startsWith("的") ? lexed.text(right).substring(1) : lexed.text(right);
        return isFigure(word) ? Optional.of(problem(lexed, left, right, word, left)) : Optional.empty();
    }

    private static boolean isFigure(String word) {
        return Keyword.ofWord(Slot.MEASURE, word)
                .filter(keyword -> keyword != Keyword.ATTAINED_SHARE && keyword != Keyword.MEAN_ATTAINMENT)
                .isPresent();
    }

    private static Problem.Builder problem(Lexed lexed, Token first, Token last, String figure, Token kpi) {
        Span span = lexed.span(first, last);
        String right = figure + "(" + lexed.text(kpi) + ")";
        return Problem.of(SyntaxCode.FIGURE_OF_KPI, span)
                .with("text", span)
                .with("right", right)
                .edit(span, right);
    }
}
