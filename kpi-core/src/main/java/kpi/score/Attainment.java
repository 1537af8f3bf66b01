package kpi.score;

import java.util.Objects;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.explain.Explanation;
import kpi.model.AttainmentRule;

/**
 * How an attainment came out.
 *
 * @param exact before caps and roundings
 * @param raw rounded, never capped
 * @param capped after all steps
 * @param rule the method that held, where there was one
 */
record Attainment(
        Outcome exact, Outcome raw, Outcome capped, Optional<Explanation> explanation, Optional<AttainmentRule> rule) {
    Attainment {
        Objects.requireNonNull(exact, "exact");
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(capped, "capped");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(rule, "rule");
    }

    static Attainment without(Outcome why) {
        return new Attainment(why, why, why, Optional.empty(), Optional.empty());
    }
}
