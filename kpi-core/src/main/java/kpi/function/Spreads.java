package kpi.function;

import java.math.BigInteger;
import java.util.List;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.unit.UnitAlgebra;

/**
 * How far values lie apart. The variance is a rational number and exact, as long as the squares of the values have a common
 * denominator within the budget; past that it is that of the values each rounded to {@value ExactSum#PLACES} places, and
 * marked. Its root is rounded once.
 */
final class Spreads {
    static final RowChoice SAMPLE =
            RowChoice.of("sample", "樣本", "the rows are a sample: divided by n − 1", "各列為樣本：除以 n − 1");

    static final RowChoice POPULATION =
            RowChoice.of("population", "母體", "the rows are all there are: divided by n", "各列為全體：除以 n");

    static final RowParameter.Named BASIS = RowParameter.named("basis", "基礎", SAMPLE, POPULATION);

    static final RowFunction VARIANCE = RowFunctionBuilder.named("variance", "變異數")
            .doc(
                    "The mean square of the distances from the mean; what it is divided by is named.",
                    "各數值與平均之差的平方的平均；須寫明除以何數。")
            .asks(BASIS)
            .keeps(RowFunction.Keeps.VALUES)
            .yields(dimensions -> UnitAlgebra.power(dimensions.get(0), 2))
            .example("2; 4; 4; 4; 5; 5; 7; 9", "variance(T.x, population)", "4")
            .example("1; 2; 3; 4", "variance(T.x, population)", "1.25")
            .example("1; 3", "variance(T.x, sample)", "2")
            .refuses("5", "variance(T.x, sample)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute(
                    (sample, options, own) -> variance(sample, options.choices().get(0)));

    static final RowFunction STDEV = RowFunctionBuilder.named("stdev", "標準差")
            .alias("standard deviation")
            .doc("The root of the variance, in the unit of the values.", "變異數的平方根，單位與數值相同。")
            .asks(BASIS)
            .keeps(RowFunction.Keeps.VALUES)
            .approximate()
            .example("2%; 4%; 4%; 4%; 5%; 5%; 7%; 9%", "stdev(T.x, population)", "2%")
            .example("1; 2; 3", "stdev(T.x, sample)", "1")
            .example("1; 3", "stdev(T.x, sample)", "1.414213562373095048801688724209698")
            .refuses("5", "stdev(T.x, sample)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute((sample, options, own) -> {
                RowFunction.Reckoned variance =
                        variance(sample, options.choices().get(0));
                return new RowFunction.Reckoned(Approximations.sqrt(variance.value()), variance.rounded());
            });

    static final List<RowFunction> ALL = List.of(VARIANCE, STDEV);

    private Spreads() {}

    static RowFunction.Reckoned variance(Sample sample, RowChoice basis) {
        BigInteger denominator = commonDenominator(sample.values());
        boolean rounded = denominator.signum() == 0;
        BigInteger common = rounded ? BigInteger.TEN.pow(ExactSum.PLACES) : denominator;
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (Exact value : sample.values()) {
            Exact kept = rounded ? value.round(ExactSum.PLACES, Rounding.HALF_UP) : value;
            BigInteger over = kept.numerator().multiply(common.divide(kept.denominator()));
            sum = sum.add(over);
            squares = squares.add(over.multiply(over));
        }
        BigInteger n = BigInteger.valueOf(sample.count());
        BigInteger divisor = basis.equals(SAMPLE) ? n.subtract(BigInteger.ONE) : n;
        Exact variance = Exact.of(
                n.multiply(squares).subtract(sum.multiply(sum)),
                n.multiply(divisor).multiply(common).multiply(common));
        return new RowFunction.Reckoned(variance, rounded);
    }

    /** Of all values, unless its square is too long for the denominator of a number: then zero. */
    private static BigInteger commonDenominator(List<Exact> values) {
        BigInteger tooLarge = BigInteger.TEN.pow(NumberBudget.standard().fractionDigits() / 2 - Long.SIZE / 2);
        BigInteger common = BigInteger.ONE;
        boolean onlyDecimals = true;
        for (Exact value : values) {
            BigInteger own = value.denominator();
            onlyDecimals &= value.isDecimal();
            if (common.remainder(own).signum() != 0) {
                common = common.multiply(own.divide(common.gcd(own)));
            }
            if (!onlyDecimals && common.compareTo(tooLarge) >= 0) {
                return BigInteger.ZERO;
            }
        }
        return common;
    }
}
