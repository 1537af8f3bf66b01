package kpi.function;

import java.util.List;
import java.util.stream.IntStream;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Dimension;

/** Sums and means of arguments written out; those of rows are aggregates. */
final class Means {
    private static final KpiFunction SUM = KpiFunction.named("sum", "合計")
            .alias("總和")
            .doc("The sum of its arguments.", "各引數的總和。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("sum(1, 2, 3.5)", "6.5")
            .example("sum(3 人, 4 人)", "7 人")
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES)
            .compute(a -> a.result(total(a.numbers())));

    private static final KpiFunction AVERAGE = KpiFunction.named("average", "平均")
            .alias("mean")
            .alias("平均值")
            .alias("平均數")
            .doc("The arithmetic mean of its arguments.", "各引數的算術平均。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("average(1, 2)", "1.5")
            .example("average(82%, 75%, 22%, 31%)", "52.5%")
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES, Law.SHIFTS, Law.BETWEEN)
            .compute(a -> a.result(total(a.numbers()).dividedBy(Exact.of(a.count()))));

    private static final KpiFunction WEIGHTED_MEAN = KpiFunction.named("weighted mean", "加權平均")
            .alias("weighted average")
            .alias("加權平均數")
            .doc(
                    "The mean of values, each behind it its weight: the sum of value × weight over the sum of the weights.",
                    "每個數值之後寫其權重；各數值乘權重之和，除以權重之和。")
            .takes(Signature.repeated(Parameter.joined("x"), Parameter.beside("weight", "權重")))
            .example("weighted mean(90分, 40%, 80分, 60%)", "84分")
            .example("weighted mean(1, 1, 4, 2)", "3")
            .refuses("weighted mean(1, 0, 2, 0)", NumberException.Kind.DIVISION_BY_ZERO)
            .refuses("weighted mean(1, -1, 2, 3)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .law(Law.SCALES)
            .compute(a -> a.result(weighted(a.numbers())));

    private static final KpiFunction COUNT = KpiFunction.named("count", "筆數")
            .alias("個數")
            .doc("How many arguments there are.", "引數的個數。")
            .takes(Signature.repeated(Parameter.anything("x")).yielding(Dimension.NUMBER))
            .example("count(5, 5, 7)", "3")
            .law(Law.ANY_ORDER)
            .compute(a -> a.result(Exact.of(a.count())));

    private static final KpiFunction MEDIAN = KpiFunction.named("median", "中位數")
            .doc(
                    "The middle one of its arguments in order, or the mean of the two in the middle.",
                    "各引數依大小排列後居中者；個數為偶數時取中間兩個的平均。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("median(9, 1, 5)", "5")
            .example("median(1, 2, 10, 4)", "3")
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES, Law.SHIFTS, Law.BETWEEN)
            .compute(a -> a.result(middle(a.numbers().stream().sorted().toList())));

    private static final KpiFunction GEOMETRIC_MEAN = KpiFunction.named("geometric mean", "幾何平均")
            .alias("geometric_mean")
            .alias("幾何平均數")
            .doc("The n-th root of the product of n arguments, none of them below 0.", "n 個引數乘積的 n 次方根；引數不得小於 0。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .approximate()
            .example("geometric mean(2, 8)", "4")
            .example("geometric mean(1, 3, 9)", "3")
            .example("geometric mean(20%, 80%)", "40%")
            .refuses("geometric mean(-1, 4)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.BETWEEN)
            .compute(a -> a.result(Approximations.geometricMean(a.numbers())));

    private static final KpiFunction HARMONIC_MEAN = KpiFunction.named("harmonic mean", "調和平均")
            .alias("harmonic_mean")
            .alias("調和平均數")
            .doc("The reciprocal of the mean of the reciprocals; all arguments are above 0.", "各引數倒數之平均的倒數；引數須大於 0。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("harmonic mean(40, 60)", "48")
            .refuses("harmonic mean(0, 4)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES, Law.BETWEEN)
            .compute(a -> a.result(harmonic(a.numbers())));

    static final List<KpiFunction> ALL =
            List.of(SUM, AVERAGE, WEIGHTED_MEAN, COUNT, MEDIAN, GEOMETRIC_MEAN, HARMONIC_MEAN);

    private Means() {}

    private static Exact total(List<Exact> numbers) {
        return numbers.stream().reduce(Exact.ZERO, Exact::plus);
    }

    /** Of values and weights in turn. */
    private static Exact weighted(List<Exact> pairs) {
        List<Exact> weights = everySecond(pairs, 1);
        requireSign(weights, 0);
        List<Exact> values = everySecond(pairs, 0);
        List<Exact> products = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).times(weights.get(i)))
                .toList();
        return total(products).dividedBy(total(weights));
    }

    private static List<Exact> everySecond(List<Exact> numbers, int first) {
        return IntStream.iterate(first, i -> i < numbers.size(), i -> i + 2)
                .mapToObj(numbers::get)
                .toList();
    }

    private static Exact middle(List<Exact> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(Exact.of(2));
    }

    private static Exact harmonic(List<Exact> numbers) {
        requireSign(numbers, 1);
        Exact reciprocals = total(numbers.stream().map(Exact.ONE::dividedBy).toList());
        return Exact.of(numbers.size()).dividedBy(reciprocals);
    }

    private static void requireSign(List<Exact> numbers, int least) {
        for (Exact number : numbers) {
            if (number.signum() < least) {
                throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "no mean of " + number);
            }
        }
    }
}
