package kpi.function;

import java.util.List;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;

/** Means of rows that are not sums over counts. */
final class RowMeans {
    static final RowFunction GEOMETRIC_MEAN = RowFunctionBuilder.named("geometric mean", "幾何平均")
            .alias("geometric_mean", "幾何平均數")
            .doc("The n-th root of the product of n values, none of them below 0.", "n 個數值乘積的 n 次方根；數值不得小於 0。")
            .keeps(RowFunction.Keeps.VALUES)
            .approximate()
            .each(numbers -> notBelow(numbers.get(0), 0))
            .rising()
            .example("2; 8", "geometric mean(T.x)", "4")
            .example("20%; 80%", "geometric mean(T.x)", "40%")
            .refuses("4; -1", "geometric mean(T.x)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) ->
                    RowFunction.Reckoned.exact(Approximations.geometricMean(sample.values(), sample.stop())));

    static final RowFunction HARMONIC_MEAN = RowFunctionBuilder.named("harmonic mean", "調和平均")
            .alias("harmonic_mean", "調和平均數")
            .doc("The reciprocal of the mean of the reciprocals; all values are above 0.", "各數值倒數之平均的倒數；數值須大於 0。")
            .each(numbers -> Exact.ONE.dividedBy(notBelow(numbers.get(0), 1)))
            .rising()
            .example("40; 60", "harmonic mean(T.x)", "48")
            .refuses("40; 0", "harmonic mean(T.x)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute((sample, options, own) -> new RowFunction.Reckoned(
                    sample.size().dividedBy(sample.sum().value()), sample.sum().isRounded()));

    static final List<RowFunction> ALL = List.of(GEOMETRIC_MEAN, HARMONIC_MEAN);

    private RowMeans() {}

    private static Exact notBelow(Exact number, int leastSign) {
        if (number.signum() < leastSign) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "no mean of " + number);
        }
        return number;
    }
}
