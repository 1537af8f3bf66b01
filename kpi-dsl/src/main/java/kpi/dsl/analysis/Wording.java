package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.dsl.parser.Numerals;

/**
 * What a word that names nothing may be in plain words: a number (百分之五十, 三分之一, 八成), an operation (甲除以乙), a
 * sum (Σ甲). Only ever offered, never assumed.
 */
final class Wording {
    private static final Pattern NOTED = Pattern.compile("(.+)(註[0-9０-９一二三四五六七八九十]*)");
    /** 一 and ㄧ are set for a minus sign now and then. */
    private static final List<String> OPERATIONS =
            List.of("乘以", "乘上", "除以", "加上", "減去", "減掉", "乘", "除", "加", "減", "一", "ㄧ");

    private static final String SIGNS = "××/+--×/+---";

    private Wording() {}

    /** The same in digits and signs, if the word can be read so. */
    static Optional<String> inSigns(String word, Predicate<String> declared) {
        return Numerals.inDigits(word)
                .or(() -> operation(word, declared))
                .or(() -> sum(word, declared))
                .or(() -> noted(word, declared));
    }

    private static Optional<String> operation(String word, Predicate<String> declared) {
        for (int i = 0; i < OPERATIONS.size(); i++) {
            String operation = OPERATIONS.get(i);
            for (int at = word.indexOf(operation, 1); at > 0; at = word.indexOf(operation, at + 1)) {
                String left = word.substring(0, at);
                String right = word.substring(at + operation.length());
                if (declared.test(left) && declared.test(right)) {
                    return Optional.of(left + " " + SIGNS.charAt(i) + " " + right);
                }
            }
        }
        return Optional.empty();
    }

    /** 執行數註1: a note that lost its brackets. */
    private static Optional<String> noted(String word, Predicate<String> declared) {
        Matcher noted = NOTED.matcher(word);
        return noted.matches() && declared.test(noted.group(1))
                ? Optional.of(noted.group(1) + "(" + noted.group(2) + ")")
                : Optional.empty();
    }

    private static Optional<String> sum(String word, Predicate<String> declared) {
        return Optional.of(word)
                .filter(sum -> (sum.startsWith("Σ") || sum.startsWith("∑")) && declared.test(sum.substring(1)))
                .map(sum -> "sum(" + sum.substring(1) + ")");
    }
}
