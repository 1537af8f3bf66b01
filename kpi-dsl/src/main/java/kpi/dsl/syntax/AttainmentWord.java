package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** How attainment is measured: by one of the methods that have a name, or by a formula. */
public sealed interface AttainmentWord extends Node {
    /** The formula as written. */
    record ByFormula(Span span, Expression value) implements AttainmentWord {}

    /** From one figure to another: {@code progress from baseline to target}. */
    record Between(Span span, Kind kind, Expression from, Expression to) implements AttainmentWord {
        /** What becomes of a value outside, and which end is best. */
        public enum Kind {
            PROGRESS,
            LINEAR,
            GOALPOSTS
        }
    }

    /** How near the actual is to its target, or to its band. */
    record Closeness(Span span) implements AttainmentWord {}

    /**
     * What a figure is worth, band by band.
     *
     * @param by the figure; the actual where the line is silent
     */
    record Banded(Span span, Optional<Expression> by, List<Credit> credits) implements AttainmentWord {
        public Banded {
            credits = List.copyOf(credits);
        }

        /**
         * A band with its worth.
         *
         * @param upper where the worth runs from one figure at the lower end to this one at the upper
         */
        public record Credit(Figure worth, Optional<Figure> upper, Band band) {}
    }

    /** 100 % or 0 %. */
    record YesNo(Span span) implements AttainmentWord {}

    /** No attainment, because the author says so. */
    record None(Span span) implements AttainmentWord {}

    /** Achievement is linear from threshold to benchmark, improvement from baseline to benchmark. */
    record Standard(Span span, boolean achievement) implements AttainmentWord {}

    /** The better of two. */
    record BestOf(Span span, AttainmentWord first, AttainmentWord second) implements AttainmentWord {}
}
