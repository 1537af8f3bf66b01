package kpi.dsl.parser;

import java.util.List;
import java.util.Map;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.VisibleText;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Refuses characters that belong to no token, each by its number; a run of the same one is one problem. */
final class Characters {
    /** What a character was most likely meant to be. */
    private static final Map<Integer, String> MEANT = Map.ofEntries(
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '―', "-"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '‒', "-"),
            Map.entry((int) '﹣', "-"),
            Map.entry((int) 'ー', "-"),
            Map.entry((int) '─', "-"),
            Map.entry((int) '一', "-"),
            Map.entry(0x00AD, "-"),
            Map.entry((int) '。', "."),
            Map.entry((int) '∗', "*"),
            Map.entry((int) '╳', "×"),
            Map.entry((int) '‧', "×"),
            Map.entry((int) '╱', "/"),
            Map.entry((int) '∶', "/"),
            Map.entry((int) '﹢', "+"),
            Map.entry((int) '﹡', "*"),
            Map.entry((int) '﹤', "<"),
            Map.entry((int) '﹥', ">"),
            Map.entry((int) '﹦', "="),
            Map.entry((int) '﹙', "("),
            Map.entry((int) '﹚', ")"),
            Map.entry((int) '﹝', "〔"),
            Map.entry((int) '﹞', "〕"),
            Map.entry((int) '△', "-"),
            Map.entry((int) '▲', "-"),
            Map.entry((int) '·', "×"),
            Map.entry((int) '•', "×"),
            Map.entry((int) '⋅', "×"),
            Map.entry((int) '✕', "×"),
            Map.entry((int) '⁄', "/"),
            Map.entry((int) '﹪', "%"),
            Map.entry((int) '≈', "="),
            Map.entry((int) '\'', "\""),
            Map.entry((int) '‘', "“"),
            Map.entry((int) '’', "”"),
            Map.entry((int) '＂', "\""),
            Map.entry((int) '『', "【"),
            Map.entry((int) '』', "】"));

    /** Only a formula by itself is mended as a whole. */
    private static final int LONGEST_FRACTION = 500;

    private Characters() {}

    static void check(Lexed lexed, List<Token> tokens, Problems problems) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == KpiGrammarLexer.UNCLOSED_TEXT) {
                unclosed(lexed, token, problems);
            } else if (token.getType() == KpiGrammarLexer.OTHER) {
                int behind = Slips.character(lexed, tokens, i, problems);
                if (behind > i) {
                    i = behind - 1;
                    continue;
                }
                int last = i;
                String text = lexed.text(token);
                while (last + 1 < tokens.size()
                        && tokens.get(last + 1).getType() == KpiGrammarLexer.OTHER
                        && Lexed.touch(tokens.get(last), tokens.get(last + 1))
                        && alike(lexed.text(tokens.get(last + 1)), text)) {
                    last++;
                }
                report(lexed.source().text(), lexed.span(token, tokens.get(last)), problems);
                i = last;
            }
        }
    }

    private static boolean alike(String left, String right) {
        return left.equals(right) || Character.isDigit(left.codePointAt(0)) && Character.isDigit(right.codePointAt(0));
    }

    private static void unclosed(Lexed lexed, Token token, Problems problems) {
        Span whole = lexed.span(token);
        String open = lexed.text(token).substring(0, 1);
        String close = open.equals("“") ? "”" : open.equals("「") ? "」" : open;
        // A brace at the end of the line opens a block: the text ends before it.
        String before = whole.text().replaceFirst("\\s*[{｛]\\s*$", "");
        int end = before.length() > 1 ? whole.start() + before.length() : whole.end();
        problems.add(Problem.of(SyntaxCode.UNCLOSED_TEXT, whole.source().span(whole.start(), whole.start() + 1))
                .with("open", open)
                .with("close", close)
                .edit(whole.source().span(end, end), close));
    }

    /** The problem of a run of one character that belongs to no token. */
    static void report(String text, Span span, Problems problems) {
        int codePoint = text.codePointAt(span.start());
        SyntaxCode code = Character.isDigit(codePoint)
                ? SyntaxCode.FOREIGN_DIGIT
                : VisibleText.isVisible(codePoint) ? SyntaxCode.ODD_CHARACTER : SyntaxCode.INVISIBLE_CHARACTER;
        Problem.Builder problem = describe(code, span);
        String meant = MEANT.get(codePoint);
        if (span.end() - span.start() > 1 && "-".equals(meant)) {
            fractionBar(text, span, problem); // two of them are no minus sign
        } else if (codePoint == '\'' && betweenDigits(text, span)) {
            problem.edit(span, ""); // 1'234
        } else if (code == SyntaxCode.FOREIGN_DIGIT) {
            problem.edit(span, ascii(span.text()));
        } else if (meant != null) {
            problem.edit(span, meant);
        } else if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            problem.edit(span, " ");
        } else if (code == SyntaxCode.INVISIBLE_CHARACTER && !betweenDigits(text, span)) {
            problem.edit(span, "");
        }
        problems.add(problem);
    }

    /** A problem that names the first character of a text by its number and name. */
    static Problem.Builder describe(SyntaxCode code, Span span) {
        int codePoint = span.text().codePointAt(0);
        return Problem.of(code, span)
                .with("number", VisibleText.number(codePoint))
                .with("character", VisibleText.of(Character.toString(codePoint)))
                .with("name", name(codePoint));
    }

    /** A line of its own between two lines is the bar of a fraction. */
    private static void fractionBar(String text, Span span, Problem.Builder problem) {
        if (text.length() > LONGEST_FRACTION) {
            return;
        }
        String above = text.substring(0, span.start());
        String below = text.substring(span.end());
        boolean alone =
                above.matches("(?s).*\\S[ \t\u3000]*\\R[ \t\u3000]*") && below.matches("(?s)[ \t\u3000]*\\R.*\\S.*");
        if (alone && above.lines().filter(line -> !line.isBlank()).count() == 1) {
            String denominator = below.strip();
            if (denominator.lines().count() == 1) {
                problem.edit(span.source().span(0, text.length()), "(" + above.strip() + ") / (" + denominator + ")");
            }
        }
    }

    /** Leaving it out would make one number of two. */
    private static boolean betweenDigits(String text, Span span) {
        return span.start() > 0
                && span.end() < text.length()
                && Character.isLetterOrDigit(text.charAt(span.start() - 1))
                && Character.isLetterOrDigit(text.charAt(span.end()));
    }

    private static String ascii(String digits) {
        StringBuilder ascii = new StringBuilder();
        digits.codePoints().forEach(digit -> ascii.append(Character.digit(digit, 10)));
        return ascii.toString();
    }

    private static LocalText name(int codePoint) {
        String name = Character.getName(codePoint);
        String shown = name == null ? VisibleText.number(codePoint) : name;
        return new LocalText(shown, shown);
    }
}
