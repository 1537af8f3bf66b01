package kpi.dsl.parser;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Habits of other languages, and dates where a formula divides: named, with the edit, instead of merely unexpected. */
final class Foreign {
    private static final Map<Integer, String> OPERATORS = Map.of(
            KpiGrammarLexer.DOUBLE_EQ, "=",
            KpiGrammarLexer.DOUBLE_AND, "and",
            KpiGrammarLexer.DOUBLE_BAR, "or",
            KpiGrammarLexer.DOUBLE_SLASH, "#",
            KpiGrammarLexer.DOUBLE_STAR, "^",
            KpiGrammarLexer.ARROW, ">=",
            KpiGrammarLexer.REVERSED_LE, "<=",
            KpiGrammarLexer.BANG, "not");

    private Foreign() {}

    /** Reports an operator of another language; answers whether the rest of the text is best left unread. */
    static boolean operator(Lexed lexed, List<Token> tokens, Token token, Problems problems) {
        Span span = lexed.span(token);
        String replacement = OPERATORS.get(token.getType());
        if (replacement != null) {
            problems.add(Problem.of(SyntaxCode.FOREIGN_OPERATOR, span)
                    .with("operator", lexed.text(token))
                    .with("replacement", replacement)
                    .edit(span, apart(span, replacement)));
            return false;
        }
        if (token.getType() == KpiGrammarLexer.SEMICOLON) {
            Problem.Builder problem = Problem.of(SyntaxCode.SEMICOLON, span);
            if (token == tokens.get(tokens.size() - 1)) {
                problem.edit(span, "");
            } else {
                fractionInWords(lexed, tokens, problem);
            }
            problems.add(problem);
            return true;
        }
        if (token.getType() == KpiGrammarLexer.QUESTION) {
            problems.add(Problem.of(SyntaxCode.TERNARY, span));
            return true;
        }
        return false;
    }

    /** 分子：a + b；分母：c: a fraction told in words. */
    private static void fractionInWords(Lexed lexed, List<Token> tokens, Problem.Builder problem) {
        for (int i = 0; i + 5 < tokens.size(); i++) {
            if (!isLabel(lexed, tokens, i, "分子", "numerator")) {
                continue;
            }
            for (int at = i + 3; at + 3 < tokens.size(); at++) {
                if (tokens.get(at).getType() == KpiGrammarLexer.SEMICOLON
                        && isLabel(lexed, tokens, at + 1, "分母", "denominator")) {
                    Token last = tokens.get(tokens.size() - 1);
                    String above =
                            lexed.span(tokens.get(i + 2), tokens.get(at - 1)).text();
                    String below = lexed.span(tokens.get(at + 3), last).text();
                    problem.edit(lexed.span(tokens.get(i), last), "(" + above + ") / (" + below + ")");
                    return;
                }
            }
        }
    }

    private static boolean isLabel(Lexed lexed, List<Token> tokens, int at, String chinese, String english) {
        String word = lexed.text(tokens.get(at)).toLowerCase(Locale.ROOT);
        return tokens.get(at + 1).getType() == KpiGrammarLexer.COLON && (word.equals(chinese) || word.equals(english));
    }

    /** A word needs a blank on both sides, a sign does not. */
    private static String apart(Span span, String replacement) {
        if (!Character.isLetter(replacement.charAt(0))) {
            return replacement;
        }
        String text = span.source().text();
        boolean before = span.start() > 0 && !Character.isWhitespace(text.charAt(span.start() - 1));
        boolean after = span.end() < text.length() && !Character.isWhitespace(text.charAt(span.end()));
        return (before ? " " : "") + replacement + (after ? " " : "");
    }

    /**
     * Reports {@code 109/12/31} and {@code 2020-12-31}, which have two readings.
     *
     * @return the index behind the last of its tokens, or {@code from} if there is no date here
     */
    static int date(Lexed lexed, List<Token> tokens, int from, Problems problems) {
        int end = from + 5;
        if (end > tokens.size()) {
            return from;
        }
        int sign = tokens.get(from + 1).getType();
        boolean division = sign == KpiGrammarLexer.SLASH;
        if (!division && sign != KpiGrammarLexer.MINUS || tokens.get(from + 3).getType() != sign) {
            return from;
        }
        for (int i = from; i + 1 < end; i++) {
            if (!Lexed.touch(tokens.get(i), tokens.get(i + 1))) {
                return from;
            }
        }
        String year = Folding.narrow(lexed.text(tokens.get(from)));
        String month = Folding.narrow(lexed.text(tokens.get(from + 2)));
        String day = Folding.narrow(lexed.text(tokens.get(from + 4)));
        if (!year.matches(division ? "[0-9]{2,4}" : "[0-9]{3,4}")
                || !month.matches(division ? "0?[1-9]|1[0-2]" : "0[1-9]|1[0-2]")
                || !day.matches(division ? "0?[1-9]|[12][0-9]|3[01]" : "0[1-9]|[12][0-9]|3[01]")) {
            return from;
        }
        Span span = lexed.span(tokens.get(from), tokens.get(end - 1));
        String mark = lexed.text(tokens.get(from + 1));
        String apart = String.join(" " + mark + " ", year, month, day);
        String date = String.format(Locale.ROOT, "%s年%d月%d日", year, Integer.parseInt(month), Integer.parseInt(day));
        problems.add(Problem.of(division ? SyntaxCode.DATE_OR_DIVISION : SyntaxCode.DATE_OR_SUBTRACTION, span)
                .with("text", span.text())
                .with("apart", apart)
                .with("date", date)
                .edit(span, apart)
                .edit(span, date));
        return end;
    }
}
