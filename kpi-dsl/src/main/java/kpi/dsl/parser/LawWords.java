package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The pass between lexer and parser for laws (檢核), one a line. */
final class LawWords {
    private final Lexed lexed;
    private final List<Token> in;
    private final Figures figures;
    private final Phrases phrases;
    private final List<Token> out = new ArrayList<>();
    private boolean inCells;

    private LawWords(Lexed lexed, List<Token> in, Set<String> unitWords, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.phrases = new Phrases(lexed, in);
        this.figures = new Figures(lexed, in, unitWords, problems);
    }

    static Optional<List<Token>> of(Lexed lexed, List<Token> tokens, Set<String> unitWords, Problems problems) {
        int before = problems.count();
        Characters.check(lexed, tokens, problems);
        if (problems.count() == before
                && !Brackets.match(lexed, tokens, 0, problems).sound()) {
            return Optional.empty();
        }
        LawWords words = new LawWords(lexed, tokens, unitWords, problems);
        words.run();
        return problems.count() == before ? Optional.of(words.out) : Optional.empty();
    }

    private void run() {
        out.add(in.get(0));
        int i = 1;
        while (i < in.size()) {
            if (!Lexed.sameLine(in.get(i - 1), in.get(i)) && !goesOnBehind(last()) && !goesOn(i)) {
                out.add(lexed.mark(KpiGrammarParser.NEXT_LINE, in.get(i - 1)));
                inCells = false;
            }
            i = next(i);
        }
    }

    private boolean goesOn(int i) {
        return in.get(i).getType() == KpiGrammarLexer.COMMA
                || phrases.at(i, Slot.LAW)
                        .filter(found -> found.keyword() == Keyword.LAW_WHEN || found.keyword() == Keyword.LAW_TO)
                        .isPresent();
    }

    /** Whether a law goes on behind such a word, also on the next line. */
    static boolean goesOnBehind(int type) {
        return switch (type) {
            case KpiGrammarLexer.COMMA,
                    KpiGrammarLexer.SEPARATOR,
                    KpiGrammarParser.LAW,
                    KpiGrammarParser.LAW_WHEN,
                    KpiGrammarParser.LAW_WITH,
                    KpiGrammarParser.LAW_BETWEEN,
                    KpiGrammarParser.LAW_TO -> true;
            default -> false;
        };
    }

    private int next(int i) {
        Token token = in.get(i);
        return switch (token.getType()) {
            case KpiGrammarLexer.WORD -> word(i);
            case KpiGrammarLexer.QUANTITY, KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> quantity(i);
            case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN -> bracket(i);
            default -> keep(i);
        };
    }

    private int keep(int i) {
        out.add(in.get(i));
        return i + 1;
    }

    private int word(int i) {
        Optional<Phrases.Match> match = last() == KpiGrammarParser.LAW || last() == KpiGrammarParser.NEXT_LINE
                ? phrases.at(i, Slot.LAW, Slot.MEASURE)
                : phrases.at(i, Slot.LAW);
        if (match.isEmpty() && inCells && Operands.isName(last())) {
            match = phrases.at(i, Slot.EXPRESSION)
                    .filter(found -> found.keyword() == Keyword.YES || found.keyword() == Keyword.NO);
        }
        if (match.isEmpty()) {
            return keep(i);
        }
        int end = i + match.get().words();
        Keyword keyword = match.get().keyword();
        out.add(lexed.as(keyword.type(), in.get(i), in.get(end - 1)));
        inCells = keyword == Keyword.LAW_ADDED || inCells && keyword != Keyword.LAW_WHEN;
        return end;
    }

    private int quantity(int i) {
        int date = inCells && in.get(i).getType() == KpiGrammarLexer.QUANTITY ? figures.dateEnd(i) : i;
        if (date > i + 1) {
            out.add(lexed.as(KpiGrammarParser.DATE, in.get(i), in.get(date - 1)));
            return date;
        }
        return figures.add(i, out, Slot.LAW);
    }

    private int bracket(int i) {
        if (!Operands.isName(last())) {
            return keep(i);
        }
        int end = figures.closing(i);
        out.add(lexed.as(KpiGrammarParser.QUALIFIER, in.get(i), in.get(end)));
        return end + 1;
    }

    private int last() {
        return out.get(out.size() - 1).getType();
    }
}
