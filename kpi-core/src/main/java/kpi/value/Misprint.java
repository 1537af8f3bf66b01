package kpi.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;

/** What a text that does not begin with a number was meant to say, as far as its spelling tells. */
final class Misprint {
    private static final String FIGURE = "[0-9０-９][0-9０-９,，.．]*+";
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（]\\s*(" + FIGURE + ")\\s*[)）](.*)");
    private static final Pattern BELOW_ZERO = Pattern.compile("(?:[△▲▼–—─]|負|減少|減|下降)\\s*([0-9０-９].*)");
    private static final Pattern PER = Pattern.compile("每([^0-9０-９]+?)\\s*([0-9０-９].*)");
    private static final Pattern PARTS = Pattern.compile("(百|千)分之(" + FIGURE + ")");
    private static final Pattern WORDS = Pattern.compile("([\\p{L}\\p{Sc}≧≦≥≤＞＜<>\\s]+?)\\s*([0-9０-９].*)");

    private Misprint() {}

    static Problem.Builder of(PrintedText text) {
        String content = text.content();
        Matcher brackets = IN_BRACKETS.matcher(content);
        if (brackets.matches()) {
            String plain = brackets.group(1) + brackets.group(2);
            return offer(text, text.problem(ValueCode.NEGATIVE_OTHERWISE), List.of("-" + plain, plain));
        }
        Matcher below = BELOW_ZERO.matcher(content);
        if (below.matches()) {
            return offer(
                    text, text.problem(ValueCode.NEGATIVE_OTHERWISE), List.of("-" + below.group(1), below.group(1)));
        }
        Matcher parts = PARTS.matcher(content);
        if (parts.matches()) {
            String sign = parts.group(1).equals("百") ? "%" : "‰";
            return offer(text, text.problem(ValueCode.NOT_A_NUMBER), List.of(parts.group(2) + sign));
        }
        Matcher per = PER.matcher(content);
        if (per.matches()) {
            return offer(
                    text,
                    text.problem(ValueCode.WORDS_BEFORE_NUMBER).with("words", "每" + per.group(1)),
                    List.of(per.group(2) + "/" + per.group(1)));
        }
        Matcher words = WORDS.matcher(content);
        if (words.matches()) {
            boolean money =
                    words.group(1).codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
            return offer(
                    text,
                    text.problem(ValueCode.WORDS_BEFORE_NUMBER)
                            .with("words", words.group(1).strip()),
                    money ? List.of() : List.of(words.group(2)));
        }
        return text.problem(ValueCode.NOT_A_NUMBER);
    }

    private static Problem.Builder offer(PrintedText text, Problem.Builder problem, List<String> spellings) {
        text.editable().ifPresent(span -> spellings.forEach(spelling -> problem.edit(span, spelling)));
        return problem;
    }
}
