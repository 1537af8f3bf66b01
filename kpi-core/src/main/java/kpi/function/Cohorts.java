package kpi.function;

import java.util.List;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberException;
import kpi.unit.Dimension;

/** Where a row stands among the rows. The row is one of them. */
final class Cohorts {
    private static final Exact TWO = Exact.of(2);

    static final RowChoice HIGHEST_FIRST =
            RowChoice.of("highest first", "高者在前", "the highest value is the best", "數值最高者為最佳");

    static final RowChoice LOWEST_FIRST =
            RowChoice.of("lowest first", "低者在前", "the lowest value is the best", "數值最低者為最佳");

    static final RowParameter.Named ORDER = RowParameter.named("order", "次序", HIGHEST_FIRST, LOWEST_FIRST);

    static final RowChoice BEST = RowChoice.of("ties share the best place", "同分同列最佳序位", "1, 2, 2, 4", "1、2、2、4");

    static final RowChoice WORST = RowChoice.of("ties share the worst place", "同分同列最差序位", "1, 3, 3, 4", "1、3、3、4");

    static final RowChoice MEAN =
            RowChoice.of("ties share the mean place", "同分同列平均序位", "1, 2.5, 2.5, 4", "1、2.5、2.5、4");

    static final RowChoice DENSE =
            RowChoice.of("ties share one place without gaps", "同分同列不跳號", "1, 2, 2, 3", "1、2、2、3");

    static final RowParameter.Named TIES = RowParameter.named("ties", "同分", BEST, WORST, MEAN, DENSE);

    static final RowChoice MIDPOINT =
            RowChoice.of("midpoint", "中點", "(rows below + half of the rows equal) / n", "（在其下的列數 + 與其相等列數的一半）÷ n");

    static final RowChoice INCLUSIVE = RowChoice.of(
            "inclusive",
            "含端點",
            "rows below / (n − 1): 0 % for the lowest row, 100 % for a single highest one",
            "在其下的列數 ÷（n − 1）：最低者 0%，獨居最高者 100%");

    static final RowChoice EXCLUSIVE = RowChoice.of(
            "exclusive",
            "不含端點",
            "(rows below + 1) / (n + 1): never 0 % or 100 %",
            "（在其下的列數 + 1）÷（n + 1）：不會是 0% 或 100%");

    static final RowChoice BELOW = RowChoice.of("below", "小於", "rows below / n", "在其下的列數 ÷ n");

    static final RowChoice AT_OR_BELOW =
            RowChoice.of("at or below", "小於等於", "rows not above, this one among them / n", "不在其上的列數（含本列）÷ n");

    static final RowParameter.Named PERCENT_RANK =
            RowParameter.named("definition", "定義", MIDPOINT, INCLUSIVE, EXCLUSIVE, BELOW, AT_OR_BELOW);

    static final RowFunction RANK = RowFunctionBuilder.named("rank", "序位")
            .doc(
                    "The place of a row among the rows; which end is first and what ties get is named.",
                    "一列在各列中的名次；須寫明何者在前、同分如何。")
            .asks(ORDER, TIES)
            .aboutOneRow()
            .yields(Dimension.NUMBER)
            .keeps(RowFunction.Keeps.VALUES)
            .example("9; 8*; 8; 7", "rank(T.x, highest first, ties share the best place)", "2")
            .example("9; 8*; 8; 7", "rank(T.x, highest first, ties share the worst place)", "3")
            .example("9; 8*; 8; 7", "rank(T.x, highest first, ties share the mean place)", "2.5")
            .example("9; 8; 8; 7*", "rank(T.x, highest first, ties share one place without gaps)", "3")
            .example("9; 8; 8; 7*", "rank(T.x, lowest first, ties share the best place)", "1")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(rank(
                    sample, own, options.choices().get(0), options.choices().get(1))));

    static final RowFunction PERCENTILE_RANK = RowFunctionBuilder.named("percentile rank", "百分等級")
            .doc("The share of the rows that a row is above, by a definition that is named.", "一列勝過的列數比率；須寫明所用的定義。")
            .asks(PERCENT_RANK)
            .aboutOneRow()
            .yields(Dimension.PERCENT)
            .keeps(RowFunction.Keeps.VALUES)
            .example("70; 80*; 80; 90; 95", "percentile rank(T.x, midpoint)", "40%")
            .example("70; 80*; 80; 90; 95", "percentile rank(T.x, inclusive)", "25%")
            .example("70; 80*; 80; 90; 95", "percentile rank(T.x, at or below)", "60%")
            .example("70; 80*; 80; 90; 95", "percentile rank(T.x, below)", "20%")
            .example("70; 80*; 80; 90", "percentile rank(T.x, exclusive)", "40%")
            .refuses("70*", "percentile rank(T.x, inclusive)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    percentRank(sample, own, options.choices().get(0))));

    static final RowFunction SHARE_OF_TOTAL = RowFunctionBuilder.named("share of total", "占合計比")
            .doc("The value of a row over the sum of all.", "一列的數值除以各列的合計。")
            .aboutOneRow()
            .yields(Dimension.RATIO)
            .example("1元*; 3元", "share of total(T.x)", "25%")
            .refuses("1*; -1", "share of total(T.x)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> {
                ExactSum sum = sample.sum();
                return new RowFunction.Reckoned(own.dividedBy(sum.value()), sum.isRounded());
            });

    static final RowFunction Z_SCORE = RowFunctionBuilder.named("z score", "標準分數")
            .doc(
                    "How many standard deviations a row lies above the mean; what the variance is divided by is named.",
                    "一列高於平均幾個標準差；須寫明變異數除以何數。")
            .asks(Spreads.BASIS)
            .aboutOneRow()
            .approximate()
            .yields(Dimension.RATIO)
            .keeps(RowFunction.Keeps.VALUES)
            .example("2; 4; 4; 4; 5; 5; 7; 9*", "z score(T.x, population)", "2")
            .example("1*; 2; 3", "z score(T.x, sample)", "-1")
            .refuses("5*; 5", "z score(T.x, population)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) ->
                    zScore(sample, own, options.choices().get(0)));

    static final RowFunction MIN_MAX = RowFunctionBuilder.named("min max", "全距標準化")
            .doc("Where a row lies between the smallest value, 0, and the largest, 1.", "一列在最小值（0）與最大值（1）之間的位置。")
            .aboutOneRow()
            .yields(Dimension.RATIO)
            .keeps(RowFunction.Keeps.ENDS)
            .example("10人; 15人*; 30人", "min max(T.x)", "25%")
            .refuses("5*; 5", "min max(T.x)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    own.minus(sample.least()).dividedBy(sample.most().minus(sample.least()))));

    static final RowFunction DISTANCE_TO_BEST = RowFunctionBuilder.named("distance to best", "與最佳差距")
            .doc(
                    "How far a row lies from the best one, in the unit of the values; which end is best is named.",
                    "一列與最佳者相差多少，單位與數值相同；須寫明何者為佳。")
            .asks(ORDER)
            .aboutOneRow()
            .keeps(RowFunction.Keeps.ENDS)
            .example("90分; 80分*; 95分", "distance to best(T.x, highest first)", "15分")
            .example("90分*; 80分; 95分", "distance to best(T.x, lowest first)", "10分")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(
                    options.choices().get(0).equals(HIGHEST_FIRST)
                            ? sample.most().minus(own)
                            : own.minus(sample.least())));

    static final RowFunction WINSORISED = RowFunctionBuilder.named("winsorised", "縮尾值")
            .alias("winsorized")
            .doc(
                    "The value of a row, kept between two percentiles of all; their definition is named.",
                    "一列的數值，限於各列的兩個百分位數之間；須寫明百分位數的定義。")
            .asks(RowParameter.level("low", "下比率"), RowParameter.level("high", "上比率"), Percentiles.DEFINITION)
            .aboutOneRow()
            .keeps(RowFunction.Keeps.VALUES)
            .example("1; 2; 3; 4; 100*", "winsorised(T.x, 0%, 75%, inclusive)", "4")
            .example("1; 2*; 3; 4; 100", "winsorised(T.x, 0%, 75%, inclusive)", "2")
            .example("1*; 2; 3; 4; 100", "winsorised(T.x, 25%, 75%, nearest rank)", "2")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(winsorised(sample, options, own)));

    static final List<RowFunction> ALL =
            List.of(RANK, PERCENTILE_RANK, SHARE_OF_TOTAL, Z_SCORE, MIN_MAX, DISTANCE_TO_BEST, WINSORISED);

    private Cohorts() {}

    private static Exact rank(Sample sample, Exact own, RowChoice order, RowChoice ties) {
        boolean highest = order.equals(HIGHEST_FIRST);
        int below = sample.below(own);
        int notAbove = sample.notAbove(own);
        if (ties.equals(DENSE)) {
            return Exact.of(1L + (highest ? sample.differentAbove(own) : sample.differentBelow(own)));
        }
        long best = 1 + (highest ? sample.count() - notAbove : below);
        long worst = highest ? sample.count() - below : notAbove;
        if (ties.equals(MEAN)) {
            return Exact.of(best + worst).dividedBy(TWO);
        }
        return Exact.of(ties.equals(BEST) ? best : worst);
    }

    private static Exact percentRank(Sample sample, Exact own, RowChoice definition) {
        Exact below = Exact.of(sample.below(own));
        Exact notAbove = Exact.of(sample.notAbove(own));
        Exact n = sample.size();
        if (definition.equals(MIDPOINT)) {
            return below.plus(notAbove).dividedBy(n.times(TWO));
        }
        if (definition.equals(INCLUSIVE)) {
            return below.dividedBy(n.minus(Exact.ONE));
        }
        if (definition.equals(EXCLUSIVE)) {
            return below.plus(Exact.ONE).dividedBy(n.plus(Exact.ONE));
        }
        return (definition.equals(BELOW) ? below : notAbove).dividedBy(n);
    }

    /** The root of an exact number, so that it is rounded once. */
    private static RowFunction.Reckoned zScore(Sample sample, Exact own, RowChoice basis) {
        RowFunction.Reckoned mean = sample.once("mean", () -> mean(sample));
        RowFunction.Reckoned variance = sample.once(basis, () -> Spreads.variance(sample, basis));
        Exact distance = own.minus(mean.value());
        Exact score = Approximations.sqrt(distance.times(distance).dividedBy(variance.value()));
        return new RowFunction.Reckoned(
                distance.signum() < 0 ? score.negate() : score, mean.rounded() || variance.rounded());
    }

    private static RowFunction.Reckoned mean(Sample sample) {
        ExactSum sum = new ExactSum();
        sample.values().forEach(sum::add);
        return Totals.quotient(sum, sample.size());
    }

    private static Exact winsorised(Sample sample, RowOptions options, Exact own) {
        RowChoice definition = options.choices().get(0);
        Exact low = Percentiles.at(sample.sorted(), options.levels().get(0), definition);
        Exact high = Percentiles.at(sample.sorted(), options.levels().get(1), definition);
        return own.max(low).min(high);
    }
}
