package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Puts {@code 1,234,567.8} together, looking ahead: {@code min(1,100000)} has two arguments. */
final class Grouping {
    /** One to three digits, perhaps behind magnitudes: 6億5. */
    private static final Pattern FIRST = Pattern.compile("(?:[0-9].*[十百千萬万億亿兆])?[0-9]{1,3}");

    private static final Pattern MIDDLE = Pattern.compile("[0-9]{3}");
    private static final Pattern LAST = Pattern.compile("[0-9]{3}(?![0-9]).*");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]+");
    private static final Pattern POINTS_AND_COMMA = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");

    private static final String OTHER_SIGNS = "，、";

    private Grouping() {}

    /**
     * Where the number that begins at a token ends.
     *
     * @param inCall whether commas separate arguments here
     * @return the index behind its last token
     */
    static int merge(Lexed lexed, List<Token> tokens, int from, boolean inCall, Problems problems) {
        int end = from + 1;
        while (end + 1 < tokens.size() && isGroupComma(lexed, tokens, end)) {
            end += 2;
        }
        if (end == from + 1) {
            return end;
        }
        boolean proper = isProper(lexed, tokens, from, end);
        if (inCall && !proper) {
            return from + 1;
        }
        Span span = lexed.span(tokens.get(from), tokens.get(end - 1));
        String text = span.text();
        if (inCall) {
            problems.add(Problem.of(SyntaxCode.GROUPED_ARGUMENT, span)
                    .with("text", text)
                    .with("separate", text.replace(",", ", "))
                    .with("joined", text.replace(",", ""))
                    .edit(span, text.replace(",", ", "))
                    .edit(span, text.replace(",", "")));
        } else if (!proper) {
            improper(span, text, problems);
        }
        return end;
    }

    /** 300，000 and 300、000: digits grouped with another sign than a comma, found where it was not understood. */
    static Optional<Problem.Builder> otherSign(Lexed lexed, Span found) {
        String text = lexed.source().text();
        int sign = OTHER_SIGNS.indexOf(text.charAt(found.start())) >= 0 ? found.start() : found.start() - 1;
        int start = sign;
        while (start > 0 && isDigit(text.charAt(start - 1))) {
            start--;
        }
        if (sign <= 0 || start == sign || sign - start > 3 || OTHER_SIGNS.indexOf(text.charAt(sign)) < 0) {
            return Optional.empty();
        }
        int end = sign;
        while (isGroup(text, end)) {
            end += 4;
        }
        if (end == sign || isPeriod(text, end)) {
            return Optional.empty();
        }
        Span number = lexed.source().span(start, end);
        StringBuilder right = new StringBuilder();
        number.text().chars().forEach(c -> right.append(OTHER_SIGNS.indexOf(c) >= 0 ? ',' : (char) c));
        return Optional.of(Problem.of(SyntaxCode.GROUPING_SIGN, number)
                .with("text", number.text())
                .with("sign", text.substring(sign, sign + 1))
                .edit(number, right.toString()));
    }

    /** 113: ≦ 38，114: ≦ 34 goes on with another period. */
    private static boolean isPeriod(String text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '年' || text.charAt(at) == '度')) {
            at++;
        }
        return at < text.length() && ":：".indexOf(text.charAt(at)) >= 0;
    }

    /** A sign and three digits, no more. */
    private static boolean isGroup(String text, int at) {
        return at + 3 < text.length()
                && (OTHER_SIGNS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == ',')
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3))
                && (at + 4 == text.length() || !isDigit(text.charAt(at + 4)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** An ASCII comma that touches numbers on both sides; a full-width one never groups. */
    private static boolean isGroupComma(Lexed lexed, List<Token> tokens, int at) {
        return tokens.get(at).getType() == KpiGrammarLexer.COMMA
                && lexed.text(tokens.get(at)).equals(",")
                && tokens.get(at + 1).getType() == KpiGrammarLexer.QUANTITY
                && Lexed.touch(tokens.get(at - 1), tokens.get(at))
                && Lexed.touch(tokens.get(at), tokens.get(at + 1));
    }

    private static boolean isProper(Lexed lexed, List<Token> tokens, int from, int end) {
        if (!FIRST.matcher(narrow(lexed, tokens.get(from))).matches()) {
            return false;
        }
        for (int at = from + 2; at < end - 1; at += 2) {
            String middle = narrow(lexed, tokens.get(at));
            // 2兆1,749億6,520萬: a group may end one part and the next part begin
            if (!MIDDLE.matcher(middle).matches()
                    && !(LAST.matcher(middle).matches() && FIRST.matcher(middle).matches())) {
                return false;
            }
        }
        return LAST.matcher(narrow(lexed, tokens.get(end - 1))).matches();
    }

    private static String narrow(Lexed lexed, Token token) {
        return Folding.narrow(lexed.text(token));
    }

    private static void improper(Span span, String text, Problems problems) {
        boolean decimal = DECIMAL_COMMA.matcher(text).matches();
        boolean european = POINTS_AND_COMMA.matcher(text).matches();
        if (decimal || european) {
            problems.add(Problem.of(SyntaxCode.DECIMAL_COMMA, span)
                    .with("text", text)
                    .edit(span, text.replace(".", "").replace(',', '.')));
        } else {
            problems.add(
                    Problem.of(SyntaxCode.BAD_GROUPING, span).with("text", text).edit(span, text.replace(",", "")));
        }
    }
}
