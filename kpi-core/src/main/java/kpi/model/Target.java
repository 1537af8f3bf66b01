package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.PrintedQuantity;

/**
 * The target of one period: printed, computed, a band between two figures, or none of them, which means that the document
 * prints none (未載).
 *
 * @param relation how the actual must stand to the figure; empty for a band, and where the data decide the direction
 * @param computed what it is computed from: {@code previous actual × (1 − 7%)}
 * @param band the two ends, both inside
 * @param reason why it is what it is, where the text says so
 */
public record Target(
        Optional<Relation> relation,
        Optional<PrintedQuantity> figure,
        Optional<Term> computed,
        Optional<Band> band,
        Optional<String> reason,
        Span span) {
    public Target {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(reason, "reason");
        computed.ifPresent(Terms::requireMeasure);
        long said = figure.stream().count()
                + computed.stream().count()
                + band.stream().count();
        if (said > 1) {
            throw new IllTypedException("a target is printed, computed or a band, one of them");
        }
        Objects.requireNonNull(span, "span");
    }

    /** The ends of a band; both count as inside. */
    public record Band(PrintedQuantity from, PrintedQuantity to) {
        public Band {
            if (from.quantity().canonical().compareTo(to.quantity().canonical()) > 0) {
                throw new IllTypedException("a band goes from its lower end to its upper");
            }
        }

        /** Whether a figure lies inside. */
        public boolean holds(Exact figure) {
            return figure.compareTo(from.quantity().canonical()) >= 0
                    && figure.compareTo(to.quantity().canonical()) <= 0;
        }
    }

    /** A band. */
    public static Target between(Band band, Optional<String> reason, Span span) {
        return new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(band), reason, span);
    }

    /** One that is printed, or computed, or neither. */
    public Target(Relation relation, Optional<PrintedQuantity> figure, Optional<Term> computed, Span span) {
        this(Optional.of(relation), figure, computed, Optional.empty(), Optional.empty(), span);
    }

    /** One that is printed, or is not. */
    public Target(Relation relation, Optional<PrintedQuantity> figure, Span span) {
        this(relation, figure, Optional.empty(), span);
    }
}
