package kpi.unit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Types of arithmetic, checked before any data is read. Numbers are kept in base units (5.35 % is 0.0535), so these are
 * rules about types alone. Total: every pair of dimensions has an answer, either a dimension or the reason why not.
 *
 * <p>Example: {@code UnitAlgebra.plus(Dimension.NUMBER, Dimension.PERCENT)} is a clash, because {@code 1 − 5 %} has two
 * readings; {@code 100 % − 5 %} has one.
 */
public final class UnitAlgebra {
    private UnitAlgebra() {}

    /** What an operation yields. */
    public sealed interface Outcome {
        /** A dimension. */
        record Of(Dimension dimension) implements Outcome {}

        /** Nothing, and why. */
        record Clash(Reason reason) implements Outcome {}
    }

    /** Why two dimensions do not go together. */
    public enum Reason {
        /** Counts of different things: 人 and 件. */
        DIFFERENT_LABELS,
        /** Different kinds: money and points. */
        DIFFERENT_DIMENSIONS,
        /** A bare number beside %: 1 − 5 %. */
        NUMBER_AND_PERCENT,
        /** A bare number beside 百分點. */
        NUMBER_AND_PERCENTAGE_POINT,
        /** A bare number beside money or another measure. */
        NUMBER_AND_MONEY,
        /** 元 × 元. */
        MONEY_SQUARED,
        /** A product nobody can name: 分 × 分. */
        NO_SUCH_PRODUCT,
        /** A quotient nobody can name: 件 ÷ 分. */
        NO_SUCH_QUOTIENT,
        /** An exponent past {@link Dimension.Physical#MAX_EXPONENT}. */
        EXPONENT_TOO_LARGE
    }

    /** a + b. A bare number takes a label; it never takes % or money. */
    public static Outcome plus(Dimension a, Dimension b) {
        if (a.equals(b)) {
            return new Outcome.Of(a);
        }
        if (a instanceof Dimension.Plain) {
            return numberPlus(b);
        }
        if (b instanceof Dimension.Plain) {
            return numberPlus(a);
        }
        Outcome oneWay = sum(a, b);
        return oneWay instanceof Outcome.Of ? oneWay : sum(b, a);
    }

    /** a − b, typed as a + b. */
    public static Outcome minus(Dimension a, Dimension b) {
        return plus(a, b);
    }

    /** Whether a and b may be compared, and as what. */
    public static Outcome compare(Dimension a, Dimension b) {
        return plus(a, b);
    }

    /** What min, max and the branches of a condition have in common. */
    public static Outcome join(Dimension a, Dimension b) {
        return plus(a, b);
    }

    /** a × b. Counts lose their labels in one another; price × pieces is money. */
    public static Outcome times(Dimension a, Dimension b) {
        Outcome oneWay = product(a, b);
        return oneWay instanceof Outcome.Of ? oneWay : product(b, a) instanceof Outcome.Of of ? of : oneWay;
    }

    /**
     * a ÷ b. Like over like is a ratio, % and 百分點 among them; % over a count is %; money per count is a unit of its own.
     */
    public static Outcome dividedBy(Dimension a, Dimension b) {
        if (a.equals(b)) {
            return new Outcome.Of(Dimension.RATIO);
        }
        if (isBare(b)) {
            return new Outcome.Of(a);
        }
        if (b instanceof Dimension.Count count) {
            return perCount(a, count);
        }
        if (b instanceof Dimension.Percent) {
            return new Outcome.Of(a instanceof Dimension.PercentagePoint ? Dimension.RATIO : a);
        }
        if (b instanceof Dimension.PercentagePoint && a instanceof Dimension.Percent) {
            return new Outcome.Of(Dimension.RATIO);
        }
        if (b instanceof Dimension.Physical physical) {
            return perMeasure(a, physical);
        }
        return clash(Reason.NO_SUCH_QUOTIENT);
    }

    /**
     * base to a whole power: repeated {@link #times}, except that a count stays without its label; a negative power
     * divides 1 by the positive one, and the power of 0 is bare.
     */
    public static Outcome power(Dimension base, int exponent) {
        if (exponent == 0) {
            return new Outcome.Of(base instanceof Dimension.Plain ? Dimension.NUMBER : Dimension.RATIO);
        }
        if (exponent < 0) {
            // −exponent would overflow for the smallest int; no dimension tells it from its neighbour.
            Outcome positive = power(base, exponent == Integer.MIN_VALUE ? Integer.MAX_VALUE : -exponent);
            return positive instanceof Outcome.Of of ? dividedBy(Dimension.NUMBER, of.dimension()) : positive;
        }
        if (base instanceof Dimension.Count && exponent > 1) {
            return new Outcome.Of(Dimension.NUMBER);
        }
        Outcome result = new Outcome.Of(base);
        // Only the exponents of measures still change past the second factor, and those end at their bound.
        int factors = Math.min(exponent, Dimension.Physical.MAX_EXPONENT + 1);
        for (int i = 1; i < factors && result instanceof Outcome.Of of; i++) {
            result = times(of.dimension(), base);
        }
        return result;
    }

    private static Outcome sum(Dimension a, Dimension b) {
        boolean share = a instanceof Dimension.Ratio || a instanceof Dimension.Percent;
        if (share && (b instanceof Dimension.Percent || b instanceof Dimension.PercentagePoint)) {
            return new Outcome.Of(Dimension.PERCENT);
        }
        boolean labels = a instanceof Dimension.Count && b instanceof Dimension.Count;
        return clash(labels ? Reason.DIFFERENT_LABELS : Reason.DIFFERENT_DIMENSIONS);
    }

    private static Outcome numberPlus(Dimension b) {
        if (b instanceof Dimension.Percent) {
            return clash(Reason.NUMBER_AND_PERCENT);
        }
        if (b instanceof Dimension.PercentagePoint) {
            return clash(Reason.NUMBER_AND_PERCENTAGE_POINT);
        }
        return b instanceof Dimension.Physical ? clash(Reason.NUMBER_AND_MONEY) : new Outcome.Of(b);
    }

    private static boolean isBare(Dimension d) {
        return d instanceof Dimension.Plain || d instanceof Dimension.Ratio;
    }

    private static boolean isAmount(Dimension d) {
        return d instanceof Dimension.Count || d instanceof Dimension.Points || d instanceof Dimension.Physical;
    }

    private static Outcome product(Dimension a, Dimension b) {
        if (a instanceof Dimension.Plain || (a instanceof Dimension.Ratio && !(b instanceof Dimension.Plain))) {
            return new Outcome.Of(b);
        }
        if (a instanceof Dimension.Percent) {
            if (isAmount(b)) {
                return new Outcome.Of(b);
            }
            return new Outcome.Of(b instanceof Dimension.PercentagePoint ? b : a);
        }
        if (a instanceof Dimension.Count count) {
            return countTimes(count, b);
        }
        if (a instanceof Dimension.Physical first && b instanceof Dimension.Physical second) {
            return combined(first, second, 1);
        }
        return clash(Reason.NO_SUCH_PRODUCT);
    }

    private static Outcome countTimes(Dimension.Count count, Dimension b) {
        if (b instanceof Dimension.Count) {
            return new Outcome.Of(Dimension.NUMBER);
        }
        if (b instanceof Dimension.Points) {
            return new Outcome.Of(b);
        }
        if (b instanceof Dimension.Physical physical) {
            boolean cancels = physical.labels().getOrDefault(count.label(), 0) < 0;
            return cancels ? labelled(physical, count, 1) : new Outcome.Of(physical);
        }
        return clash(Reason.NO_SUCH_PRODUCT);
    }

    private static Outcome perCount(Dimension a, Dimension.Count count) {
        if (a instanceof Dimension.Count) {
            return new Outcome.Of(Dimension.RATIO);
        }
        if (a instanceof Dimension.PercentagePoint) {
            return clash(Reason.NO_SUCH_QUOTIENT);
        }
        return a instanceof Dimension.Physical physical ? labelled(physical, count, -1) : new Outcome.Of(a);
    }

    private static Outcome perMeasure(Dimension a, Dimension.Physical b) {
        if (isBare(a)) {
            return normal(scaled(b.exponents(), -1), scaled(b.labels(), -1));
        }
        if (a instanceof Dimension.Count count) {
            SortedMap<String, Integer> labels = scaled(b.labels(), -1);
            labels.merge(count.label(), 1, Integer::sum);
            return normal(scaled(b.exponents(), -1), labels);
        }
        return a instanceof Dimension.Physical physical ? combined(physical, b, -1) : clash(Reason.NO_SUCH_QUOTIENT);
    }

    private static Outcome labelled(Dimension.Physical physical, Dimension.Count count, int exponent) {
        SortedMap<String, Integer> labels = new TreeMap<>(physical.labels());
        labels.merge(count.label(), exponent, Integer::sum);
        return normal(new TreeMap<>(physical.exponents()), labels);
    }

    private static Outcome combined(Dimension.Physical a, Dimension.Physical b, int sign) {
        SortedMap<String, Integer> exponents = new TreeMap<>(a.exponents());
        SortedMap<String, Integer> labels = new TreeMap<>(a.labels());
        scaled(b.exponents(), sign).forEach((unit, exponent) -> exponents.merge(unit, exponent, Integer::sum));
        scaled(b.labels(), sign).forEach((label, exponent) -> labels.merge(label, exponent, Integer::sum));
        return normal(exponents, labels);
    }

    /** Drops what cancelled out; what is left without a base unit is a count, or like over like. */
    private static Outcome normal(SortedMap<String, Integer> exponents, SortedMap<String, Integer> labels) {
        exponents.values().removeIf(exponent -> exponent == 0);
        labels.values().removeIf(exponent -> exponent == 0);
        if (exponents.isEmpty()) {
            boolean oneLabel = labels.size() == 1 && labels.containsValue(1);
            return new Outcome.Of(oneLabel ? Dimension.count(labels.firstKey()) : Dimension.RATIO);
        }
        if (Math.abs(exponents.getOrDefault(Dimension.Physical.MONEY, 0)) > 1) {
            return clash(Reason.MONEY_SQUARED);
        }
        return isTooLarge(exponents) || isTooLarge(labels)
                ? clash(Reason.EXPONENT_TOO_LARGE)
                : new Outcome.Of(new Dimension.Physical(exponents, labels));
    }

    private static boolean isTooLarge(Map<String, Integer> powers) {
        return powers.values().stream().anyMatch(exponent -> Math.abs(exponent) > Dimension.Physical.MAX_EXPONENT);
    }

    private static SortedMap<String, Integer> scaled(Map<String, Integer> powers, int sign) {
        SortedMap<String, Integer> result = new TreeMap<>();
        powers.forEach((name, exponent) -> result.put(name, sign * exponent));
        return result;
    }

    private static Outcome clash(Reason reason) {
        return new Outcome.Clash(reason);
    }
}
