package kpi.function;

import java.util.List;
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
            .compute(a -> a.result(total(a.numbers()).dividedBy(Exact.of(a.count()))));

    private static final KpiFunction COUNT = KpiFunction.named("count", "筆數")
            .alias("個數")
            .doc("How many arguments there are.", "引數的個數。")
            .takes(Signature.repeated(Parameter.anything("x")).yielding(Dimension.NUMBER))
            .example("count(5, 5, 7)", "3")
            .compute(a -> a.result(Exact.of(a.count())));

    private static final KpiFunction MEDIAN = KpiFunction.named("median", "中位數")
            .doc(
                    "The middle one of its arguments in order, or the mean of the two in the middle.",
                    "各引數依大小排列後居中者；個數為偶數時取中間兩個的平均。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("median(9, 1, 5)", "5")
            .example("median(1, 2, 10, 4)", "3")
            .monotone("x", true)
            .compute(a -> a.result(middle(a.numbers().stream().sorted().toList())));

    private static final KpiFunction GEOMETRIC_MEAN = KpiFunction.named("geometric_mean", "幾何平均")
            .alias("幾何平均數")
            .doc("The n-th root of the product of n arguments, none of them below 0.", "n 個引數乘積的 n 次方根；引數不得小於 0。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .approximate()
            .example("geometric_mean(2, 8)", "4")
            .example("geometric_mean(1, 3, 9)", "3")
            .monotone("x", true)
            .compute(a -> a.result(geometric(a.numbers())));

    private static final KpiFunction HARMONIC_MEAN = KpiFunction.named("harmonic_mean", "調和平均")
            .alias("調和平均數")
            .doc("The reciprocal of the mean of the reciprocals; all arguments are above 0.", "各引數倒數之平均的倒數；引數須大於 0。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("harmonic_mean(40, 60)", "48")
            .monotone("x", true)
            .compute(a -> a.result(harmonic(a.numbers())));

    static final List<KpiFunction> ALL = List.of(SUM, AVERAGE, COUNT, MEDIAN, GEOMETRIC_MEAN, HARMONIC_MEAN);

    private Means() {}

    private static Exact total(List<Exact> numbers) {
        return numbers.stream().reduce(Exact.ZERO, Exact::plus);
    }

    private static Exact middle(List<Exact> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(Exact.of(2));
    }

    private static Exact geometric(List<Exact> numbers) {
        requireSign(numbers, 0);
        return Approximations.root(numbers.stream().reduce(Exact.ONE, Exact::times), numbers.size());
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
