package kpi.law;

import java.util.Objects;
import java.util.Optional;
import kpi.unit.KpiUnit;

/**
 * A figure of a KPI that nobody computes: its reported actual, or a score that people give it.
 *
 * @param dimension the id of the dimension of a score; empty for a reported actual
 */
record StatedFigure(String kpi, Optional<String> dimension, KpiUnit unit) {
    StatedFigure {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(unit, "unit");
    }

    /** As a reader sees it: {@code HP4.2}, {@code innovation(HP4.2)}. */
    String name() {
        return dimension.map(judged -> judged + "(" + kpi + ")").orElse(kpi);
    }
}
