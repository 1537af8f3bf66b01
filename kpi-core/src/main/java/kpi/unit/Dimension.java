package kpi.unit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;

/**
 * What a quantity is a quantity of: the static type of every number.
 *
 * <p>A dimension says nothing about size: 千元 and 元 are both money, % and ‰ are both percent. What may be added to,
 * compared with or divided by what is said by {@link UnitAlgebra}.
 *
 * <p>Example: {@code Dimension.count("人").name(Language.EN)} is {@code "count (人)"}.
 */
public sealed interface Dimension {
    /** A bare number. */
    Dimension NUMBER = new Plain();

    /** Like over like: no unit is left. */
    Dimension RATIO = new Ratio();

    /** A share written in % or ‰. */
    Dimension PERCENT = new Percent();

    /** The difference of two percentages. */
    Dimension PERCENTAGE_POINT = new PercentagePoint();

    /** Points awarded: 分. */
    Dimension POINTS = new Points();

    /** Things counted under a label; two labels never mix. Refuses a blank label with {@link KpiUsageException}. */
    static Dimension count(String label) {
        return new Count(label);
    }

    /** Money, in 元. */
    static Dimension money() {
        return base(Physical.MONEY);
    }

    /** What one base unit measures, for instance 公斤; refuses a blank name with {@link KpiUsageException}. */
    static Dimension base(String unit) {
        return new Physical(new TreeMap<>(Map.of(unit, 1)));
    }

    /** The word for the base unit: {@code "元/人"}, {@code "人"}; empty for numbers and ratios. */
    String symbol();

    /** A name for messages: {@code "金額(元)"}, {@code "money (元)"}. */
    String name(Language language);

    /** A bare number. */
    record Plain() implements Dimension {
        @Override
        public String symbol() {
            return "";
        }

        @Override
        public String name(Language language) {
            return language == Language.ZH_TW ? "數值" : "number";
        }
    }

    /** Like over like. */
    record Ratio() implements Dimension {
        @Override
        public String symbol() {
            return "";
        }

        @Override
        public String name(Language language) {
            return language == Language.ZH_TW ? "比率" : "ratio";
        }
    }

    /** % and ‰ are scales of it. */
    record Percent() implements Dimension {
        @Override
        public String symbol() {
            return "%";
        }

        @Override
        public String name(Language language) {
            return DimensionNames.named(language, "百分比", "percent", symbol());
        }
    }

    /** 百分點. */
    record PercentagePoint() implements Dimension {
        @Override
        public String symbol() {
            return "百分點";
        }

        @Override
        public String name(Language language) {
            return language == Language.ZH_TW ? "百分點" : "percentage points";
        }
    }

    /** 分. */
    record Points() implements Dimension {
        @Override
        public String symbol() {
            return "分";
        }

        @Override
        public String name(Language language) {
            return DimensionNames.named(language, "分數", "points", symbol());
        }
    }

    /** Things counted under one label: 人, 件, 次. */
    record Count(String label) implements Dimension {
        /** Refuses a blank label. */
        public Count {
            DimensionNames.requireName(label);
        }

        @Override
        public String symbol() {
            return label;
        }

        @Override
        public String name(Language language) {
            return DimensionNames.named(language, "計數", "count", symbol());
        }
    }

    /**
     * A product of powers of base units, perhaps per count: money is {@code {元=1}}, area {@code {公尺=2}}, money per
     * person {@code {元=1}} with the label {@code {人=-1}}.
     *
     * @param exponents base unit to exponent; never empty, never zero
     * @param labels count label to exponent; never zero, mostly empty
     */
    record Physical(SortedMap<String, Integer> exponents, SortedMap<String, Integer> labels) implements Dimension {
        /** The largest exponent either way: past it a product means nothing any more. */
        public static final int MAX_EXPONENT = 9;

        static final String MONEY = "元";

        /** Refuses blank names, zero or huge exponents, and no base unit at all with {@link KpiUsageException}. */
        public Physical {
            exponents = Collections.unmodifiableSortedMap(new TreeMap<>(exponents));
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
            if (exponents.isEmpty()) {
                throw new KpiUsageException("a physical dimension needs a base unit");
            }
            exponents.forEach(DimensionNames::requirePower);
            labels.forEach(DimensionNames::requirePower);
        }

        /** Base units only. */
        public Physical(SortedMap<String, Integer> exponents) {
            this(exponents, Collections.emptySortedMap());
        }

        /** Units share their dimension, so most are one object: to compare two maps is dear. */
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Physical physical
                            && exponents.equals(physical.exponents)
                            && labels.equals(physical.labels);
        }

        @Override
        public int hashCode() {
            return 31 * exponents.hashCode() + labels.hashCode();
        }

        /** Whether this is money, or money per something. */
        public boolean isMoney() {
            return exponents.containsKey(MONEY);
        }

        @Override
        public String symbol() {
            return DimensionNames.symbol(this);
        }

        @Override
        public String name(Language language) {
            return DimensionNames.named(language, this);
        }
    }
}
