package kpi.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.scalar.ScalarEngine;
import kpi.number.Exact;
import kpi.number.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * A formula for many evaluations: slots and result are decimals of places chosen beforehand, so that almost every value is
 * computed on checked longs, without allocating. The values are those of {@link Formula#evaluate(Exact[])}, rounded once to
 * the result's places: where a long does not suffice, the exact engine is asked. Immutable; one serves all threads.
 *
 * <pre>{@code
 * ScaledFormula rate = formula.scaled(List.of(0, 0), 2, Rounding.HALF_UP);
 * rate.evaluate(new long[] {159_620_174, 169_517_356});   // 9416: 94.16 %
 * }</pre>
 */
public final class ScaledFormula {
    private static final int MOST_PLACES = 18;
    private static final long[] POWERS = powers();

    private final Formula formula;
    private final int[] slotPlaces;
    private final int places;
    private final Rounding mode;
    private final @Nullable ScalarEngine compiled;

    ScaledFormula(
            Formula formula, List<Integer> slotPlaces, int places, Rounding mode, Optional<ScalarEngine> compiled) {
        this.formula = formula;
        this.slotPlaces = slotPlaces.stream().mapToInt(Integer::intValue).toArray();
        this.places = places;
        this.mode = mode;
        this.compiled = compiled.orElse(null);
    }

    static int checkedPlaces(int places) {
        if (places < 0 || places > MOST_PLACES) {
            throw new KpiUsageException(places + " decimal places; from 0 to " + MOST_PLACES + " can be asked for");
        }
        return places;
    }

    /** How many decimal places the result has. */
    public int places() {
        return places;
    }

    /** Whether longs are computed with at all; false for a formula that only the exact engine knows. */
    public boolean isCompiled() {
        return compiled != null;
    }

    /**
     * Evaluates on longs alone.
     *
     * @param slots the inputs, each an integer of its slot's places
     * @param result where the value goes, at index 0, as an integer of {@link #places()}
     * @return whether there is a value; if not, {@code result} is as it was, and {@link #evaluate(long[])} says why
     * @throws KpiUsageException if the number of inputs is another
     */
    public boolean tryEvaluate(long[] slots, long[] result) {
        requireSlots(slots.length);
        if (compiled == null) {
            return false;
        }
        try {
            result[0] = compiled.evaluate(slots);
            return true;
        } catch (ArithmeticException unfit) {
            return false;
        }
    }

    /**
     * The value as an integer of {@link #places()}.
     *
     * @param slots the inputs, each an integer of its slot's places
     * @throws KpiUsageException if the number of inputs is another, or the value does not fit a long
     * @throws KpiProblemsException if there is no value, as for a division by zero
     */
    public long evaluate(long[] slots) {
        requireSlots(slots.length);
        if (compiled != null) {
            try {
                return compiled.evaluate(slots);
            } catch (ArithmeticException unfit) {
                return exactly(slots);
            }
        }
        return exactly(slots);
    }

    private long exactly(long[] slots) {
        Exact[] given = new Exact[slots.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = Exact.of(slots[i], slotPlaces[i]);
        }
        BigDecimal value = exactly(given);
        if (value.precision() > MOST_PLACES) {
            throw new KpiUsageException(value.toPlainString() + " does not fit a long of " + places + " places");
        }
        return value.unscaledValue().longValue();
    }

    private BigDecimal exactly(Exact[] given) {
        return formula.evaluate(given).toBigDecimal(places, mode.mode());
    }

    /**
     * The value with {@link #places()}, for decimals of any size and scale.
     *
     * @throws KpiUsageException if the number of inputs is another
     * @throws KpiProblemsException if there is no value, as for a division by zero
     */
    public BigDecimal evaluate(BigDecimal[] given) {
        requireSlots(given.length);
        if (compiled != null) {
            try {
                long[] slots = new long[given.length];
                for (int i = 0; i < slots.length; i++) {
                    slots[i] = unscaled(given[i], slotPlaces[i]);
                }
                return BigDecimal.valueOf(compiled.evaluate(slots), places);
            } catch (ArithmeticException unfit) {
                return exactly(given);
            }
        }
        return exactly(given);
    }

    private BigDecimal exactly(BigDecimal[] given) {
        Exact[] exact = new Exact[given.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Exact.of(given[i]);
        }
        return exactly(exact);
    }

    private static long unscaled(BigDecimal value, int places) {
        int scale = value.scale();
        if (scale > places || scale < 0 || value.precision() > MOST_PLACES) {
            throw new ArithmeticException("not a long of so many places");
        }
        long unscaled = (scale == 0 ? value : value.scaleByPowerOfTen(scale)).longValue();
        return scale == places ? unscaled : Math.multiplyExact(unscaled, POWERS[places - scale]);
    }

    private static long[] powers() {
        long[] powers = new long[MOST_PLACES + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    private void requireSlots(int given) {
        if (given != slotPlaces.length) {
            throw new KpiUsageException(given + " inputs for " + slotPlaces.length + " slots");
        }
    }

    /** The plan it was compiled to, as arithmetic over slots; of one that was not, that the exact engine is asked. */
    @Override
    public String toString() {
        return compiled == null ? "exact engine" : compiled.toString();
    }
}
