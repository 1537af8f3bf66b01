package kpi.examples.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A formula to compute once.
 *
 * @param inputs the inputs as printed; empty for one that is given as missing
 * @param unit the unit of the answer; empty for the formula's own
 * @param places decimal places of the answer, half-up; empty for all
 */
record CalcRequest(String formula, Map<String, Optional<String>> inputs, Optional<String> unit, OptionalInt places) {
    CalcRequest {
        Objects.requireNonNull(formula, "formula");
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(places, "places");
    }
}
