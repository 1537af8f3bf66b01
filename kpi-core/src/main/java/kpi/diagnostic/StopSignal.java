package kpi.diagnostic;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The host's signal to give up, asked every so many steps of long work: a sort, a sum over rows. A step costs a count.
 *
 * <p>For one piece of work; not for use by several threads.
 *
 * <pre>{@code
 * StopSignal stop = StopSignal.of(host);
 * for (Row row : rows) {
 *     stop.step();
 *     …
 * }
 * }</pre>
 */
public final class StopSignal {
    /** How many steps may pass before the host is asked. */
    public static final int STEPS = 1024;

    private final BooleanSupplier host;
    private int passed;

    private StopSignal(BooleanSupplier host) {
        this.host = Objects.requireNonNull(host, "host");
    }

    /** Asks a host: once it says true, the work is to end. */
    public static StopSignal of(BooleanSupplier host) {
        return new StopSignal(host);
    }

    /** Nobody to ask. */
    public static StopSignal never() {
        return new StopSignal(() -> false);
    }

    /**
     * One step of the work.
     *
     * @throws KpiCancelledException if the host was asked and says so
     */
    public void step() {
        steps(1);
    }

    /**
     * A step that costs as much as several.
     *
     * @throws KpiCancelledException if the host was asked and says so
     */
    public void steps(int many) {
        passed += many;
        if (passed >= STEPS) {
            ask();
        }
    }

    /**
     * Asks the host now.
     *
     * @throws KpiCancelledException if it says so
     */
    public void ask() {
        passed = 0;
        if (host.getAsBoolean()) {
            throw new KpiCancelledException("stopped by the host");
        }
    }
}
