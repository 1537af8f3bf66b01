package kpi.result;

import java.util.Objects;
import kpi.value.Quantity;

/** A target that is a band: attained from one end to the other, both inside. */
public record TargetBand(Quantity from, Quantity to) {
    public TargetBand {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
