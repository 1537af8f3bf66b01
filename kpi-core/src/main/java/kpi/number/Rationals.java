package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import kpi.diagnostic.KpiUsageException;

/** Arithmetic for any two forms: in longs where numerators and denominators fit, else in big integers. */
final class Rationals {
    private Rationals() {}

    static Exact plus(Exact a, Exact b) {
        if (a.isDecimal() && b.isDecimal()) {
            return WideDecimal.smallest(a.decimal().add(b.decimal()));
        }
        if (a.fitsLongs() && b.fitsLongs()) {
            long ad = a.longDenominator();
            long bd = b.longDenominator();
            if (Longs.fits(a.longNumerator(), bd) && Longs.fits(b.longNumerator(), ad) && Longs.fits(ad, bd)) {
                long left = a.longNumerator() * bd;
                long right = b.longNumerator() * ad;
                long sum = left + right;
                if (((left ^ sum) & (right ^ sum)) >= 0 && sum != Long.MIN_VALUE) {
                    return Fraction.reduced(sum, ad * bd);
                }
            }
        }
        BigInteger ad = a.rawDenominator();
        BigInteger bd = b.rawDenominator();
        return Fraction.reduced(
                a.rawNumerator().multiply(bd).add(b.rawNumerator().multiply(ad)), ad.multiply(bd));
    }

    static Exact times(Exact a, Exact b) {
        if (a.isDecimal() && b.isDecimal()) {
            return WideDecimal.smallest(a.decimal().multiply(b.decimal()));
        }
        if (a.fitsLongs()
                && b.fitsLongs()
                && Longs.fits(a.longNumerator(), b.longNumerator())
                && Longs.fits(a.longDenominator(), b.longDenominator())) {
            return Fraction.reduced(a.longNumerator() * b.longNumerator(), a.longDenominator() * b.longDenominator());
        }
        return Fraction.reduced(
                a.rawNumerator().multiply(b.rawNumerator()), a.rawDenominator().multiply(b.rawDenominator()));
    }

    static Exact dividedBy(Exact a, Exact b) {
        refuseZero(b);
        if (a.fitsLongs()
                && b.fitsLongs()
                && Longs.fits(a.longNumerator(), b.longDenominator())
                && Longs.fits(a.longDenominator(), b.longNumerator())) {
            return Fraction.reduced(a.longNumerator() * b.longDenominator(), a.longDenominator() * b.longNumerator());
        }
        return Fraction.reduced(
                a.rawNumerator().multiply(b.rawDenominator()),
                a.rawDenominator().multiply(b.rawNumerator()));
    }

    static Exact roundedQuotient(Exact a, Exact b, int places, Rounding mode) {
        refuseZero(b);
        refusePlaces(places);
        BigInteger divisor = a.rawDenominator().multiply(b.rawNumerator().abs());
        BigInteger dividend = a.rawNumerator().multiply(b.rawDenominator());
        return rounded(b.signum() < 0 ? dividend.negate() : dividend, divisor, places, mode);
    }

    static Exact remainder(Exact a, Exact b) {
        refuseZero(b);
        BigInteger ad = a.rawDenominator();
        BigInteger bd = b.rawDenominator();
        BigInteger left = a.rawNumerator().multiply(bd);
        BigInteger right = b.rawNumerator().multiply(ad);
        return Fraction.reduced(left.remainder(right), ad.multiply(bd));
    }

    static Exact round(Exact value, int places, Rounding mode) {
        refusePlaces(places);
        if (value.isDecimal()) {
            BigDecimal decimal = value.decimal();
            return decimal.scale() <= places ? value : WideDecimal.smallest(decimal.setScale(places, mode.mode()));
        }
        if (value.fitsLongs()
                && places >= 0
                && places <= ScaledLong.MAX_SCALE
                && Longs.fits(value.longNumerator(), Longs.power(places))) {
            return new ScaledLong(
                    mode.quotient(value.longNumerator() * Longs.power(places), value.longDenominator()), places);
        }
        return rounded(value.rawNumerator(), value.rawDenominator(), places, mode);
    }

    /** Rounds dividend/divisor, of which the divisor is positive. */
    private static Exact rounded(BigInteger dividend, BigInteger divisor, int places, Rounding mode) {
        if (places >= 0) {
            BigInteger power = BigInteger.TEN.pow(places);
            return WideDecimal.smallest(mode.quotient(dividend.multiply(power), divisor), places);
        }
        BigInteger power = BigInteger.TEN.pow(-places);
        return WideDecimal.smallest(mode.quotient(dividend, divisor.multiply(power)), places);
    }

    static Exact roundToStep(Exact value, Exact step, Rounding mode) {
        if (step.signum() <= 0) {
            throw NumberException.outsideDomain("a rounding step must be positive");
        }
        return roundedQuotient(value, step, 0, mode).times(step);
    }

    static int compare(Exact a, Exact b) {
        if (a.isDecimal() && b.isDecimal()) {
            return a.decimal().compareTo(b.decimal());
        }
        if (a.signum() != b.signum()) {
            return Integer.compare(a.signum(), b.signum());
        }
        BigInteger left = a.rawNumerator().multiply(b.rawDenominator());
        BigInteger right = b.rawNumerator().multiply(a.rawDenominator());
        return left.compareTo(right);
    }

    static BigDecimal toBigDecimal(Exact value, int places, RoundingMode mode) {
        refusePlaces(places);
        for (Rounding rounding : Rounding.values()) {
            if (rounding.mode() == mode) {
                return value.round(places, rounding).decimal().setScale(places);
            }
        }
        if (!value.isDecimal() || value.decimal().stripTrailingZeros().scale() > places) {
            throw new KpiUsageException("the number needs rounding to have " + places + " places");
        }
        return value.decimal().setScale(places);
    }

    private static void refuseZero(Exact divisor) {
        if (divisor.isZero()) {
            throw NumberException.divisionByZero();
        }
    }

    private static void refusePlaces(int places) {
        if (places > NumberBudget.DECIMAL_DIGITS || places < -NumberBudget.DECIMAL_DIGITS) {
            throw NumberException.tooLarge("more than " + NumberBudget.DECIMAL_DIGITS + " places");
        }
    }
}
