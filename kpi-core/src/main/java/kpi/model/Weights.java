package kpi.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.value.ReportingPeriod;

/**
 * The weight of a child: one for all periods, or one for each period that is named. Never negative.
 *
 * @param percent whether they are written in %, so that those of a node make 100 %
 * @param always the weight of every period that is not named; empty where only named periods have one
 */
public record Weights(Optional<Exact> always, Map<ReportingPeriod, Exact> byPeriod, boolean percent) {
    public Weights {
        Objects.requireNonNull(always, "always");
        byPeriod = Map.copyOf(byPeriod);
        always.ifPresent(Weights::requireWeight);
        byPeriod.values().forEach(Weights::requireWeight);
        if (always.isEmpty() && byPeriod.isEmpty()) {
            throw new IllTypedException("a weight is a figure");
        }
    }

    /** One for all periods, as a share: 0.4 for 40 %. */
    public static Weights share(Exact weight) {
        return new Weights(Optional.of(weight), Map.of(), true);
    }

    /** One for all periods, as a number: what counts is how it stands to the others. */
    public static Weights number(Exact weight) {
        return new Weights(Optional.of(weight), Map.of(), false);
    }

    private static void requireWeight(Exact weight) {
        if (weight.signum() < 0) {
            throw new IllTypedException("a weight is not negative");
        }
    }

    /** The weight in a period; empty if the text gives none for it. */
    public Optional<Exact> in(ReportingPeriod period) {
        return Optional.ofNullable(byPeriod.get(period)).or(() -> always);
    }
}
