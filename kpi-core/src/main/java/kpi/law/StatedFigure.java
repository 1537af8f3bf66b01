package kpi.law;

import java.util.Objects;
import java.util.Optional;
import kpi.unit.KpiUnit;

/**
 * A figure of a KPI that nobody computes: its reported actual, or a score that people give it.
 *
 * @param dimension the id of the dimension of a score; empty for a reported actual
 * @param part which rating of a dimension with a rule it is; empty where the score as a whole is given
 */
record StatedFigure(String kpi, Optional<String> dimension, Optional<JudgedPart> part, KpiUnit unit) {
    StatedFigure {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(unit, "unit");
    }

    StatedFigure(String kpi, Optional<String> dimension, KpiUnit unit) {
        this(kpi, dimension, Optional.empty(), unit);
    }

    /** As an example gives it: {@code HP4.2}, {@code innovation(HP4.2)}, {@code innovation(HP4.2, 初核, 評分者1, 新穎程度)}. */
    String name() {
        String of = part.map(each -> ", " + each.stage() + ", " + each.scorer()
                        + (each.criterion().isEmpty() ? "" : ", " + each.criterion()))
                .orElse("");
        return dimension.map(judged -> judged + "(" + kpi + of + ")").orElse(kpi);
    }
}
