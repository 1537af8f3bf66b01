package kpi.dsl.parser;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words an author understands why the tokens do not fit: what stands there, and what could. */
final class Explanation {
    private static final int LISTED = 60;

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
            return Problem.of(SyntaxCode.CLAUSES_ON_ONE_LINE, span)
                    .with("word", span.text())
                    .edit(lexed.between(tokens.get(at - 1), found), "\n");
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
        if (expected.contains(KpiGrammarParser.TEXT) && found.getType() == KpiGrammarParser.WORD) {
            return Problem.of(SyntaxCode.UNQUOTED_TEXT, span)
                    .with("text", span.text())
                    .with("expected", named(expected))
                    .edit(span, "\"" + span.text() + "\"");
        }
        return Problem.of(SyntaxCode.UNEXPECTED, span)
                .with("found", shown(lexed, found))
                .with("expected", named(expected));
    }

    /** A clause word behind a whole clause, outside brackets: {@code formula a / b unit %}. */
    private static boolean beginsClause(Lexed lexed, List<Token> tokens, int at) {
        boolean inClause = Arrays.stream(Keyword.values())
                .anyMatch(keyword -> keyword.slot() == Slot.KPI
                        && keyword.type() == tokens.get(0).getType());
        boolean word = tokens.get(at).getType() == KpiGrammarParser.WORD
                && Keyword.ofWord(Slot.KPI, lexed.text(tokens.get(at))).isPresent();
        if (!inClause || !word || at < 2) {
            return false;
        }
        int brackets = 0;
        for (Token token : tokens.subList(0, at)) {
            brackets += token.getType() == KpiGrammarParser.OPEN || token.getType() == KpiGrammarParser.CALL_OPEN
                    ? 1
                    : token.getType() == KpiGrammarParser.CLOSE ? -1 : 0;
        }
        return brackets == 0 && Lexed.sameLine(tokens.get(at - 1), tokens.get(at));
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
        boolean more = names.size() > SHOWN;
        return names.stream().limit(SHOWN).collect(Collectors.joining(language == Language.EN ? ", " : "、"))
                + (more ? "…" : "");
    }
}
