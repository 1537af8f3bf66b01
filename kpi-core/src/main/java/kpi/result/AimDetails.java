package kpi.result;

import java.util.Objects;
import java.util.Optional;
import kpi.value.Quantity;

/**
 * What is told of a target beside its figure.
 *
 * @param reason why the target is what it is, where the text says so: mostly why it was lowered
 * @param tolerance how far from it an actual may be and still meet it, in the unit of the KPI, where nearest is best
 */
public record AimDetails(Optional<String> reason, Optional<Quantity> tolerance) {
    /** Nothing more is told. */
    public static final AimDetails NONE = new AimDetails(Optional.empty(), Optional.empty());

    public AimDetails {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(tolerance, "tolerance");
    }
}
