package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in Chinese numerals. Only ever offered in digits, never read: 十 and 三 stand in names, too. */
public final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMERAL = "[〇零一二兩三四五六七八九十百千萬]+";
    private static final Pattern PARTS = Pattern.compile("(" + NUMERAL + ")分之(" + NUMERAL + ")");
    private static final Pattern TENTHS = Pattern.compile("([一二三四五六七八九十])成(?:([一二三四五六七八九])|(半))?");
    private static final Pattern WHOLE = Pattern.compile(NUMERAL);

    private Numerals() {}

    /** The same in digits, if the word is a number: 三十萬 is 300000, 三分之一 (1/3), 八成 80%. */
    public static Optional<String> inDigits(String word) {
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
}
