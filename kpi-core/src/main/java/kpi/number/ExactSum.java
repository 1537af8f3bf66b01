package kpi.number;

import java.math.BigInteger;

/**
 * A sum of many numbers that depends neither on their order nor on how they were split.
 *
 * <p>It is exact for decimals, and for fractions while the common denominator of all numbers has no more digits than the
 * budget gives a fraction. Past that it is the sum of the numbers each rounded to {@value #PLACES} places, half up, and
 * {@link #isRounded()} says so. The common denominator only grows, so the numbers alone decide whether it fits;
 * intermediate sums know no budget, so a sum is never refused for what it was on the way.
 *
 * <pre>{@code
 * ExactSum sum = new ExactSum();
 * rows.forEach(sum::add);
 * sum.value();
 * }</pre>
 */
public final class ExactSum {
    /** Where the numbers are rounded, each by itself, once their common denominator is too large. */
    public static final int PLACES = 40;

    /** A short decimal has at most so many places. */
    private static final int SHORT_PLACES = 18;

    private static final NumberBudget STANDARD = NumberBudget.standard();

    /** Computed once: a sum is begun for each group of rows. */
    private static final BigInteger USUALLY_TOO_LARGE = tooLarge(STANDARD);

    private final BigInteger tooLarge;

    /** The sum of the short decimals, the usual numbers. */
    private Exact decimals = Exact.ZERO;

    /** The sum of the others, over the common denominator of all numbers, short decimals included. */
    private BigInteger numerator = BigInteger.ZERO;

    private BigInteger denominator = BigInteger.ONE;

    /** The sum of the others each rounded, in units of the last place. */
    private BigInteger roundedUnits = BigInteger.ZERO;

    /** A number with no more places than this leaves the common denominator as it is. */
    private int coveredPlaces;

    private boolean onlyDecimals = true;
    private boolean rounded;

    /** Whether a total was added of which not each number is known. */
    private boolean hasTotals;

    /** Of no numbers yet. */
    public ExactSum() {
        this(STANDARD);
    }

    ExactSum(NumberBudget budget) {
        this.tooLarge = budget.equals(STANDARD) ? USUALLY_TOO_LARGE : tooLarge(budget);
    }

    private static BigInteger tooLarge(NumberBudget budget) {
        return BigInteger.TEN.pow(budget.fractionDigits());
    }

    /** Adds a number. */
    public void add(Exact number) {
        if (number.fitsLong()) {
            decimals = decimals.plus(number);
            if (number.scale() > coveredPlaces) {
                cover(number.denominator());
            }
            return;
        }
        onlyDecimals &= number.isDecimal();
        roundedUnits = roundedUnits.add(
                number.toBigDecimal(PLACES, Rounding.HALF_UP.mode()).unscaledValue());
        addOver(number.numerator(), number.denominator());
    }

    /** Adds all that the other, of the same budget, has added. */
    public void merge(ExactSum other) {
        onlyDecimals &= other.onlyDecimals;
        rounded |= other.rounded;
        hasTotals |= other.hasTotals;
        decimals = decimals.plus(other.decimals);
        roundedUnits = roundedUnits.add(other.roundedUnits);
        addOver(other.numerator, other.denominator);
    }

    /**
     * Adds the sum of numbers that are all multiples of {@code unit}. The common denominator may then be thought larger than
     * it is: see {@link #isSure()}.
     */
    public void addTotal(Exact total, Exact unit) {
        hasTotals = true;
        onlyDecimals &= unit.isDecimal();
        cover(unit.denominator());
        addOver(total.numerator(), total.denominator());
    }

    /** Adds the sum of numbers each rounded to {@value #PLACES} places, since the common denominator was too large for them. */
    public void addRounded(Exact total) {
        onlyDecimals = false;
        rounded = true;
        roundedUnits = roundedUnits.add(
                total.toBigDecimal(PLACES, Rounding.HALF_UP.mode()).unscaledValue());
    }

    /** Whether {@link #value()} and {@link #isRounded()} are what they were had each number been added by itself. */
    public boolean isSure() {
        return !hasTotals || !rounded;
    }

    /** Whether the common denominator is too large, so that the value is not exact. */
    public boolean isRounded() {
        return rounded;
    }

    /** The sum; {@link NumberException} if it is too large for a number. */
    public Exact value() {
        if (rounded) {
            return decimals.plus(Exact.of(roundedUnits, BigInteger.TEN.pow(PLACES)));
        }
        BigInteger fromDecimals = decimals.numerator().multiply(denominator.divide(decimals.denominator()));
        return Exact.of(numerator.add(fromDecimals), denominator);
    }

    private void addOver(BigInteger ownNumerator, BigInteger ownDenominator) {
        cover(ownDenominator);
        if (!rounded) {
            numerator = numerator.add(ownNumerator.multiply(denominator.divide(ownDenominator)));
        }
    }

    /** Makes the common denominator a multiple of this one, unless it is or becomes too large. */
    private void cover(BigInteger other) {
        if (!rounded && denominator.remainder(other).signum() != 0) {
            BigInteger factor = other.divide(denominator.gcd(other));
            denominator = denominator.multiply(factor);
            numerator = numerator.multiply(factor);
            coveredPlaces = coveredPlaces(denominator);
        }
        rounded |= !onlyDecimals && denominator.compareTo(tooLarge) >= 0;
    }

    private static int coveredPlaces(BigInteger denominator) {
        int places = 0;
        while (places < SHORT_PLACES
                && denominator.remainder(BigInteger.TEN.pow(places + 1)).signum() == 0) {
            places++;
        }
        return places;
    }
}
