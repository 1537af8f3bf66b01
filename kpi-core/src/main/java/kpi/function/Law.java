package kpi.function;

import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/** What holds of a function whatever its arguments are. Each is tried on every example and on generated arguments. */
public enum Law {
    /** {@code f(a, b) = f(b, a)}. */
    ANY_ORDER("The order of the arguments does not matter.", "引數的次序不影響結果。"),
    /** {@code f(k a, k b) = k f(a, b)} for a positive k. */
    SCALES("If every argument is multiplied by the same positive number, so is the result.", "所有引數同乘一個正數，結果也乘以該數。"),
    /** {@code f(a + d, b + d) = f(a, b) + d}. */
    SHIFTS("If the same amount is added to every argument, it is added to the result.", "所有引數同加一數，結果也加該數。"),
    /** {@code min(a, b) ≤ f(a, b) ≤ max(a, b)}. */
    BETWEEN("The result is neither below the smallest argument nor above the largest.", "結果不小於最小的引數，也不大於最大的引數。"),
    /** {@code f(f(a)) = f(a)}, the other arguments being the same. */
    IDEMPOTENT("Applied to its own result, it changes nothing.", "再用於自己的結果，結果不變。");

    private final LocalText text;

    Law(String en, String zh) {
        this.text = new LocalText(zh, en);
    }

    /** The law in a sentence. */
    public String text(Language language) {
        return text.in(language);
    }
}
