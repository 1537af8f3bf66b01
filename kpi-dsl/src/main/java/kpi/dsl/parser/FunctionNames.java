package kpi.dsl.parser;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * The names of functions that are several words. Right before a bracket they are one name; anywhere else they are words.
 * A test holds them against the functions there are.
 */
final class FunctionNames {
    static final List<String> ALL = List.of(
            "geometric mean", "harmonic mean", "round to step", "round up", "weighted average", "weighted mean");

    private static final Map<String, List<List<String>>> BY_FIRST_WORD = byFirstWord();

    private FunctionNames() {}

    private static Map<String, List<List<String>>> byFirstWord() {
        Map<String, List<List<String>>> byFirst = new HashMap<>();
        for (String name : ALL) {
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
