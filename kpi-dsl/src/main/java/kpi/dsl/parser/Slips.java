package kpi.dsl.parser;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Spellings of printed documents that a formula must not guess at: x², √x, ½, |x|, {a + b}, (a/b)x100%. Each is named,
 * with the edit that says it plainly.
 */
final class Slips {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern GLUED_TIMES = Pattern.compile("(.*)[xX]([0-9]++)");
    private static final Pattern GLUED_PERCENT = Pattern.compile("(.*[^0-9])([0-9]++)");

    private Slips() {}

    /**
     * Reports a character that means something on paper.
     *
     * @return the index behind what was reported; the same index if this is no such character
     */
    static int character(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        Token token = tokens.get(i);
        String text = lexed.text(token);
        if (SUPERSCRIPTS.contains(text)) {
            return superscript(lexed, tokens, i, problems);
        }
        if (text.equals("『")) {
            return doubleQuoted(lexed, tokens, i, problems);
        }
        if (text.equals("√") && i + 1 < tokens.size()) {
            Token next = tokens.get(i + 1);
            boolean operand = Operands.isName(next.getType()) || next.getType() == KpiGrammarLexer.QUANTITY;
            Problem.Builder problem = Characters.describe(SyntaxCode.ODD_CHARACTER, lexed.span(token));
            if (operand) {
                problem.edit(lexed.span(token, next), "sqrt(" + lexed.text(next) + ")");
            } else if (Brackets.isOpen(next)) {
                problem.edit(lexed.span(token), "sqrt");
            }
            problems.add(problem);
            return i + 1;
        }
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('⁄', '/');
        if (text.length() == 1 && parts.matches("[0-9]+/[0-9]+")) {
            boolean mixed = i > 0
                    && tokens.get(i - 1).getType() == KpiGrammarLexer.QUANTITY
                    && Lexed.touch(tokens.get(i - 1), token);
            Span span = mixed ? lexed.span(tokens.get(i - 1), token) : lexed.span(token);
            String whole = mixed ? lexed.text(tokens.get(i - 1)) + " + " : "";
            problems.add(Characters.describe(SyntaxCode.ODD_CHARACTER, lexed.span(token))
                    .edit(span, "(" + whole + parts + ")"));
            return i + 1;
        }
        return i;
    }

    /** 『案件數』: the quotes of quotes, around a name. */
    private static int doubleQuoted(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        for (int at = i + 1; at < tokens.size(); at++) {
            if (lexed.text(tokens.get(at)).equals("』")) {
                Span whole = lexed.span(tokens.get(i), tokens.get(at));
                String name = whole.text().substring(1, whole.text().length() - 1);
                problems.add(Characters.describe(SyntaxCode.ODD_CHARACTER, lexed.span(tokens.get(i)))
                        .edit(whole, "【" + name + "】"));
                return at + 1;
            }
        }
        return i;
    }

    private static int superscript(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        int end = i;
        StringBuilder exponent = new StringBuilder();
        while (end < tokens.size() && SUPERSCRIPTS.contains(lexed.text(tokens.get(end)))) {
            exponent.append(SUPERSCRIPTS.indexOf(lexed.text(tokens.get(end))));
            end++;
        }
        Span span = lexed.span(tokens.get(i), tokens.get(end - 1));
        if (i == 0) {
            problems.add(Characters.describe(SyntaxCode.ODD_CHARACTER, span));
            return end;
        }
        problems.add(Problem.of(SyntaxCode.SUPERSCRIPT, span)
                .with("text", lexed.text(tokens.get(i - 1)) + span.text())
                .edit(span, "^" + exponent)
                .edit(span, ""));
        return end;
    }

    /**
     * Reports a multiplication or a percentage glued to what stands around it: {@code (a/b)x100%}, {@code bx100%}, {@code
     * b100%}.
     *
     * @return the index behind what was reported; the same index if nothing is glued here
     */
    static int glued(Lexed lexed, List<Token> tokens, int i, boolean operandDue, Problems problems) {
        Token token = tokens.get(i);
        String word = Folding.narrow(lexed.text(token));
        char last = word.charAt(word.length() - 1);
        if (last < '0' || last > '9') {
            return i; // nearly every word: what is glued ends in a figure
        }
        boolean percent = i + 1 < tokens.size()
                && tokens.get(i + 1).getType() == KpiGrammarLexer.PERCENT
                && Lexed.touch(token, tokens.get(i + 1));
        int end = percent ? i + 2 : i + 1;
        String sign = percent ? lexed.text(tokens.get(i + 1)) : "";
        Span span = lexed.span(token, tokens.get(end - 1));
        Matcher times = GLUED_TIMES.matcher(word);
        boolean factor =
                times.matches() && (percent || !operandDue && times.group(1).isEmpty());
        if (factor && operandDue == !times.group(1).isEmpty()) {
            String left = lexed.text(token).substring(0, times.end(1));
            problems.add(Problem.of(SyntaxCode.LETTER_TIMES, span)
                    .with("text", span.text())
                    .edit(span, spaced(tokens, i, left) + "× " + times.group(2) + sign));
            return end;
        }
        Matcher number = GLUED_PERCENT.matcher(word);
        if (percent && operandDue && number.matches()) {
            String left = lexed.text(token).substring(0, number.end(1));
            problems.add(Problem.of(SyntaxCode.MISSING_OPERATOR, span)
                    .with("left", left)
                    .with("right", number.group(2) + sign)
                    .edit(span, left + " × " + number.group(2) + sign));
            return end;
        }
        return i;
    }

    /** Reports an x that multiplies without a blank on both sides, as in {@code 100%x(a/b)}; answers whether it did. */
    static boolean tightTimes(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        Token token = tokens.get(i);
        boolean before = Lexed.touch(tokens.get(i - 1), token);
        boolean after = Lexed.touch(token, tokens.get(i + 1));
        if (!before && !after) {
            return false; // on lines of their own
        }
        problems.add(Problem.of(SyntaxCode.LETTER_TIMES, lexed.span(token))
                .with("text", lexed.text(token))
                .edit(lexed.span(token), (before ? " " : "") + "×" + (after ? " " : "")));
        return true;
    }

    private static String spaced(List<Token> tokens, int i, String left) {
        if (!left.isEmpty()) {
            return left + " ";
        }
        return Lexed.touch(tokens.get(i - 1), tokens.get(i)) ? " " : "";
    }

    /** ５，２０２: a full-width comma never groups digits; the edit leaves it out. */
    static void groupingComma(Lexed lexed, List<Token> tokens, int i, Problem.Builder problem) {
        boolean between = tokens.get(i - 1).getType() == KpiGrammarLexer.QUANTITY
                && tokens.get(i + 1).getType() == KpiGrammarLexer.QUANTITY
                && Lexed.touch(tokens.get(i - 1), tokens.get(i))
                && Lexed.touch(tokens.get(i), tokens.get(i + 1));
        if (between) {
            problem.edit(lexed.span(tokens.get(i)), "");
        }
    }

    /** Reports {@code |x|}; answers whether the bar has its second half. */
    static boolean bars(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        for (int at = i + 1; at < tokens.size(); at++) {
            if (tokens.get(at).getType() == KpiGrammarLexer.BAR) {
                Span whole = lexed.span(tokens.get(i), tokens.get(at));
                String inner = whole.text().substring(1, whole.text().length() - 1);
                problems.add(Problem.of(SyntaxCode.FOREIGN_OPERATOR, lexed.span(tokens.get(i)))
                        .with("operator", lexed.text(tokens.get(i)))
                        .with("replacement", "abs(…)")
                        .edit(whole, "abs(" + inner + ")"));
                return true;
            }
        }
        return false;
    }

    /** Reports braces around a part of a formula, with both of them replaced. */
    static void braces(Lexed lexed, List<Token> tokens, int i, Problems problems) {
        Problem.Builder problem =
                Problem.of(SyntaxCode.BRACES, lexed.span(tokens.get(i))).with("brace", lexed.text(tokens.get(i)));
        int depth = 0;
        for (int at = i; at < tokens.size(); at++) {
            int type = tokens.get(at).getType();
            depth += type == KpiGrammarLexer.BRACE_OPEN ? 1 : type == KpiGrammarLexer.BRACE_CLOSE ? -1 : 0;
            if (depth == 0) {
                Span whole = lexed.span(tokens.get(i), tokens.get(at));
                String inner = whole.text().substring(1, whole.text().length() - 1);
                problem.edit(whole, "[" + inner + "]");
                break;
            }
        }
        problems.add(problem);
    }
}
