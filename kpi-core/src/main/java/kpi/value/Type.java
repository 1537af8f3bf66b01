package kpi.value;

import java.util.List;
import java.util.Objects;
import kpi.diagnostic.Language;
import kpi.unit.Dimension;

/**
 * What kind of value an expression yields, known before any data is read.
 *
 * <p>Example: {@code 債務還本數/稅課收入*100%} has the type {@code Type.measure(Dimension.PERCENT)}.
 */
public sealed interface Type {

    /** Yes or no. */
    Type TRUTH = new Plain("是否", "yes/no");

    /** Text. */
    Type TEXT = new Plain("文字", "text");

    /** A day. */
    Type DATE = new Plain("日期", "date");

    /** A reporting period. */
    Type PERIOD = new Plain("期別", "period");

    /** A number without a unit. */
    Type NUMBER = new Measure(Dimension.NUMBER);

    /** Like over like. */
    Type RATIO = new Measure(Dimension.RATIO);

    /** A percentage. */
    Type PERCENT = new Measure(Dimension.PERCENT);

    /** A number with a dimension. */
    record Measure(Dimension dimension) implements Type {
        public Measure {
            Objects.requireNonNull(dimension, "dimension");
        }

        @Override
        public String name(Language language) {
            return dimension.name(language);
        }
    }

    /** A value without a dimension. */
    record Plain(String zh, String en) implements Type {
        public Plain {
            Objects.requireNonNull(zh, "zh");
            Objects.requireNonNull(en, "en");
        }

        @Override
        public String name(Language language) {
            return language == Language.ZH_TW ? zh : en;
        }
    }

    /** One of several texts, as a column declares them. */
    record Choice(List<String> values) implements Type {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String name(Language language) {
            return (language == Language.ZH_TW ? "文字，限 " : "text, one of ") + String.join(" | ", values);
        }
    }

    /** The type of numbers of this dimension. */
    static Type measure(Dimension dimension) {
        if (dimension instanceof Dimension.Plain) {
            return NUMBER;
        }
        if (dimension instanceof Dimension.Ratio) {
            return RATIO;
        }
        return dimension instanceof Dimension.Percent ? PERCENT : new Measure(dimension);
    }

    /** The type of a value at hand. */
    static Type of(Value value) {
        if (value instanceof Quantity quantity) {
            return measure(quantity.dimension());
        }
        if (value instanceof Truth) {
            return TRUTH;
        }
        if (value instanceof DateValue) {
            return DATE;
        }
        return value instanceof PeriodValue ? PERIOD : TEXT;
    }

    /** How messages call it. */
    String name(Language language);

    /** Whether values of this type are texts. */
    default boolean isText() {
        return this == TEXT || this instanceof Choice;
    }
}
