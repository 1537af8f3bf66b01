package kpi.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.function.RowFunction;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import org.jspecify.annotations.Nullable;

/** What the rows of an aggregate come to: one figure, or one for each row that is compared with them. */
final class AggregateOutcome {
    private final Aggregation term;
    private final Gathering gathering;
    private final RowWalker.Walk walk;
    private final Optional<Place> place;
    private final Optional<Supplier<AggregateOutcome>> byRow;
    private @Nullable Outcome figure;

    /** Rows that were walked, and what was gathered of them. */
    AggregateOutcome(Aggregation term, Gathering gathering, RowWalker.Walk walk, Optional<Place> place) {
        this(term, gathering, walk, place, Optional.empty());
    }

    /**
     * Rows that were gathered otherwise.
     *
     * @param byRow walks them, to say what is wrong where there is no figure
     */
    AggregateOutcome(
            Aggregation term,
            Gathering gathering,
            RowWalker.Walk walk,
            Optional<Place> place,
            Optional<Supplier<AggregateOutcome>> byRow) {
        this.term = term;
        this.gathering = gathering;
        this.walk = walk;
        this.place = place;
        this.byRow = byRow;
    }

    long rows() {
        return walk.passed();
    }

    long leftOut() {
        return walk.missing();
    }

    /** The figure of all rows, computed once. */
    Outcome figure() {
        Outcome known = figure;
        if (known == null) {
            known = reckoned(Optional.empty());
            figure = known;
        }
        return known;
    }

    /** The figure of the row that has this value, which is one of them. */
    Outcome about(Quantity own) {
        return reckoned(Optional.of(own.canonical()));
    }

    private Outcome reckoned(Optional<Exact> own) {
        if (!walk.needed().isComplete()) {
            return walk.needed().absent();
        }
        Provenance known = walk.needed().provenance();
        Provenance provenance = walk.missing() > 0 ? known.asPartial() : known;
        if (walk.passed() == 0 && !term.aggregate().counts()) {
            // Of rows that all lack their figure there is no sum either: nothing stands in for it.
            if (walk.leftOut().isPresent()) {
                return walk.leftOut().get().and(provenance);
            }
            if (!term.aggregate().function().isZeroOfNone()) {
                return new Outcome.Failed(EvaluationProblems.noRows(term, walk.seen()), provenance);
            }
        }
        Optional<Integer> least = term.aggregate().present().filter(asked -> walk.passed() < asked && asked > 1);
        if (least.isPresent()) {
            return Absences.tooFew(term, walk.passed(), least.get()).with(provenance);
        }
        try {
            RowFunction.Reckoned value = gathering.reckon(own);
            return new Outcome.Present(
                    Quantity.canonical(value.value(), unit()),
                    value.rounded() ? provenance.asApproximate() : provenance);
        } catch (NumberException why) {
            if (byRow.isPresent()) {
                AggregateOutcome walked = byRow.get().get();
                return own.isPresent() ? walked.reckoned(own) : walked.figure();
            }
            List<Quantity> extremes = gathering.extremes(Outcomes.number(Exact.ZERO, term.type()));
            return new Outcome.Failed(
                    EvaluationProblems.sum(why, term.span(), term.aggregate(), extremes, place), provenance);
        }
    }

    /** The unit the rows have in common, else the unit of the column, else the basic one. */
    private KpiUnit unit() {
        KpiUnit basic = Units.basic(((Type.Measure) term.type()).dimension());
        return gathering
                .commonUnit()
                .or(this::columnUnit)
                .filter(unit -> unit.dimension().equals(basic.dimension()))
                .orElse(basic);
    }

    private Optional<KpiUnit> columnUnit() {
        return term.value()
                .filter(ColumnTerm.class::isInstance)
                .flatMap(value -> walk.view().flatMap(view -> view.unit(((ColumnTerm) value).column())));
    }
}
