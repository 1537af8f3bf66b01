package kpi.dsl.parser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.dsl.syntax.RoundingWord;
import org.antlr.v4.runtime.Token;

/** The words of a rounding step: 四捨五入至小數2位, {@code rounded half even to 2 places}. */
final class Rounding {
    /** In the order of the documentation. */
    static final List<Map.Entry<String, RoundingWord>> CHINESE = List.of(
            Map.entry("四捨五入", RoundingWord.HALF_UP),
            Map.entry("四捨六入五成雙", RoundingWord.HALF_EVEN),
            Map.entry("五捨六入", RoundingWord.HALF_DOWN),
            Map.entry("無條件進位", RoundingWord.UP),
            Map.entry("無條件捨去", RoundingWord.DOWN),
            Map.entry("捨去", RoundingWord.DOWN),
            Map.entry("向上取", RoundingWord.CEILING),
            Map.entry("向下取", RoundingWord.FLOOR));

    static final List<Map.Entry<String, RoundingWord>> ENGLISH = List.of(
            Map.entry("rounded", RoundingWord.HALF_UP),
            Map.entry("rounded half even", RoundingWord.HALF_EVEN),
            Map.entry("rounded half down", RoundingWord.HALF_DOWN),
            Map.entry("rounded up", RoundingWord.UP),
            Map.entry("truncated", RoundingWord.DOWN),
            Map.entry("rounded down", RoundingWord.DOWN),
            Map.entry("rounded toward plus", RoundingWord.CEILING),
            Map.entry("rounded toward minus", RoundingWord.FLOOR));

    private static final Pattern CHINESE_STEP =
            Pattern.compile("([^至到]+?)(?:取|計|計算)?[至到](整數|個位數?|(?:小數(?:點後|點以下|以下|後|點)?第?([0-9]{1,6}|[一二兩三四五六七八九])位))?");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    /** What is rounded to. */
    enum Target {
        PLACES,
        WHOLE,
        STEP
    }

    /**
     * A rounding step found in the text.
     *
     * @param words how many tokens it takes, without the expression of a step
     * @param places the places, where these are the target
     */
    record Found(Target target, RoundingWord mode, int places, int words) {
        int type() {
            return switch (target) {
                case PLACES -> KpiGrammarParser.ROUND_PLACES;
                case WHOLE -> KpiGrammarParser.ROUND_WHOLE;
                case STEP -> KpiGrammarParser.ROUND_STEP;
            };
        }
    }

    private Rounding() {}

    /** The rounding step that begins at a token, if one does. */
    static Optional<Found> at(Lexed lexed, List<Token> tokens, int index) {
        if (index >= tokens.size() || tokens.get(index).getType() != KpiGrammarLexer.WORD) {
            return Optional.empty();
        }
        Optional<Found> chinese = chinese(Folding.narrow(lexed.text(tokens.get(index))));
        return chinese.isPresent() ? chinese : english(lexed, tokens, index);
    }

    /** Whether a word is a whole rounding step: 四捨五入至小數2位. */
    static boolean isStep(String word) {
        return chinese(word).filter(found -> found.target() != Target.STEP).isPresent();
    }

    private static Optional<Found> chinese(String word) {
        Matcher step = CHINESE_STEP.matcher(word);
        if (!step.matches()) {
            return Optional.empty();
        }
        return CHINESE.stream()
                .filter(mode -> mode.getKey().equals(step.group(1)))
                .findFirst()
                .map(mode -> {
                    if (step.group(2) == null) {
                        return new Found(Target.STEP, mode.getValue(), 0, 1);
                    }
                    String places = step.group(3);
                    return places == null
                            ? new Found(Target.WHOLE, mode.getValue(), 0, 1)
                            : new Found(Target.PLACES, mode.getValue(), places(places), 1);
                });
    }

    private static int places(String text) {
        int chinese = CHINESE_DIGITS.indexOf(text.replace('兩', '二'));
        return chinese >= 0 ? chinese : Integer.parseInt(text);
    }

    private static Optional<Found> english(Lexed lexed, List<Token> tokens, int index) {
        Optional<Found> longest = Optional.empty();
        for (Map.Entry<String, RoundingWord> mode : ENGLISH) {
            String[] words = mode.getKey().split(" ");
            int to = index + words.length;
            if (!said(lexed, tokens, index, words) || !said(lexed, tokens, to, "to")) {
                continue;
            }
            longest = Optional.of(target(lexed, tokens, to + 1, mode.getValue(), words.length + 1));
        }
        return longest;
    }

    private static Found target(Lexed lexed, List<Token> tokens, int at, RoundingWord mode, int words) {
        if (said(lexed, tokens, at, "whole")) {
            return new Found(Target.WHOLE, mode, 0, words + 1);
        }
        boolean places = said(lexed, tokens, at + 1, "places") || said(lexed, tokens, at + 1, "place");
        if (places && lexed.text(tokens.get(at)).matches("[0-9]{1,6}")) {
            return new Found(Target.PLACES, mode, Integer.parseInt(lexed.text(tokens.get(at))), words + 2);
        }
        return new Found(Target.STEP, mode, 0, words);
    }

    private static boolean said(Lexed lexed, List<Token> tokens, int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (index + i >= tokens.size() || !lexed.text(tokens.get(index + i)).equals(words[i])) {
                return false;
            }
        }
        return true;
    }
}
