package kpi.result;

import java.util.Objects;
import java.util.Optional;
import kpi.value.Quantity;

/**
 * What the law asks for at least (法定下限), beside the target and judged on its own: a KPI may miss its target and keep to the
 * law, or the other way round.
 * One that is computed is here only where it has a value; {@link AimDetails#levels()} says how it came about, or why it did not.
 *
 * @param kept whether the actual is at least the floor; empty where there is no actual
 */
public record LegalFloor(Quantity figure, Optional<Boolean> kept) {
    public LegalFloor {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(kept, "kept");
    }
}
