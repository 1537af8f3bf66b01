package kpi.function;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;

/** What lies below a share of the values, by the definitions in use. All are exact. */
final class Percentiles {
    private static final Exact TWO = Exact.of(2);

    static final RowChoice INCLUSIVE = RowChoice.of(
            "inclusive",
            "含端點",
            "interpolated at place 1 + p (n − 1): 0 % is the smallest value, 100 % the largest",
            "於第 1 + p (n − 1) 位內插：0% 為最小值，100% 為最大值");

    static final RowChoice EXCLUSIVE = RowChoice.of(
            "exclusive",
            "不含端點",
            "interpolated at place p (n + 1); undefined before the first and behind the last place",
            "於第 p (n + 1) 位內插；不足第一位或超過末位時無定義");

    static final RowChoice NEAREST_RANK = RowChoice.of(
            "nearest rank",
            "最近序位",
            "the smallest value that at least the share p of the values does not exceed; always one of the values",
            "至少有 p 的數值不超過的最小數值；必為其中一個數值");

    static final RowChoice MIDPOINT = RowChoice.of(
            "midpoint",
            "中點",
            "as nearest rank, but the mean of a value and the next where p n is whole",
            "同最近序位，但 p n 為整數時取該位與次位的平均");

    static final RowParameter.Named DEFINITION =
            RowParameter.named("definition", "定義", INCLUSIVE, EXCLUSIVE, NEAREST_RANK, MIDPOINT);

    private Percentiles() {}

    /** The percentile of values in order, of which there is at least one, at a level from 0 to 1. */
    static Exact at(Exact[] sorted, Exact level, RowChoice definition) {
        Exact n = Exact.of(sorted.length);
        if (definition.equals(INCLUSIVE)) {
            return interpolated(
                    sorted, level.times(Exact.of(sorted.length - 1L)).plus(Exact.ONE));
        }
        if (definition.equals(EXCLUSIVE)) {
            Exact place = level.times(Exact.of(sorted.length + 1L));
            if (place.compareTo(Exact.ONE) < 0 || place.compareTo(n) > 0) {
                throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "beyond the values there are");
            }
            return interpolated(sorted, place);
        }
        Exact share = level.times(n);
        int place = Math.max(1, whole(share.round(0, Rounding.CEILING)));
        boolean between =
                definition.equals(MIDPOINT) && share.isInteger() && share.signum() > 0 && place < sorted.length;
        return between ? sorted[place - 1].plus(sorted[place]).dividedBy(TWO) : sorted[place - 1];
    }

    static Exact median(Exact[] sorted) {
        return interpolated(sorted, Exact.of(sorted.length + 1L).dividedBy(TWO));
    }

    /** Between the values at the places before and behind, counted from 1. */
    private static Exact interpolated(Exact[] sorted, Exact place) {
        int before = whole(place.floor());
        Exact beyond = place.minus(Exact.of(before));
        Exact value = sorted[before - 1];
        return beyond.isZero() ? value : value.plus(beyond.times(sorted[before].minus(value)));
    }

    private static int whole(Exact integer) {
        return integer.numerator().intValueExact();
    }

    static final RowFunction MEDIAN = RowFunctionBuilder.named("median", "中位數")
            .doc(
                    "The middle one of the values in order, or the mean of the two in the middle.",
                    "數值依大小排列後居中者；筆數為偶數時取中間兩個的平均。")
            .keeps(RowFunction.Keeps.VALUES)
            .rising()
            .example("9; 1; 5", "median(T.x)", "5")
            .example("1%; 2%; 10%; 4%", "median(T.x)", "3%")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(median(sample.sorted())));

    static final RowFunction PERCENTILE = RowFunctionBuilder.named("percentile", "百分位數")
            .doc(
                    "The value below which a share of the values lies, by a definition that is named.",
                    "有指定比率的數值在其下的那個值；須寫明所用的定義。")
            .asks(RowParameter.level("level", "比率"), DEFINITION)
            .keeps(RowFunction.Keeps.VALUES)
            .rising()
            .example("15; 20; 35; 40; 50", "percentile(T.x, 40%, inclusive)", "29")
            .example("15; 20; 35; 40; 50", "percentile(T.x, 40%, exclusive)", "26")
            .example("15; 20; 35; 40; 50", "percentile(T.x, 40%, nearest rank)", "20")
            .example("15; 20; 35; 40; 50", "percentile(T.x, 40%, midpoint)", "27.5")
            .example("3分; 6分; 7分; 8分", "percentile(T.x, 100%, nearest rank)", "8分")
            .refuses("1; 2; 3", "percentile(T.x, 20%, exclusive)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(at(
                    sample.sorted(), options.levels().get(0), options.choices().get(0))));

    private static final RowChoice HALF_REACHED = RowChoice.of(
            "nearest rank",
            "最近序位",
            "the smallest value at which at least half of the weight is reached; always one of the values",
            "累計權重達到一半時的最小數值；必為其中一個數值");

    private static final RowChoice HALF_SHARED = RowChoice.of(
            "midpoint",
            "中點",
            "as nearest rank, but the mean of a value and the next where exactly half of the weight is reached",
            "同最近序位，但累計權重恰為一半時取該值與次值的平均");

    static final RowFunction WEIGHTED_MEDIAN = RowFunctionBuilder.named("weighted median", "加權中位數")
            .doc(
                    "The value with half of the weight below and half above it, by a definition that is named; the second value of a "
                            + "row is its weight.",
                    "其上與其下的權重各半的數值；須寫明所用的定義；每列的第二個值是權重。")
            .takes(2)
            .asks(RowParameter.named("definition", "定義", HALF_REACHED, HALF_SHARED))
            .keeps(RowFunction.Keeps.WEIGHTED_VALUES)
            .each(Totals::weighted)
            .example("70%, 10日; 80%, 30日; 95%, 20日", "weighted median(T.x, T.y, nearest rank)", "80%")
            .example("1, 1人; 2, 1人; 9, 2人", "weighted median(T.x, T.y, nearest rank)", "2")
            .example("1, 1人; 2, 1人; 9, 2人", "weighted median(T.x, T.y, midpoint)", "5.5")
            .example("1, 0; 5, 3; 9, 0", "weighted median(T.x, T.y, midpoint)", "5")
            .refuses("1, 0; 2, 0", "weighted median(T.x, T.y, midpoint)", NumberException.Kind.DIVISION_BY_ZERO)
            .refuses("1, -1; 2, 3", "weighted median(T.x, T.y, midpoint)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    weightedMedian(sample, options.choices().get(0))));

    static final List<RowFunction> ALL = List.of(MEDIAN, WEIGHTED_MEDIAN, PERCENTILE);

    private static Exact weightedMedian(Sample sample, RowChoice definition) {
        SortedMap<Exact, Exact> weights = sample.weighted();
        weights.values().removeIf(Exact::isZero);
        if (weights.isEmpty()) {
            throw new NumberException(NumberException.Kind.DIVISION_BY_ZERO, "no weight");
        }
        Exact whole = weights.values().stream().reduce(Exact.ZERO, Exact::plus);
        Iterator<Map.Entry<Exact, Exact>> rising = weights.entrySet().iterator();
        Map.Entry<Exact, Exact> at = rising.next();
        Exact twice = at.getValue().times(TWO);
        while (twice.compareTo(whole) < 0) {
            at = rising.next();
            twice = twice.plus(at.getValue().times(TWO));
        }
        boolean between = definition.equals(HALF_SHARED) && twice.equals(whole);
        return between ? at.getKey().plus(rising.next().getKey()).dividedBy(TWO) : at.getKey();
    }
}
