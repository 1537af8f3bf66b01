package kpi.diagnostic;

import java.util.function.Supplier;

/**
 * The host's thread has too little stack left. Everything the limits allow fits a thread of 256 kB, so this happens only where
 * a host calls from deep inside its own calls; nothing was changed, and the call may be made again from a shallower place or
 * a thread of its own.
 */
public class KpiStackException extends KpiException {
    private static final long serialVersionUID = 1L;

    private KpiStackException(StackOverflowError spent) {
        super(
                "the thread has too little stack left; call from a shallower place or a thread with 256 kB or more",
                spent);
    }

    /** The result of some work, or this exception where it needs more stack than there is. */
    public static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError spent) {
            throw new KpiStackException(spent);
        }
    }
}
