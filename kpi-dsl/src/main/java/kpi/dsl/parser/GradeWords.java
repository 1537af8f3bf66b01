package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The pass between lexer and parser for the bands of a grade. Rules print a band without blanks, 80%以上未滿90%, so what
 * the lexer takes for one word is cut here, at the words that say which side of a figure is meant.
 */
final class GradeWords {
    private static final String REACHING = "達";

    private final Lexed lexed;
    private final List<Token> in;
    private final Phrases phrases;
    private final List<Token> out = new ArrayList<>();

    private GradeWords(Lexed lexed, List<Token> in) {
        this.lexed = lexed;
        this.in = in;
        this.phrases = new Phrases(lexed, in);
    }

    static Optional<List<Token>> of(Lexed lexed, List<Token> tokens, Problems problems) {
        int before = problems.count();
        Characters.check(lexed, tokens, problems);
        if (problems.count() > before) {
            return Optional.empty();
        }
        GradeWords words = new GradeWords(lexed, tokens);
        words.run();
        return Optional.of(words.out);
    }

    private void run() {
        out.add(in.get(0));
        int i = 1;
        Optional<Phrases.Match> by = phrases.at(i, Slot.BY);
        if (by.isPresent()) {
            i = keyword(i, by.get());
            Optional<Phrases.Match> measure = phrases.at(i, Slot.MEASURE);
            i = measure.isPresent() ? keyword(i, measure.get()) : i;
        }
        while (i < in.size()) {
            i = next(i);
        }
    }

    private int keyword(int i, Phrases.Match match) {
        out.add(lexed.as(match.keyword().type(), in.get(i), in.get(i + match.words() - 1)));
        return i + match.words();
    }

    private int next(int i) {
        Optional<Phrases.Match> side = phrases.at(i, Slot.GRADE);
        if (side.isPresent()) {
            return keyword(i, side.get());
        }
        if (isIncluded(i)) {
            return i + 3; // 80分（含）以上 says what 80分以上 says
        }
        if (isReaching(i)) {
            return i + 1;
        }
        if (!isPiece(in.get(i))) {
            out.add(in.get(i));
            return i + 1;
        }
        int end = i + 1;
        while (end < in.size() && goesOn(end)) {
            end++;
        }
        if (!cut(in.get(i), in.get(end - 1), end)) {
            out.addAll(in.subList(i, end));
        }
        return end;
    }

    /** （含） between a figure and 以上 or 以下. */
    private boolean isIncluded(int i) {
        return i + 3 < in.size()
                && Brackets.isOpen(in.get(i))
                && lexed.text(in.get(i + 1)).equals("含")
                && Brackets.isClose(in.get(i + 2))
                && out.get(out.size() - 1).getType() == KpiGrammarParser.FIGURE
                && phrases.at(i + 3, Slot.GRADE)
                        .filter(side -> side.keyword() == Keyword.GRADE_FROM || side.keyword() == Keyword.GRADE_UP_TO)
                        .isPresent();
    }

    /** 達 before a figure that 以上 follows. */
    private boolean isReaching(int i) {
        return lexed.text(in.get(i)).equals(REACHING)
                && i + 1 < in.size()
                && in.get(i + 1).getType() == KpiGrammarLexer.QUANTITY
                && out.size() > 1;
    }

    private static boolean isPiece(Token token) {
        return switch (token.getType()) {
            case KpiGrammarLexer.WORD,
                    KpiGrammarLexer.ID,
                    KpiGrammarLexer.QUANTITY,
                    KpiGrammarLexer.PERCENT,
                    KpiGrammarLexer.DOT,
                    KpiGrammarLexer.PLUS,
                    KpiGrammarLexer.MINUS -> true;
            default -> false;
        };
    }

    /** Whether a token is glued to the one before; a comma only where it groups digits. */
    private boolean goesOn(int i) {
        Token token = in.get(i);
        if (!Lexed.touch(in.get(i - 1), token)) {
            return false;
        }
        boolean grouping = lexed.text(token).equals(",")
                && lexed.text(in.get(i - 1)).matches(".*[0-9]")
                && i + 1 < in.size()
                && Lexed.touch(token, in.get(i + 1))
                && lexed.text(in.get(i + 1)).matches("[0-9]{3}(?![0-9]).*+");
        return grouping || isPiece(token);
    }

    /** Cuts a run of glued tokens into figures and sides; answers false if it is no such run. */
    private boolean cut(Token first, Token last, int behind) {
        String text = Folding.narrow(lexed.source().text().substring(first.getStartIndex(), last.getStopIndex() + 1));
        int start = first.getStartIndex();
        List<Token> pieces = new ArrayList<>();
        int at = 0;
        if (isUnit(first, text, behind)) {
            at = sideAfter(text, 0);
            Token figure = out.get(out.size() - 1);
            pieces.add(lexed.cut(KpiGrammarParser.FIGURE, figure, figure.getStartIndex(), start + at));
        }
        boolean widens = !pieces.isEmpty();
        if (!widens && text.startsWith(REACHING) && beginsFigure(text, REACHING.length())) {
            at = REACHING.length(); // 達90分以上
        }
        while (at < text.length()) {
            Optional<Keyword> side = sideAt(text, at);
            boolean afterFigure =
                    !pieces.isEmpty() && pieces.get(pieces.size() - 1).getType() == KpiGrammarParser.FIGURE;
            int end;
            int type;
            if (side.isPresent()) {
                end = at + spelling(text, at, side.get()).length();
                type = side.get().type();
            } else if (!afterFigure && beginsFigure(text, at)) {
                end = sideAfter(text, at);
                type = KpiGrammarParser.FIGURE;
            } else {
                return false;
            }
            pieces.add(lexed.cut(type, first, start + at, start + end));
            at = end;
        }
        if (widens) {
            out.remove(out.size() - 1);
        }
        out.addAll(pieces);
        return true;
    }

    /**
     * {@code 90 分以上}, {@code 90 分 and above}, {@code below 12.5 分}: a unit behind its figure. A word that a figure
     * follows is the label of the next band.
     */
    private boolean isUnit(Token first, String text, int behind) {
        Token figure = out.get(out.size() - 1);
        boolean sideFollows = sideAfter(text, 0) < text.length()
                || phrases.at(behind, Slot.GRADE).isPresent()
                || isLast(behind);
        return figure.getType() == KpiGrammarParser.FIGURE
                && NumberShape.lacksUnit(lexed.text(figure))
                && Lexed.sameLine(figure, first)
                && first.getType() != KpiGrammarLexer.QUANTITY
                && sideAt(text, 0).isEmpty()
                && sideFollows;
    }

    private boolean isLast(int behind) {
        return behind >= in.size()
                || !Lexed.sameLine(in.get(behind - 1), in.get(behind))
                || !isPiece(in.get(behind))
                || Operands.isName(in.get(behind).getType());
    }

    private static boolean beginsFigure(String text, int at) {
        char c = text.charAt(at);
        return Character.isDigit(c) || c == '.' || c == '-' || c == '+' || c == '−';
    }

    private static Optional<Keyword> sideAt(String text, int at) {
        for (Keyword keyword : Keyword.values()) {
            if (keyword.slot() == Slot.GRADE
                    && keyword.chinese().stream().anyMatch(word -> text.startsWith(word, at))) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    private static String spelling(String text, int at, Keyword side) {
        return side.chinese().stream()
                .filter(word -> text.startsWith(word, at))
                .findFirst()
                .orElse("");
    }

    /** Where the next side begins, or the end. */
    private static int sideAfter(String text, int from) {
        int at = from;
        while (at < text.length() && sideAt(text, at).isEmpty()) {
            at++;
        }
        return at;
    }
}
