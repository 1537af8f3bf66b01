package kpi.function;

import kpi.number.NumberException;

/**
 * A call that has no value, and why: {@code sqrt(-1)} is outside the domain.
 *
 * @param example the call with the arguments read from it; its value means nothing
 */
record Refusal(Example example, NumberException.Kind kind) {
    static Refusal of(String call, NumberException.Kind kind) {
        return new Refusal(Example.of(call, "0"), kind);
    }

    String call() {
        return example.call();
    }
}
