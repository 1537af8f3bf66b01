package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.value.PrintedQuantity;

/** A figure beside the target: printed, or computed by a rule. */
public sealed interface LevelFigure {
    /** As the document prints it. */
    record Printed(PrintedQuantity figure) implements LevelFigure {
        public Printed {
            Objects.requireNonNull(figure, "figure");
        }
    }

    /** What it is computed from: {@code mean of last 3 actual}. */
    record Computed(Term term) implements LevelFigure {
        public Computed {
            Terms.requireMeasure(term);
        }
    }

    /** The printed figure; empty where it is computed. */
    default Optional<PrintedQuantity> printed() {
        return this instanceof Printed one ? Optional.of(one.figure()) : Optional.empty();
    }

    /** The rule; empty where the figure is printed. */
    default Optional<Term> computed() {
        return this instanceof Computed one ? Optional.of(one.term()) : Optional.empty();
    }
}
