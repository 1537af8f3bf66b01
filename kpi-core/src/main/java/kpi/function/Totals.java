package kpi.function;

import java.util.List;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;

/** Sums, counts, and what is one sum over another. Each sum is exact, or marked: see {@link ExactSum}. */
final class Totals {
    static final RowFunction SUM = RowFunctionBuilder.named("sum", "合計")
            .alias("總和", "Σ", "∑")
            .doc("The sum of the values; 0 of no rows.", "各列數值的總和；沒有列時為 0。")
            .zeroOfNone()
            .rising()
            .example("1元; 2元; 3.5元", "sum(T.x)", "6.5元")
            .compute((sample, options, own) -> total(sample.sum()));

    static final RowFunction COUNT = RowFunctionBuilder.named("count", "筆數")
            .alias("個數")
            .doc("How many rows there are; 0 of none.", "列數；沒有列時為 0。")
            .takes(0)
            .keeps(RowFunction.Keeps.ENDS)
            .yields(Dimension.NUMBER)
            .zeroOfNone()
            .example("5; 5; 7", "count(T)", "3")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(sample.size()));

    static final RowFunction COUNT_DISTINCT = RowFunctionBuilder.named("count distinct", "相異數")
            .alias("distinct count")
            .doc("How many different values there are, of numbers, texts, dates or periods.", "不同的值有幾個；數值、文字、日期、期別皆可。")
            .yields(Dimension.NUMBER)
            .keeps(RowFunction.Keeps.DISTINCT)
            .zeroOfNone()
            .example("5; 5; 7", "count distinct(T.x)", "2")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(Exact.of(sample.distinct())));

    static final RowFunction AVERAGE = RowFunctionBuilder.named("average", "平均")
            .alias("mean", "平均值", "平均數")
            .doc("The sum of the values over their number.", "各列數值的總和除以筆數。")
            .rising()
            .example("1; 2", "average(T.x)", "1.5")
            .compute((sample, options, own) -> quotient(sample.sum(), sample.size()));

    static final RowFunction MIN = RowFunctionBuilder.named("min", "最小值")
            .alias("取小")
            .keeps(RowFunction.Keeps.ENDS)
            .doc("The smallest of the values.", "各列數值中最小的一個。")
            .rising()
            .example("3; 1; 2", "min(T.x)", "1")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(sample.least()));

    static final RowFunction MAX = RowFunctionBuilder.named("max", "最大值")
            .alias("取大")
            .keeps(RowFunction.Keeps.ENDS)
            .doc("The largest of the values.", "各列數值中最大的一個。")
            .rising()
            .example("3; 1; 2", "max(T.x)", "3")
            .compute((sample, options, own) -> RowFunction.Reckoned.exact(sample.most()));

    static final RowFunction WEIGHTED_MEAN = RowFunctionBuilder.named("weighted mean", "加權平均")
            .alias("weighted average", "加權平均數")
            .doc(
                    "The sum of value × weight over the sum of the weights; the second value of a row is its weight.",
                    "各列數值乘權重之和，除以權重之和；每列的第二個值是權重。")
            .takes(2)
            .keeps(RowFunction.Keeps.PRODUCTS)
            .each(Totals::weighted)
            .example("90分, 40%; 80分, 60%", "weighted mean(T.x, T.y)", "84分")
            .example("1, 1人; 4, 2人", "weighted mean(T.x, T.y)", "3")
            .refuses("1, 0; 2, 0", "weighted mean(T.x, T.y)", NumberException.Kind.DIVISION_BY_ZERO)
            .refuses("1, -1; 2, 3", "weighted mean(T.x, T.y)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) -> ratio(sample.products(), sample.second()));

    static final RowFunction RATIO_OF_SUMS = RowFunctionBuilder.named("ratio of sums", "總和之比")
            .doc(
                    "The sum of the first values over the sum of the second: the ratio of the whole.",
                    "第一個值的總和除以第二個值的總和，即整體的比率。")
            .takes(2)
            .keeps(RowFunction.Keeps.SUMS)
            .yields(Totals::quotient)
            .example("1元, 2人; 9元, 8人", "ratio of sums(T.x, T.y)", "1元/人")
            .refuses("1, 0", "ratio of sums(T.x, T.y)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> ratio(sample.sum(), sample.second()));

    static final RowFunction MEAN_OF_RATIOS = RowFunctionBuilder.named("mean of ratios", "比率之平均")
            .doc("The mean of the ratio that each row has by itself, every row counting alike.", "各列自身比率的平均，每列同等計算。")
            .takes(2)
            .yields(Totals::quotient)
            .each(numbers -> numbers.get(0).dividedBy(numbers.get(1)))
            .example("1元, 2人; 9元, 8人", "mean of ratios(T.x, T.y)", "0.8125元/人")
            .refuses("1, 2; 1, 0", "mean of ratios(T.x, T.y)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> quotient(sample.sum(), sample.size()));

    static final List<RowFunction> ALL =
            List.of(SUM, COUNT, COUNT_DISTINCT, AVERAGE, WEIGHTED_MEAN, MIN, MAX, RATIO_OF_SUMS, MEAN_OF_RATIOS);

    private Totals() {}

    private static RowFunction.Reckoned total(ExactSum sum) {
        return new RowFunction.Reckoned(sum.value(), sum.isRounded());
    }

    static RowFunction.Reckoned quotient(ExactSum sum, Exact divisor) {
        return new RowFunction.Reckoned(sum.value().dividedBy(divisor), sum.isRounded());
    }

    private static RowFunction.Reckoned ratio(ExactSum above, ExactSum below) {
        return new RowFunction.Reckoned(above.value().dividedBy(below.value()), above.isRounded() || below.isRounded());
    }

    private static UnitAlgebra.Outcome quotient(List<Dimension> dimensions) {
        return UnitAlgebra.dividedBy(dimensions.get(0), dimensions.get(1));
    }

    static Exact weighted(List<Exact> numbers) {
        if (numbers.get(1).signum() < 0) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "a weight below zero");
        }
        return numbers.get(0);
    }
}
