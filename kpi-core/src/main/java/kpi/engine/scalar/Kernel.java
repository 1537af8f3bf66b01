package kpi.engine.scalar;

/**
 * Computes one integer from the integers in the slots. Immutable; one serves all threads, and nothing is allocated.
 *
 * <p>{@link ArithmeticException} says that the value does not fit a long or that there is none; the caller then asks an
 * engine that knows more.
 */
abstract class Kernel {
    abstract long of(long[] slots);
}
