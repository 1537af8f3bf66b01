package kpi.number;

import kpi.diagnostic.KpiUsageException;

/**
 * How large a number may become. A size is what it takes to write the number down without an exponent.
 *
 * <p>Arithmetic always uses {@link #standard()}, so that a value never depends on who computed it; only reading numbers
 * takes another budget.
 *
 * @param literalDigits most digits of one printed number
 * @param literalExponent largest exponent of one printed number, of either sign
 * @param decimalDigits most digits of a decimal value, those before and after its point together
 * @param fractionDigits most digits of the numerator, and of the denominator, of a value that does not terminate
 */
public record NumberBudget(int literalDigits, int literalExponent, int decimalDigits, int fractionDigits) {
    static final int DECIMAL_DIGITS = 10_000;
    static final int FRACTION_DIGITS = 1_000;

    private static final NumberBudget STANDARD = new NumberBudget(1_000, 6_144, DECIMAL_DIGITS, FRACTION_DIGITS);

    public NumberBudget {
        if (literalDigits < 1 || literalExponent < 0 || decimalDigits < 1 || fractionDigits < 1) {
            throw new KpiUsageException("a number budget must leave room for one digit");
        }
    }

    public static NumberBudget standard() {
        return STANDARD;
    }
}
