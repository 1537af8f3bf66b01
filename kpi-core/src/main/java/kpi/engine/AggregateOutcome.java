package kpi.engine;

import java.util.List;
import java.util.Optional;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;

/** What the rows of an aggregate come to. */
final class AggregateOutcome {
    private final Aggregation term;
    private final Gathering gathering = new Gathering();

    /** What came out, of how many rows, and how many were left out. */
    record Whole(Outcome outcome, long passed, long leftOut) {}

    AggregateOutcome(Aggregation term) {
        this.term = term;
    }

    /** What a row contributes to a count. */
    Outcome one() {
        return Outcome.of(Outcomes.number(Exact.ONE, term.type()));
    }

    void add(Outcome value) {
        value.quantity().ifPresent(gathering::add);
    }

    Whole of(RowWalker.Walk walk, Optional<Place> place) {
        return new Whole(outcome(walk, place), walk.passed(), walk.missing());
    }

    private Outcome outcome(RowWalker.Walk walk, Optional<Place> place) {
        if (!walk.needed().isComplete()) {
            return walk.needed().absent();
        }
        Provenance known = walk.needed().provenance();
        Provenance provenance = walk.missing() > 0 ? known.asPartial() : known;
        if (walk.passed() == 0 && term.aggregate() != Aggregate.COUNT) {
            // Of rows that all lack their figure there is no sum either: nothing stands in for it.
            if (walk.leftOut().isPresent()) {
                return walk.leftOut().get().and(provenance);
            }
            if (term.aggregate() != Aggregate.SUM) {
                return new Outcome.Failed(EvaluationProblems.noRows(term, walk.seen()), provenance);
            }
        }
        try {
            Exact value = gathering.result(term.aggregate());
            boolean rounded = gathering.isRounded(term.aggregate());
            return new Outcome.Present(
                    Quantity.canonical(value, unit(walk)), rounded ? provenance.asApproximate() : provenance);
        } catch (NumberException why) {
            List<Quantity> extremes = gathering.extremes(Outcomes.number(Exact.ZERO, term.type()));
            return new Outcome.Failed(
                    EvaluationProblems.sum(why, term.span(), term.aggregate(), extremes, place), provenance);
        }
    }

    /** The unit the rows have in common, else the unit of the column, else the basic one. */
    private KpiUnit unit(RowWalker.Walk walk) {
        KpiUnit basic = Units.basic(((Type.Measure) term.type()).dimension());
        return gathering
                .commonUnit()
                .or(() -> columnUnit(walk))
                .filter(unit -> unit.dimension().equals(basic.dimension()))
                .orElse(basic);
    }

    private Optional<KpiUnit> columnUnit(RowWalker.Walk walk) {
        return term.value()
                .filter(ColumnTerm.class::isInstance)
                .flatMap(value -> walk.view().flatMap(view -> view.unit(((ColumnTerm) value).column())));
    }
}
