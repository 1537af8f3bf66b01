package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Actuals that a document states (填報值).
 *
 * @param replacesFormula why they stand although the formula could be worked; empty where they only fill in for it
 * @param cell where a dataset states the actual of each row or group: the cell of its one row with the same keys
 */
public record StatedActuals(
        List<InputDefinition.Stated> figures, Optional<String> replacesFormula, Optional<JoinedColumn> cell) {
    /** Nothing is stated. */
    public static final StatedActuals NONE = new StatedActuals(List.of(), Optional.empty());

    public StatedActuals {
        figures = List.copyOf(figures);
        Objects.requireNonNull(replacesFormula, "replacesFormula");
        cell.ifPresent(Terms::requireMeasure);
    }

    /** Figures by period alone. */
    public StatedActuals(List<InputDefinition.Stated> figures, Optional<String> replacesFormula) {
        this(figures, replacesFormula, Optional.empty());
    }
}
