package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * Cuts the words off that documents print around the figure of a target: 38人以下, 80%(含)以上, 不超過38, {@code at least
 * 80%}. Both ends are in, so each says what ≦ or ≧ says.
 */
final class Thresholds {
    private static final Pattern BEFORE =
            Pattern.compile("(不超過|不得超過|不逾|不高於|不得高於|不大於|至多|最多)|(至少|最少|不低於|不得低於|不少於|不得少於|不小於)");
    private static final Pattern BEHIND = Pattern.compile("(.*?)(?:(以上)|(以下|以內))");
    private static final List<List<String>> MOST = phrases("at most", "no more than", "not more than", "up to");
    private static final List<List<String>> LEAST = phrases("at least", "no less than", "not less than");
    private static final List<List<String>> AND_ABOVE = phrases("and above", "or more", "or above");
    private static final List<List<String>> AND_BELOW = phrases("and below", "or less", "or below");

    private final Lexed lexed;
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();

    private Thresholds(Lexed lexed, List<Token> in) {
        this.lexed = lexed;
        this.in = in;
    }

    static List<Token> cut(Lexed lexed, List<Token> tokens) {
        Thresholds thresholds = new Thresholds(lexed, tokens);
        int i = 0;
        while (i < tokens.size()) {
            i = thresholds.next(i);
        }
        return thresholds.out;
    }

    private int next(int i) {
        Token token = in.get(i);
        boolean behindColon = i > 0 && in.get(i - 1).getType() == KpiGrammarLexer.COLON;
        if (token.getType() == KpiGrammarLexer.WORD && behindColon) {
            return before(i);
        }
        if (isIncluded(i)) {
            return i + 3; // 80%（含）以上 says what 80%以上 says
        }
        boolean figure = isFigure(i - 1) || isIncluded(i - 3);
        if (token.getType() == KpiGrammarLexer.QUANTITY || token.getType() == KpiGrammarLexer.WORD && figure) {
            return behind(i);
        }
        out.add(token);
        return i + 1;
    }

    /** Words before a figure, which may be glued to it. */
    private int before(int i) {
        Token token = in.get(i);
        int most = length(i, MOST);
        int least = length(i, LEAST);
        int words = Math.max(most, least);
        if (words > 0 && i + words < in.size() && isFigure(i + words)) {
            out.add(lexed.as(most > 0 ? KpiGrammarParser.LE : KpiGrammarParser.GE, token, in.get(i + words - 1)));
            return i + words;
        }
        String text = Folding.narrow(lexed.text(token));
        if (text.length() > 1 && text.startsWith("達") && Character.isDigit(text.charAt(1))) {
            return reaching(i); // 達80%以上
        }
        Matcher word = BEFORE.matcher(text);
        if (!word.lookingAt()) {
            out.add(token);
            return i + 1;
        }
        int type = word.group(1) != null ? KpiGrammarParser.LE : KpiGrammarParser.GE;
        if (word.end() == text.length() && i + 1 < in.size() && isFigure(i + 1)) {
            out.add(lexed.as(type, token));
            return i + 1;
        }
        if (word.end() == text.length() || !Character.isDigit(text.charAt(word.end()))) {
            out.add(token);
            return i + 1;
        }
        int start = token.getStartIndex();
        boolean percent = i + 1 < in.size()
                && in.get(i + 1).getType() == KpiGrammarLexer.PERCENT
                && Lexed.touch(token, in.get(i + 1));
        int end = (percent ? in.get(i + 1) : token).getStopIndex() + 1;
        out.add(lexed.cut(type, token, start, start + word.end()));
        out.add(lexed.cut(KpiGrammarLexer.QUANTITY, token, start + word.end(), end));
        return percent ? i + 2 : i + 1;
    }

    /** 達 before a figure that 以上 follows adds nothing to it. */
    private int reaching(int i) {
        Token token = in.get(i);
        boolean percent = i + 1 < in.size()
                && in.get(i + 1).getType() == KpiGrammarLexer.PERCENT
                && Lexed.touch(token, in.get(i + 1));
        String text = lexed.text(token);
        Matcher side = BEHIND.matcher(text);
        boolean glued = !percent && side.matches();
        int start = token.getStartIndex() + 1;
        int end = glued ? token.getStartIndex() + side.end(1) : (percent ? in.get(i + 1) : token).getStopIndex() + 1;
        out.add(lexed.cut(KpiGrammarLexer.QUANTITY, token, start, end));
        if (glued) {
            int type = side.group(2) != null ? KpiGrammarParser.GRADE_FROM : KpiGrammarParser.GRADE_UP_TO;
            out.add(lexed.cut(type, token, end, token.getStopIndex() + 1));
        }
        return percent ? i + 2 : i + 1;
    }

    /** Words behind a figure, which may be glued to it or to its unit. */
    private int behind(int i) {
        Token token = in.get(i);
        int above = length(i, AND_ABOVE);
        int below = length(i, AND_BELOW);
        int words = Math.max(above, below);
        if (words > 0) {
            int type = above > 0 ? KpiGrammarParser.GRADE_FROM : KpiGrammarParser.GRADE_UP_TO;
            out.add(lexed.as(type, token, in.get(i + words - 1)));
            return i + words;
        }
        Matcher side = BEHIND.matcher(lexed.text(token));
        if (!side.matches()) {
            out.add(token);
            return i + 1;
        }
        int type = side.group(2) != null ? KpiGrammarParser.GRADE_FROM : KpiGrammarParser.GRADE_UP_TO;
        int start = token.getStartIndex();
        int cut = start + side.end(1);
        if (cut > start) {
            out.add(lexed.cut(token.getType(), token, start, cut));
        }
        out.add(lexed.cut(type, token, cut, token.getStopIndex() + 1));
        return i + 1;
    }

    private boolean isFigure(int i) {
        return i >= 0
                && (in.get(i).getType() == KpiGrammarLexer.QUANTITY || in.get(i).getType() == KpiGrammarLexer.PERCENT);
    }

    /** （含） between a figure, or its unit, and 以上 or 以下. */
    private boolean isIncluded(int i) {
        return i > 0
                && i + 3 < in.size()
                && Brackets.isOpen(in.get(i))
                && lexed.text(in.get(i + 1)).equals("含")
                && Brackets.isClose(in.get(i + 2))
                && BEHIND.matcher(lexed.text(in.get(i + 3))).matches()
                && (isFigure(i - 1) || isFigure(i - 2));
    }

    private int length(int i, List<List<String>> phrases) {
        return phrases.stream()
                .filter(words -> said(i, words))
                .map(List::size)
                .max(Integer::compare)
                .orElse(0);
    }

    private boolean said(int i, List<String> words) {
        for (int k = 0; k < words.size(); k++) {
            if (i + k >= in.size() || !lexed.text(in.get(i + k)).equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> phrases(String... phrases) {
        List<List<String>> lists = new ArrayList<>();
        for (String phrase : phrases) {
            lists.add(List.of(phrase.split(" ")));
        }
        return lists;
    }
}
