package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a word that names nothing may be in plain words: a number (百分之五十, 三分之一, 八成), an operation (甲除以乙), a
 * sum (Σ甲). Only ever offered, never assumed.
 */
final class Wording {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMERAL = "[〇零一二兩三四五六七八九十百千萬]+";
    private static final Pattern PARTS = Pattern.compile("(" + NUMERAL + ")分之(" + NUMERAL + ")");
    private static final Pattern TENTHS = Pattern.compile("([一二三四五六七八九十])成(?:([一二三四五六七八九])|(半))?");
    private static final Pattern WHOLE = Pattern.compile(NUMERAL);
    private static final Pattern NOTED = Pattern.compile("(.+)(註[0-9０-９一二三四五六七八九十]*)");
    /** 一 and ㄧ are set for a minus sign now and then. */
    private static final List<String> OPERATIONS =
            List.of("乘以", "乘上", "除以", "加上", "減去", "減掉", "乘", "除", "加", "減", "一", "ㄧ");

    private static final String SIGNS = "××/+--×/+---";

    private Wording() {}

    /** The same in digits and signs, if the word can be read so. */
    static Optional<String> inSigns(String word, Predicate<String> declared) {
        return number(word)
                .or(() -> operation(word, declared))
                .or(() -> sum(word, declared))
                .or(() -> noted(word, declared));
    }

    private static Optional<String> number(String word) {
        Matcher parts = PARTS.matcher(word);
        if (parts.matches()) {
            Optional<Long> below = read(parts.group(1));
            Optional<Long> above = read(parts.group(2));
            if (below.isEmpty() || above.isEmpty() || below.get() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    below.get() == 100
                            ? above.get() + "%"
                            : below.get() == 1000 ? above.get() + "‰" : "(" + above.get() + "/" + below.get() + ")");
        }
        Matcher tenths = TENTHS.matcher(word);
        if (tenths.matches()) {
            long tens = read(tenths.group(1)).orElseThrow() * 10;
            long ones = tenths.group(3) != null
                    ? 5
                    : tenths.group(2) == null ? 0 : read(tenths.group(2)).orElseThrow();
            return Optional.of(tens + ones + "%");
        }
        return WHOLE.matcher(word).matches() ? read(word).map(String::valueOf) : Optional.empty();
    }

    /** A whole number in Chinese numerals below 萬 squared; empty where they do not fall in order. */
    private static Optional<Long> read(String numerals) {
        long total = 0;
        long section = 0;
        long digit = -1;
        long last = Long.MAX_VALUE;
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            int place = "十百千萬".indexOf(c);
            if (place < 0) {
                if (digit > 0) {
                    return Optional.empty(); // 五六
                }
                digit = c == '零' ? 0 : c == '兩' ? 2 : DIGITS.indexOf(c);
                continue;
            }
            long size = List.of(10L, 100L, 1_000L, 10_000L).get(place);
            if (size == 10_000) {
                total = (section + Math.max(digit, 0)) * size;
                section = 0;
                last = size;
            } else if (size >= last) {
                return Optional.empty(); // 十百
            } else {
                section += (digit < 0 ? 1 : digit) * size;
                last = size;
            }
            digit = -1;
        }
        return Optional.of(total + section + Math.max(digit, 0));
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
