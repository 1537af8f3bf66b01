package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import kpi.diagnostic.KpiUsageException;

/** What hosts hand in, and what they ask for wrongly. */
final class Untrusted {
    private Untrusted() {}

    /** The value itself, or a copy of what a host's subclass says it is: a subclass could change later. */
    static BigInteger copy(BigInteger value) {
        return value.getClass() == BigInteger.class ? value : new BigInteger(value.toByteArray());
    }

    static BigDecimal copy(BigDecimal value) {
        return value.getClass() == BigDecimal.class
                ? value
                : new BigDecimal(copy(value.unscaledValue()), value.scale());
    }

    static KpiUsageException noLong(Exact value) {
        return new KpiUsageException(
                "the number does not fit a long: ask fitsLong() first; it has " + value.digits() + " digits");
    }

    static KpiUsageException noDecimal(Exact value) {
        return new KpiUsageException("the number is no decimal; it has " + value.digits() + " digits");
    }
}
