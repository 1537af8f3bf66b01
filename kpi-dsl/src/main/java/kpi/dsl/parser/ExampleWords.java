package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The pass between lexer and parser for an example: its title, what is given, what is expected. */
final class ExampleWords {
    private enum Part {
        HEAD,
        GIVEN,
        EXPECT
    }

    private final Lexed lexed;
    private final List<Token> in;
    private final Figures figures;
    private final Phrases phrases;
    private final List<Token> out = new ArrayList<>();
    private Part part = Part.HEAD;
    private boolean inCells;

    private ExampleWords(Lexed lexed, List<Token> in, Set<String> unitWords, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.phrases = new Phrases(lexed, in);
        this.figures = new Figures(lexed, in, unitWords, problems);
    }

    static Optional<List<Token>> of(Lexed lexed, List<Token> tokens, Set<String> unitWords, Problems problems) {
        int before = problems.count();
        List<Token> in = Notes.behindFigures(lexed, Money.withoutName(lexed, tokens));
        Characters.check(lexed, in, problems);
        if (problems.count() == before
                && !Brackets.match(lexed, in, 0, problems).sound()) {
            return Optional.empty();
        }
        ExampleWords words = new ExampleWords(lexed, in, unitWords, problems);
        words.run();
        return problems.count() == before ? Optional.of(words.out) : Optional.empty();
    }

    private void run() {
        out.add(in.get(0));
        int i = 1;
        while (i < in.size()) {
            Optional<Keyword> section = section(i);
            if (section.isPresent()) {
                part = section.get() == Keyword.GIVEN ? Part.GIVEN : Part.EXPECT;
                inCells = false;
                out.add(lexed.as(section.get().type(), in.get(i)));
                i++;
                continue;
            }
            if (beginsLine(i)) {
                out.add(lexed.mark(KpiGrammarParser.NEXT_LINE, in.get(i - 1)));
                inCells = false;
            }
            i = next(i);
        }
    }

    /** 設 and 應得 begin a section, but not where a name is due. */
    private Optional<Keyword> section(int i) {
        boolean nameDue = last() == KpiGrammarParser.GIVEN
                || last() == KpiGrammarLexer.SEMICOLON
                || last() == KpiGrammarLexer.SEPARATOR
                || last() == KpiGrammarLexer.EQ;
        return nameDue ? Optional.empty() : phrases.at(i, Slot.EXAMPLE).map(Phrases.Match::keyword);
    }

    private boolean beginsLine(int i) {
        return !Lexed.sameLine(in.get(i - 1), in.get(i))
                && part != Part.HEAD
                && last() != KpiGrammarParser.GIVEN
                && last() != KpiGrammarParser.EXPECT
                && !joins(last())
                && !joins(in.get(i).getType());
    }

    private static boolean joins(int type) {
        return switch (type) {
            case KpiGrammarLexer.COMMA,
                    KpiGrammarLexer.SEPARATOR,
                    KpiGrammarLexer.SEMICOLON,
                    KpiGrammarLexer.COLON,
                    KpiGrammarLexer.PLUS,
                    KpiGrammarLexer.MINUS,
                    KpiGrammarLexer.EQ -> true;
            default -> false;
        };
    }

    private int next(int i) {
        Token token = in.get(i);
        switch (token.getType()) {
            case KpiGrammarLexer.WORD -> {
                return word(i);
            }
            case KpiGrammarLexer.QUANTITY -> {
                return quantity(i);
            }
            case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> {
                boolean operator = part == Part.EXPECT && last() == KpiGrammarParser.FIGURE;
                return operator ? keep(i) : figures.add(i, out, Slot.EXAMPLE, Slot.VERDICT);
            }
            case KpiGrammarLexer.COLON -> inCells = part == Part.GIVEN && last() != KpiGrammarParser.PERIOD;
            case KpiGrammarLexer.SEMICOLON, KpiGrammarLexer.SEPARATOR -> inCells = false;
            case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN -> {
                if (part != Part.HEAD && Operands.isName(last())) {
                    int end = figures.closing(i);
                    out.add(lexed.as(KpiGrammarParser.QUALIFIER, token, in.get(end)));
                    return end + 1;
                }
            }
            default -> {
                // as it is
            }
        }
        return keep(i);
    }

    private int keep(int i) {
        out.add(in.get(i));
        return i + 1;
    }

    private int word(int i) {
        Optional<Phrases.Match> match = Optional.empty();
        if (part == Part.EXPECT) {
            match = Operands.isName(last()) || last() == KpiGrammarParser.QUALIFIER
                    ? phrases.at(i, Slot.ABSENCE)
                    : phrases.at(i, Slot.MEASURE, Slot.VERDICT, Slot.ABSENCE);
        } else if (last() == KpiGrammarLexer.EQ) {
            match = truth(i);
        } else if (!inCells
                && part == Part.GIVEN
                && (Operands.isName(last()) || last() == KpiGrammarParser.QUALIFIER || ofPeriodDue())) {
            match = phrases.at(i, Slot.ABSENCE);
        } else if (inCells && Operands.isName(last())) {
            match = truth(i);
        }
        if (match.isEmpty()) {
            return keep(i);
        }
        int end = i + match.get().words();
        out.add(lexed.as(match.get().keyword().type(), in.get(i), in.get(end - 1)));
        return end;
    }

    private Optional<Phrases.Match> truth(int i) {
        return phrases.at(i, Slot.EXPRESSION)
                .filter(found -> found.keyword() == Keyword.YES || found.keyword() == Keyword.NO);
    }

    private int quantity(int i) {
        if (part == Part.HEAD) {
            int end = figures.periodEnd(i, true, false);
            out.add(lexed.as(KpiGrammarParser.PERIOD, in.get(i), in.get(end - 1)));
            return end;
        }
        if (part == Part.GIVEN && periodDue()) {
            int end = figures.periodEnd(i, false, false);
            if (end > i && !isCount(in.get(end - 1))) {
                out.add(lexed.as(KpiGrammarParser.PERIOD, in.get(i), in.get(end - 1)));
                return end;
            }
        }
        int date = figures.dateEnd(i);
        if (part == Part.GIVEN && last() == KpiGrammarLexer.EQ && date > i + 1) {
            out.add(lexed.as(KpiGrammarParser.DATE, in.get(i), in.get(date - 1)));
            return date;
        }
        boolean counts = part == Part.GIVEN && !inCells && (Operands.isName(last()) || ofPeriodDue());
        int end = figures.add(i, out, Slot.EXAMPLE, Slot.VERDICT);
        if (!counts) {
            return end;
        }
        Token figure = out.remove(out.size() - 1);
        boolean rows = end < in.size() && lexed.text(in.get(end)).matches("rows?");
        Token last = rows ? in.get(end) : figure;
        boolean count = rows || isCount(figure);
        out.add(lexed.as(count ? KpiGrammarParser.COUNT : KpiGrammarParser.FIGURE, figure, last));
        return rows ? end + 1 : end;
    }

    /** {@code X 94: …; 95: …}: behind a name, or after a figure of that name. */
    private boolean periodDue() {
        return !inCells
                && switch (last()) {
                    case KpiGrammarParser.QUALIFIER,
                            KpiGrammarLexer.SEMICOLON,
                            KpiGrammarParser.NEXT_LINE,
                            KpiGrammarParser.FIGURE -> true;
                    default -> Operands.isName(last());
                };
    }

    /** Behind {@code 94:} stands what was then. */
    private boolean ofPeriodDue() {
        return last() == KpiGrammarLexer.COLON
                && out.size() > 1
                && out.get(out.size() - 2).getType() == KpiGrammarParser.PERIOD;
    }

    private boolean isCount(Token figure) {
        return lexed.text(figure).matches("[0-9]+\\s*筆");
    }

    private int last() {
        return out.get(out.size() - 1).getType();
    }
}
