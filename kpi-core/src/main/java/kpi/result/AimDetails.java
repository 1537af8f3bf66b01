package kpi.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.value.Quantity;

/**
 * What is told of a target beside its figure.
 *
 * @param reason why the target is what it is, where the text says so: mostly why it was lowered
 * @param tolerance how far from it an actual may be and still meet it, in the unit of the KPI, where nearest is best
 * @param levels the figures beside the target that hold in the period, printed or computed, by {@code baseline}, {@code
 *     threshold}, {@code benchmark}, {@code stretch}, {@code legal-floor}; one that cannot be computed says why
 */
public record AimDetails(Optional<String> reason, Optional<Quantity> tolerance, Map<String, Figure> levels) {
    /** Nothing more is told. */
    public static final AimDetails NONE = new AimDetails(Optional.empty(), Optional.empty(), Map.of());

    public AimDetails {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(tolerance, "tolerance");
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }
}
