package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The standard normal distribution to any precision, by series whose terms are all positive. */
final class NormalDistribution {
    /** Beyond it, below 0, the value is too close to nothing to be computed in reasonable time. */
    static final Exact FARTHEST = Exact.of(60);

    /** Above it the value is 1 in all digits that are ever asked for. */
    private static final BigDecimal ONE_FROM = BigDecimal.valueOf(80);

    private static final int GUARD_DIGITS = 20;

    /** The number below which nine tenths of the distribution lie; to the digits that are written. */
    private static final BigDecimal NINE_TENTHS =
            new BigDecimal("1.2815515655446004669651033294487428186199078243525826597026482"
                    + "3056570332481224543015543816132502851016845770614873461574429777");

    /** So many digits of it are relied upon. */
    private static final int DIGITS_OF_NINE_TENTHS = 110;

    private NormalDistribution() {}

    /** How much of the distribution lies below; a relative error below 10^-precision. */
    static BigDecimal below(BigDecimal value, int precision) {
        if (value.compareTo(ONE_FROM) > 0) {
            return BigDecimal.ONE;
        }
        // Below 0 the half and the series cancel: by as many digits as the density is small.
        BigDecimal halfSquare = value.multiply(value).divide(BigDecimal.valueOf(2));
        int lost = value.signum() < 0 ? halfSquare.intValue() / 2 + 4 : 0;
        MathContext context = new MathContext(precision + lost + GUARD_DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal density = Exponential.exp(halfSquare.negate(), context.getPrecision())
                .divide(BigDecimal.valueOf(2).multiply(pi(context)).sqrt(context), context);
        BigDecimal half = new BigDecimal("0.5");
        return half.add(density.multiply(series(value, context), context), context);
    }

    /** {@code z + z³/3 + z⁵/(3·5) + …}. */
    private static BigDecimal series(BigDecimal value, MathContext context) {
        BigDecimal square = value.multiply(value, context);
        BigDecimal term = value;
        BigDecimal sum = value;
        for (int n = 1; !isNegligible(term, sum, context); n++) {
            term = term.multiply(square, context).divide(BigDecimal.valueOf(2L * n + 1), context);
            sum = sum.add(term, context);
        }
        return sum;
    }

    private static boolean isNegligible(BigDecimal term, BigDecimal sum, MathContext context) {
        return term.signum() == 0
                || term.precision() - term.scale() < sum.precision() - sum.scale() - context.getPrecision() - 2;
    }

    /** By the arcs of 1/5 and 1/239. */
    private static BigDecimal pi(MathContext context) {
        int places = context.getPrecision() + GUARD_DIGITS;
        BigInteger one = BigInteger.TEN.pow(places);
        BigInteger quarter = arc(one, 5).multiply(BigInteger.valueOf(4)).subtract(arc(one, 239));
        return new BigDecimal(quarter.multiply(BigInteger.valueOf(4)), places);
    }

    private static BigInteger arc(BigInteger one, int inverse) {
        BigInteger square = BigInteger.valueOf((long) inverse * inverse);
        BigInteger power = one.divide(BigInteger.valueOf(inverse));
        BigInteger sum = BigInteger.ZERO;
        for (int n = 1; power.signum() != 0; n += 2) {
            BigInteger term = power.divide(BigInteger.valueOf(n));
            sum = n % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square);
        }
        return sum;
    }

    /** The number below which nine tenths lie, with that relative error. */
    static BigDecimal nineTenths(int precision) {
        if (precision > DIGITS_OF_NINE_TENTHS) {
            throw NumberException.tooLarge("more digits than are known are needed to round the value correctly");
        }
        return NINE_TENTHS;
    }
}
