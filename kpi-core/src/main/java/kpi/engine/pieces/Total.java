package kpi.engine.pieces;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.number.Rounding;

/**
 * A sum of numbers as {@link ExactSum} has it: over the common denominator of all, and as long as that is known, of the
 * numbers each rounded to {@value ExactSum#PLACES} places. Sums of the same numbers are equal however they were split.
 *
 * @param exact false once the common denominator takes more digits than a fraction may have: then only the rounded sum stands
 * @param rounded the sum of the rounded numbers, in units of the last place; empty where not each number was known
 */
public record Total(BigInteger numerator, BigInteger over, boolean exact, Optional<BigInteger> rounded) {
    /** Of no numbers. */
    public static final Total ZERO = new Total(BigInteger.ZERO, BigInteger.ONE, true, Optional.of(BigInteger.ZERO));

    private static final BigInteger TOO_LARGE =
            BigInteger.TEN.pow(NumberBudget.standard().fractionDigits());
    private static final BigInteger LAST_PLACE = BigInteger.TEN.pow(ExactSum.PLACES);
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    public Total {
        Objects.requireNonNull(numerator, "numerator");
        Objects.requireNonNull(rounded, "rounded");
        if (over.signum() <= 0) {
            throw new KpiUsageException("a denominator is above zero");
        }
    }

    /** With one more number. */
    public Total plus(Exact number) {
        BigInteger units =
                number.toBigDecimal(ExactSum.PLACES, Rounding.HALF_UP.mode()).unscaledValue();
        return plus(number.numerator(), number.denominator(), Optional.of(units));
    }

    /** With the sum of numbers that are all multiples of {@code unit}. */
    public Total plus(Exact total, Exact unit) {
        boolean short40 = LAST_PLACE.remainder(unit.denominator()).signum() == 0;
        Optional<BigInteger> units = short40
                ? Optional.of(total.numerator().multiply(LAST_PLACE.divide(total.denominator())))
                : total.isZero() && unit.equals(Exact.ONE) ? Optional.of(BigInteger.ZERO) : Optional.empty();
        BigInteger times = unit.denominator().divide(total.denominator().gcd(unit.denominator()));
        return plus(total.numerator().multiply(times), total.denominator().multiply(times), units);
    }

    /** With all numbers of the other. */
    public Total plus(Total other) {
        return other.exact
                ? plus(other.numerator, other.over, other.rounded)
                : new Total(BigInteger.ZERO, BigInteger.ONE, false, sum(other.rounded));
    }

    private Total plus(BigInteger more, BigInteger moreOver, Optional<BigInteger> units) {
        Optional<BigInteger> allRounded = sum(units);
        if (!exact) {
            return new Total(numerator, over, false, allRounded);
        }
        BigInteger common =
                over.remainder(moreOver).signum() == 0 ? over : over.multiply(moreOver.divide(over.gcd(moreOver)));
        if (common.compareTo(TOO_LARGE) >= 0 && !isDecimal(common)) {
            return new Total(BigInteger.ZERO, BigInteger.ONE, false, allRounded);
        }
        BigInteger sum = numerator.multiply(common.divide(over)).add(more.multiply(common.divide(moreOver)));
        return new Total(sum, common, true, allRounded);
    }

    private Optional<BigInteger> sum(Optional<BigInteger> units) {
        return rounded.flatMap(own -> units.map(own::add));
    }

    private static boolean isDecimal(BigInteger over) {
        BigInteger rest = over.shiftRight(over.getLowestSetBit());
        while (rest.remainder(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** Whether a sum is known. */
    public boolean isSure() {
        return exact || rounded.isPresent();
    }

    /**
     * The sum.
     *
     * @throws NumberException if it is too large for a number
     */
    public Exact value() {
        return exact ? Exact.of(numerator, over) : Exact.of(rounded.orElse(BigInteger.ZERO), LAST_PLACE);
    }

    /** Of which each number was a multiple; 0 where they were rounded. */
    public Exact unit() {
        return exact ? Exact.of(BigInteger.ONE, over) : Exact.ZERO;
    }
}
