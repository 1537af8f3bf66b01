package kpi.function;

import java.util.Arrays;
import java.util.List;
import kpi.diagnostic.LocalText;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.unit.Dimension;

/** The shape of a distribution, its ends, and what is done about values far outside. */
final class Shapes {
    private static final Exact TWO = Exact.of(2);
    private static final Exact THREE = Exact.of(3);

    private static final RowChoice HIGHEST = RowChoice.of("highest", "最高", "the largest values", "最大的數值");
    private static final RowChoice LOWEST = RowChoice.of("lowest", "最低", "the smallest values", "最小的數值");
    private static final RowParameter.Named END = RowParameter.named("end", "端", HIGHEST, LOWEST);

    private static final List<RowChoice> COUNTS = List.of(
            RowChoice.of("one point", "一點", "one value", "一個數值"),
            RowChoice.of("two points", "二點", "two values", "兩個數值"),
            RowChoice.of("three points", "三點", "three values", "三個數值"),
            RowChoice.of("four points", "四點", "four values", "四個數值"),
            RowChoice.of("five points", "五點", "five values", "五個數值"));

    private static final RowChoice UP = RowChoice.of(
            "rows rounded up", "列數進位", "a share of the rows that is no whole number counts one more", "比率所得列數不是整數時進位");

    private static final RowChoice DOWN = RowChoice.of(
            "rows rounded down", "列數捨去", "a share of the rows that is no whole number is cut", "比率所得列數不是整數時捨去");

    static final RowFunction SKEWNESS = RowFunctionBuilder.named("skewness", "偏態係數")
            .doc(
                    "How far the values reach to one side of their mean: m₃ ÷ m₂^(3/2) for the population; the sample's is times "
                            + "√(n(n − 1)) ÷ (n − 2), as spreadsheets have it.",
                    "數值偏向平均一側的程度：母體為 m₃ ÷ m₂^(3/2)；樣本另乘 √(n(n − 1)) ÷ (n − 2)，與試算表相同。")
            .asks(Spreads.BASIS)
            .keeps(RowFunction.Keeps.VALUES)
            .yields(Dimension.NUMBER)
            .approximate()
            .example("1; 2; 3", "skewness(T.x, sample)", "0")
            .example("0; 0; 0; 4", "skewness(T.x, sample)", "2")
            .refuses("1; 2", "skewness(T.x, sample)", NumberException.Kind.DIVISION_BY_ZERO)
            .refuses("5; 5; 5", "skewness(T.x, population)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    skewness(sample, options.choices().get(0))));

    static final RowFunction KURTOSIS = RowFunctionBuilder.named("kurtosis", "峰態係數")
            .doc(
                    "How heavy the ends are, beyond those of a normal distribution: g = m₄ ÷ m₂² − 3 for the population; the sample's is "
                            + "(n − 1) ÷ ((n − 2)(n − 3)) × ((n + 1) g + 6), as spreadsheets have it.",
                    "兩端的厚度，減去常態分配者：母體為 g = m₄ ÷ m₂² − 3；樣本為 (n − 1) ÷ ((n − 2)(n − 3)) × ((n + 1) g + 6)，與試算表相同。")
            .asks(Spreads.BASIS)
            .keeps(RowFunction.Keeps.VALUES)
            .yields(Dimension.NUMBER)
            .example("1; 3", "kurtosis(T.x, population)", "-2")
            .example("0; 0; 0; 4", "kurtosis(T.x, sample)", "4")
            .refuses("1; 2; 3", "kurtosis(T.x, sample)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    kurtosis(sample, options.choices().get(0))));

    static final RowFunction MEAN_OF_TOP = RowFunctionBuilder.named("mean of the top", "前段平均")
            .doc(
                    "The mean of the largest values, as many as a share of the rows; what becomes of a part of a row is named.",
                    "最大的數值的平均，筆數為列數的指定比率；須寫明不足一列時如何。")
            .asks(RowParameter.level("share", "比率"), RowParameter.named("rows", "列數", UP, DOWN))
            .keeps(RowFunction.Keeps.VALUES)
            .example("1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11", "mean of the top(T.x, 10%, rows rounded up)", "10.5")
            .example("1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11", "mean of the top(T.x, 10%, rows rounded down)", "11")
            .refuses("1; 2; 3", "mean of the top(T.x, 10%, rows rounded down)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> meanOfTop(sample, options));

    static final RowFunction OUTER_FENCE = RowFunctionBuilder.named("outer fence", "外圍界限")
            .doc(
                    "Three interquartile ranges outside the quartiles: what lies beyond is an extreme outlier. The end and the definition "
                            + "of the quartiles are named.",
                    "四分位數之外三倍四分位距處；再往外者為極端離群值。須寫明何端與四分位數的定義。")
            .asks(END, Percentiles.DEFINITION)
            .keeps(RowFunction.Keeps.VALUES)
            .example("1; 2; 3; 4; 5", "outer fence(T.x, highest, inclusive)", "10")
            .example("1分; 2分; 3分; 4分; 5分", "outer fence(T.x, lowest, inclusive)", "-4分")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(outerFence(sample, options)));

    static final RowFunction WINSORISED_POINTS = RowFunctionBuilder.named("winsorised points", "縮尾點值")
            .alias("winsorized points")
            .doc(
                    "The value of a row, where so many of the largest or smallest values take the value of the next one inside.",
                    "一列的數值；最大或最小的若干個數值改為其內側下一個的數值。")
            .asks(END, new RowParameter.Named(new LocalText("點數", "points"), COUNTS))
            .aboutOneRow()
            .keeps(RowFunction.Keeps.VALUES)
            .example("1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 30; 100*", "winsorised points(T.x, highest, one point)", "30")
            .example("1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 30*; 100", "winsorised points(T.x, highest, two points)", "10")
            .example("1*; 2; 3", "winsorised points(T.x, lowest, one point)", "2")
            .refuses("1*; 2", "winsorised points(T.x, lowest, two points)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(winsorised(sample, options, own)));

    static final List<RowFunction> ALL = List.of(SKEWNESS, KURTOSIS, MEAN_OF_TOP, OUTER_FENCE, WINSORISED_POINTS);

    private Shapes() {}

    /** The mean of the powers of the distances from the mean. */
    private static Exact moment(Sample sample, int power) {
        Exact mean = sum(sample.values()).dividedBy(sample.size());
        Exact sum = Exact.ZERO;
        for (Exact value : sample.sorted()) {
            Exact distance = value.minus(mean);
            Exact product = distance;
            for (int i = 1; i < power; i++) {
                product = product.times(distance);
            }
            sum = sum.plus(product);
        }
        return sum.dividedBy(sample.size());
    }

    private static Exact sum(List<Exact> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum.value();
    }

    /** The root of an exact number, so that it is rounded once. */
    private static Exact skewness(Sample sample, RowChoice basis) {
        Exact n = sample.size();
        Exact third = moment(sample, 3);
        Exact second = moment(sample, 2);
        Exact square = third.times(third).dividedBy(second.times(second).times(second));
        if (basis.equals(Spreads.SAMPLE)) {
            Exact less = n.minus(TWO);
            square = square.times(n.times(n.minus(Exact.ONE))).dividedBy(less.times(less));
        }
        Exact skewness = Approximations.sqrt(square);
        return third.signum() < 0 ? skewness.negate() : skewness;
    }

    private static Exact kurtosis(Sample sample, RowChoice basis) {
        Exact n = sample.size();
        Exact second = moment(sample, 2);
        Exact excess = moment(sample, 4).dividedBy(second.times(second)).minus(THREE);
        if (basis.equals(Spreads.POPULATION)) {
            return excess;
        }
        return n.minus(Exact.ONE)
                .dividedBy(n.minus(TWO).times(n.minus(THREE)))
                .times(n.plus(Exact.ONE).times(excess).plus(Exact.of(6)));
    }

    private static RowFunction.Reckoned meanOfTop(Sample sample, RowOptions options) {
        Rounding mode = options.choices().get(0).equals(UP) ? Rounding.CEILING : Rounding.FLOOR;
        int rows = options.levels()
                .get(0)
                .times(sample.size())
                .round(0, mode)
                .numerator()
                .intValueExact();
        Exact[] sorted = sample.sorted();
        ExactSum sum = new ExactSum();
        Arrays.stream(sorted, sorted.length - rows, sorted.length).forEach(sum::add);
        return Totals.quotient(sum, Exact.of(rows));
    }

    private static Exact outerFence(Sample sample, RowOptions options) {
        RowChoice definition = options.choices().get(1);
        Exact low = Percentiles.at(sample.sorted(), Exact.of(25, 2), definition);
        Exact high = Percentiles.at(sample.sorted(), Exact.of(75, 2), definition);
        Exact range = high.minus(low).times(THREE);
        return options.choices().get(0).equals(HIGHEST) ? high.plus(range) : low.minus(range);
    }

    private static Exact winsorised(Sample sample, RowOptions options, Exact own) {
        int points = COUNTS.indexOf(options.choices().get(1)) + 1;
        Exact[] sorted = sample.sorted();
        if (points >= sorted.length) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "as many points as there are rows");
        }
        return options.choices().get(0).equals(HIGHEST)
                ? own.min(sorted[sorted.length - 1 - points])
                : own.max(sorted[points]);
    }
}
