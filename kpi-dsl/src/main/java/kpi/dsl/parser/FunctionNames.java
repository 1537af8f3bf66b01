package kpi.dsl.parser;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * The names of functions that are several words. Right before a bracket they are one name; anywhere else they are words.
 * Tests hold them against the functions there are.
 */
final class FunctionNames {
    static final List<String> ALL = List.of(
            "count distinct",
            "distance to best",
            "distinct count",
            "geometric mean",
            "goal and red flag",
            "harmonic mean",
            "log normal curve",
            "mean of ratios",
            "mean of the top",
            "min max",
            "normal distribution",
            "outer fence",
            "percentile rank",
            "ratio of sums",
            "round to step",
            "round up",
            "share of total",
            "standard deviation",
            "weighted average",
            "weighted mean",
            "weighted median",
            "winsorised points",
            "winsorized points",
            "z score");

    /** The definitions that functions ask for by a name of several words; each is an argument of its own. */
    static final List<String> OPTIONS = List.of(
            "at or below",
            "five points",
            "four points",
            "highest first",
            "lowest first",
            "nearest rank",
            "one point",
            "rows rounded down",
            "rows rounded up",
            "three points",
            "ties share one place without gaps",
            "ties share the best place",
            "ties share the mean place",
            "ties share the worst place",
            "two points");

    private static final Map<String, List<List<String>>> BY_FIRST_WORD = byFirstWord(ALL);
    private static final Map<String, List<List<String>>> OPTIONS_BY_FIRST_WORD = byFirstWord(OPTIONS);

    private FunctionNames() {}

    private static Map<String, List<List<String>>> byFirstWord(List<String> names) {
        Map<String, List<List<String>>> byFirst = new HashMap<>();
        for (String name : names) {
            List<String> words = Arrays.asList(name.split(" "));
            byFirst.computeIfAbsent(words.get(0), word -> new java.util.ArrayList<>())
                    .add(words);
        }
        return Map.copyOf(byFirst);
    }

    /** How many words the name takes that begins at a token and stands right before a bracket; 0 if none does. */
    static int at(Lexed lexed, List<Token> tokens, int index) {
        for (List<String> words : BY_FIRST_WORD.getOrDefault(lexed.text(tokens.get(index)), List.of())) {
            int end = index + words.size();
            if (end < tokens.size() && Brackets.isOpen(tokens.get(end)) && isAt(lexed, tokens, index, words)) {
                return words.size();
            }
        }
        return 0;
    }

    /** How many words the option takes that begins at a token and is the whole argument; 0 if none does. */
    static int option(Lexed lexed, List<Token> tokens, int index) {
        for (List<String> words : OPTIONS_BY_FIRST_WORD.getOrDefault(lexed.text(tokens.get(index)), List.of())) {
            int end = index + words.size();
            if (end < tokens.size()
                    && (tokens.get(end).getType() == KpiGrammarLexer.COMMA || Brackets.isClose(tokens.get(end)))
                    && isAt(lexed, tokens, index, words)) {
                return words.size();
            }
        }
        return 0;
    }

    private static boolean isAt(Lexed lexed, List<Token> tokens, int index, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Token token = tokens.get(index + i);
            if (!Lexed.sameLine(tokens.get(index), token) || !lexed.text(token).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
