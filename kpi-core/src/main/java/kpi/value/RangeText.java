package kpi.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberText;
import kpi.unit.KpiUnit;

/**
 * Ranges as documents print them: {@code 0.0 – 12.0}, {@code 80%以上未滿90%}, {@code 0.7 and above, below 0.8}, {@code
 * 超過 3}, {@code up to 5}, or one number. Between two numbers a dash, 至, ~ or {@code to} means both ends are in it. Bare
 * figures are in the unit of their column.
 */
public final class RangeText {
    private RangeText() {}

    private enum Word {
        /** The number before it is the low end, and in. */
        FROM_BEFORE,
        /** The number before it is the high end, and in. */
        UP_TO_BEFORE,
        /** The number behind is the low end, and in. */
        FROM_AFTER,
        /** The number behind is the low end, and out. */
        OVER_AFTER,
        /** The number behind is the high end, and out. */
        BELOW_AFTER,
        /** The number behind is the high end, and in. */
        UP_TO_AFTER,
        /** Between two numbers that are both in. */
        DASH,
        /** Says nothing. */
        FILLER
    }

    private record Spelling(String text, Word word) {}

    /** Longer ones first where one begins another. */
    private static final List<Spelling> WORDS = List.of(
            new Spelling("and above", Word.FROM_BEFORE),
            new Spelling("or more", Word.FROM_BEFORE),
            new Spelling("and below", Word.UP_TO_BEFORE),
            new Spelling("or less", Word.UP_TO_BEFORE),
            new Spelling("at least", Word.FROM_AFTER),
            new Spelling("more than", Word.OVER_AFTER),
            new Spelling("less than", Word.BELOW_AFTER),
            new Spelling("at most", Word.UP_TO_AFTER),
            new Spelling("up to", Word.UP_TO_AFTER),
            new Spelling("over", Word.OVER_AFTER),
            new Spelling("below", Word.BELOW_AFTER),
            new Spelling("under", Word.BELOW_AFTER),
            new Spelling("to", Word.DASH),
            new Spelling("以上", Word.FROM_BEFORE),
            new Spelling("以下", Word.UP_TO_BEFORE),
            new Spelling("超過", Word.OVER_AFTER),
            new Spelling("大於", Word.OVER_AFTER),
            new Spelling("未滿", Word.BELOW_AFTER),
            new Spelling("小於", Word.BELOW_AFTER),
            new Spelling("未達", Word.BELOW_AFTER),
            new Spelling("至", Word.DASH),
            new Spelling("≧", Word.FROM_AFTER),
            new Spelling("≥", Word.FROM_AFTER),
            new Spelling(">=", Word.FROM_AFTER),
            new Spelling("≦", Word.UP_TO_AFTER),
            new Spelling("≤", Word.UP_TO_AFTER),
            new Spelling("<=", Word.UP_TO_AFTER),
            new Spelling(">", Word.OVER_AFTER),
            new Spelling("<", Word.BELOW_AFTER),
            new Spelling("–", Word.DASH),
            new Spelling("—", Word.DASH),
            new Spelling("~", Word.DASH),
            new Spelling("～", Word.DASH),
            new Spelling("-", Word.DASH),
            new Spelling("−", Word.DASH),
            new Spelling(",", Word.FILLER),
            new Spelling("，", Word.FILLER),
            new Spelling("、", Word.FILLER));

    /** The range; empty if the text is none, or an empty one. */
    public static Optional<NumberRange> read(String text, KpiUnit unit) {
        return new Reading(text.strip(), unit).read();
    }

    private static final class Reading {
        private final String text;
        private final KpiUnit unit;
        private final List<Exact> numbers = new ArrayList<>();
        private final List<Object> parts = new ArrayList<>();
        private int at;

        Reading(String text, KpiUnit unit) {
            this.text = text;
            this.unit = unit;
        }

        Optional<NumberRange> read() {
            while (at < text.length()) {
                if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u3000') {
                    at++;
                } else if (!number() && !word()) {
                    return Optional.empty();
                }
            }
            return ends();
        }

        /** A number, with its sign where a dash could not stand. */
        private boolean number() {
            boolean signed = "-−".indexOf(text.charAt(at)) >= 0
                    && (parts.isEmpty() || parts.get(parts.size() - 1) instanceof Word);
            int from = signed ? at + 1 : at;
            if (from >= text.length()
                    || !(NumberText.read(text, from, NumberBudget.standard()) instanceof NumberText.Number found)) {
                return false;
            }
            at = found.end();
            String symbol = unit.symbol();
            String rest = text.substring(at).stripLeading();
            boolean percent = symbol.equals("%") && rest.startsWith("％");
            if (!symbol.isEmpty() && rest.startsWith(symbol) || percent) {
                at = text.length() - rest.length() + symbol.length();
            }
            Exact value = found.value().times(unit.scale());
            numbers.add(signed ? value.negate() : value);
            parts.add(numbers.get(numbers.size() - 1));
            return true;
        }

        private boolean word() {
            for (Spelling spelling : WORDS) {
                if (text.startsWith(spelling.text(), at)) {
                    at += spelling.text().length();
                    if (spelling.word() != Word.FILLER) {
                        parts.add(spelling.word());
                    }
                    return true;
                }
            }
            return false;
        }

        private Optional<NumberRange> ends() {
            if (numbers.isEmpty() || numbers.size() > 2) {
                return Optional.empty();
            }
            if (parts.size() == 1) {
                return Optional.of(NumberRange.of(numbers.get(0)));
            }
            if (parts.size() == 3 && numbers.size() == 2 && parts.get(1) == Word.DASH) {
                return range(Optional.of(numbers.get(0)), true, Optional.of(numbers.get(1)), true);
            }
            Optional<Exact> low = Optional.empty();
            Optional<Exact> high = Optional.empty();
            boolean lowIn = false;
            boolean highIn = false;
            int said = 0;
            for (int i = 0; i < parts.size(); i++) {
                if (!(parts.get(i) instanceof Word word)) {
                    continue;
                }
                boolean before = word == Word.FROM_BEFORE || word == Word.UP_TO_BEFORE;
                int number = before ? i - 1 : i + 1;
                if (word == Word.DASH
                        || number < 0
                        || number >= parts.size()
                        || !(parts.get(number) instanceof Exact end)) {
                    return Optional.empty();
                }
                said++;
                switch (word) {
                    case FROM_BEFORE, FROM_AFTER, OVER_AFTER -> {
                        if (low.isPresent()) {
                            return Optional.empty();
                        }
                        low = Optional.of(end);
                        lowIn = word != Word.OVER_AFTER;
                    }
                    default -> {
                        if (high.isPresent()) {
                            return Optional.empty();
                        }
                        high = Optional.of(end);
                        highIn = word != Word.BELOW_AFTER;
                    }
                }
            }
            return said == numbers.size() ? range(low, lowIn, high, highIn) : Optional.empty();
        }

        private static Optional<NumberRange> range(
                Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean highIn) {
            try {
                return Optional.of(new NumberRange(low, lowIn, high, highIn));
            } catch (IllegalArgumentException empty) {
                return Optional.empty();
            }
        }
    }
}
