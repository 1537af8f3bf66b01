package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words an author understands why the tokens do not fit: what stands there, and what could. */
final class Explanation {
    private static final int LISTED = 150;

    /** More would be a list nobody reads. */
    private static final int SHOWN = 5;

    private Explanation() {}

    static Problem.Builder of(
            Lexed lexed, List<Token> tokens, int at, Token end, Grammar.Kind kind, IntervalSet fitting) {
        IntervalSet expected = new IntervalSet(fitting);
        if (at >= tokens.size()) {
            return Problem.of(SyntaxCode.UNEXPECTED_END, lexed.span(end)).with("expected", named(expected));
        }
        Token found = tokens.get(at);
        Span span = lexed.span(found);
        if (beginsClause(lexed, tokens, at)) {
            return anotherClause(lexed, tokens, at);
        }
        Optional<Problem.Builder> grouping = Grouping.otherSign(lexed, span);
        if (grouping.isPresent()) {
            return grouping.get();
        }
        boolean afterOperand = kind == Grammar.Kind.EXPRESSION
                && at > 0
                && Operands.endsOperand(tokens.get(at - 1).getType());
        if (afterOperand && beginsOperand(found)) {
            return twoOperands(lexed, tokens, at);
        }
        if (afterOperand) {
            expected.add(KpiGrammarParser.PLUS);
        }
        Optional<Problem.Builder> band = BandSlips.of(lexed, tokens, at, expected);
        if (band.isPresent()) {
            return band.get();
        }
        Optional<String> digits = found.getType() == KpiGrammarParser.WORD
                        && (expected.contains(KpiGrammarParser.FIGURE) || expected.contains(KpiGrammarParser.QUANTITY))
                ? Numerals.inDigits(span.text())
                : Optional.empty();
        if (digits.isPresent()) {
            return Problem.of(SyntaxCode.NUMERAL, span)
                    .with("text", span.text())
                    .with("digits", digits.get())
                    .edit(span, digits.get());
        }
        if (expected.contains(KpiGrammarParser.TEXT) && found.getType() == KpiGrammarParser.WORD) {
            int last = at;
            while (last + 2 < tokens.size()
                    && tokens.get(last + 1).getType() == KpiGrammarParser.DOT
                    && Lexed.touch(tokens.get(last), tokens.get(last + 1))
                    && Lexed.touch(tokens.get(last + 1), tokens.get(last + 2))) {
                last += 2; // 死亡.csv
            }
            Span whole = lexed.span(found, tokens.get(last));
            return Problem.of(SyntaxCode.UNQUOTED_TEXT, whole)
                    .with("text", whole.text())
                    .with("expected", named(expected))
                    .edit(whole, "\"" + whole.text() + "\"");
        }
        Optional<String> glued = found.getType() == KpiGrammarParser.WORD
                ? ExpectedNames.startOf(span.text(), expected)
                : Optional.empty();
        if (glued.isPresent()) {
            return Problem.of(SyntaxCode.UNSPLIT_KEYWORD, span)
                    .with("word", span.text())
                    .with("keyword", glued.get())
                    .edit(
                            span,
                            glued.get() + " "
                                    + span.text().substring(glued.get().length()));
        }
        Problem.Builder problem = Problem.of(SyntaxCode.UNEXPECTED, span)
                .with("found", shown(lexed, found))
                .with("expected", named(expected));
        if (found.getType() == KpiGrammarParser.WORD) {
            Suggestion.nearest(span.text(), ExpectedNames.spellings(expected))
                    .ifPresent(near -> problem.edit(span, near));
        } else if (isStop(found)
                && at + 1 < tokens.size()
                && expected.contains(tokens.get(at + 1).getType())) {
            boolean apart = !Lexed.touch(found, tokens.get(at + 1));
            problem.edit(span, apart ? "" : " ");
        } else if (found.getType() == KpiGrammarParser.COMMA && expected.contains(KpiGrammarParser.SEMICOLON)) {
            problem.edit(span, span.text().equals("，") ? "；" : ";");
        }
        return problem;
    }

    /** A sign that separates nothing where it stands. */
    private static boolean isStop(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.COMMA,
                    KpiGrammarParser.SEPARATOR,
                    KpiGrammarParser.COLON,
                    KpiGrammarParser.SEMICOLON -> true;
            default -> false;
        };
    }

    /** A clause word behind a whole clause, outside brackets: {@code formula a / b unit %}. */
    private static boolean beginsClause(Lexed lexed, List<Token> tokens, int at) {
        if (at < 2 || !OtherClause.begins(lexed, tokens, at)) {
            return false;
        }
        int brackets = 0;
        for (Token token : tokens.subList(0, at)) {
            brackets += token.getType() == KpiGrammarParser.OPEN || token.getType() == KpiGrammarParser.CALL_OPEN
                    ? 1
                    : token.getType() == KpiGrammarParser.CLOSE ? -1 : 0;
        }
        return brackets == 0;
    }

    private static Problem.Builder anotherClause(Lexed lexed, List<Token> tokens, int at) {
        int before = tokens.get(at - 1).getType() == KpiGrammarParser.NEXT_LINE ? at - 2 : at - 1;
        return OtherClause.problem(lexed, tokens.get(0), tokens.get(before), tokens.get(at));
    }

    private static Problem.Builder twoOperands(Lexed lexed, List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        Token found = tokens.get(at);
        Optional<Keyword> row = Keyword.ofWord(Slot.EXPRESSION, lexed.text(found))
                .filter(keyword ->
                        keyword == Keyword.WHEN || keyword == Keyword.OTHERWISE || keyword == Keyword.EXCEPT);
        if (row.isPresent()) {
            return Problem.of(SyntaxCode.MISPLACED_CASE, lexed.span(found)).with("word", lexed.span(found));
        }
        boolean digits = Lexed.sameLine(before, found) && isDigits(lexed.text(before)) && isDigits(lexed.text(found));
        Span both = lexed.span(before, found);
        if (digits) {
            return Problem.of(SyntaxCode.SPACED_DIGITS, lexed.span(found))
                    .with("text", both.text())
                    .edit(both, lexed.text(before) + lexed.text(found));
        }
        Span span = lexed.span(found);
        Problem.Builder problem = Problem.of(SyntaxCode.MISSING_OPERATOR, span)
                .with("left", lexed.text(before))
                .with("right", shown(lexed, found));
        Span gap = lexed.source().span(before.getStopIndex() + 1, found.getStartIndex());
        Optional<Problem.Builder> figure = FigureWords.ofKpi(lexed, tokens, at);
        if (figure.isPresent()) {
            return figure.get();
        }
        String lower = span.text().toLowerCase(Locale.ROOT);
        boolean capitals = !lower.equals(span.text())
                && Keyword.ofWord(Slot.EXPRESSION, lower).isPresent();
        boolean words = before.getType() == KpiGrammarParser.WORD && found.getType() == KpiGrammarParser.WORD;
        if (capitals) {
            problem.edit(span, lower); // A AND B
        } else if (words && !Lexed.sameLine(before, found)) {
            problem.edit(gap, ""); // a name that the page broke in two
        } else if (found.getType() == KpiGrammarParser.QUANTITY && isShare(lexed.text(found))) {
            problem.edit(gap, " × "); // (a/b)100%
        } else if (found.getType() == KpiGrammarParser.OPEN) {
            behindOperand(lexed, tokens, at, gap, problem);
        } else if (found.getType() == KpiGrammarParser.QUOTED_NAME
                && span.text().startsWith("【註")) {
            problem.edit(span, "(" + span.text().substring(1, span.text().length() - 1) + ")"); // 執行數【註1】
        }
        return problem;
    }

    /** 2(a+b) and (a)(b) are products; a bracket with a step in it is that step. */
    private static void behindOperand(Lexed lexed, List<Token> tokens, int at, Span gap, Problem.Builder problem) {
        boolean computes = at + 2 < tokens.size()
                && Operands.beginsOperand(lexed, tokens.get(at + 1))
                && tokens.get(at + 2).getType() != KpiGrammarParser.CLOSE
                && tokens.get(at - 1).getType() == KpiGrammarParser.QUANTITY;
        boolean operand = computes || tokens.get(at - 1).getType() == KpiGrammarParser.CLOSE;
        if (!StepSlips.inBrackets(lexed, tokens.get(at), problem) && operand) {
            problem.edit(gap, " × ");
        }
    }

    private static boolean isShare(String text) {
        return text.endsWith("%") || text.endsWith("％") || text.endsWith("‰");
    }

    private static boolean isDigits(String text) {
        return Folding.narrow(text).matches("[0-9][0-9,.]*+");
    }

    private static boolean beginsOperand(Token token) {
        return switch (token.getType()) {
            case KpiGrammarParser.WORD,
                    KpiGrammarParser.ID,
                    KpiGrammarParser.QUOTED_NAME,
                    KpiGrammarParser.PAST,
                    KpiGrammarParser.QUANTITY,
                    KpiGrammarParser.DATE,
                    KpiGrammarParser.TEXT,
                    KpiGrammarParser.YES,
                    KpiGrammarParser.NO,
                    KpiGrammarParser.OPEN,
                    KpiGrammarParser.NOT,
                    KpiGrammarParser.IF,
                    KpiGrammarParser.EACH -> true;
            default -> false;
        };
    }

    private static Object shown(Lexed lexed, Token token) {
        if (token.getType() == KpiGrammarParser.NEXT_LINE) {
            return new LocalText("換行", "a new line");
        }
        return lexed.span(token);
    }

    /** The expected tokens in words, in the order of the grammar, the same words once. */
    private static LocalText named(IntervalSet expected) {
        return new LocalText(named(expected, Language.ZH_TW), named(expected, Language.EN)).atMost(LISTED);
    }

    private static String named(IntervalSet expected, Language language) {
        Set<String> names = new LinkedHashSet<>();
        for (int type : expected.toArray()) {
            names.add(ExpectedNames.of(type, language));
        }
        if (names.isEmpty()) {
            names.add(SyntaxCode.TEXTS.text("expected.other", language));
        }
        // Whole words only: half a keyword cannot be typed.
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (String name : names) {
            length += name.length() + 2;
            if (shown.size() == SHOWN || length > LISTED) {
                break;
            }
            shown.add(name);
        }
        return String.join(language == Language.EN ? ", " : "、", shown) + (shown.size() < names.size() ? "…" : "");
    }
}
