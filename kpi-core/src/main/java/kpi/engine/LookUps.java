package kpi.engine;

import java.util.List;
import java.util.Optional;
import kpi.model.LookUp;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Value;

/** Looks values up in tables; those whose rows are a dataset are read and checked once, and then found by their keys. */
final class LookUps {
    private final Scope scope;

    LookUps(Scope scope) {
        this.scope = scope;
    }

    /** The rows of a table, or why they cannot be used. */
    record Found(Optional<LookUpIndex> index, Optional<Outcome> unusable, Provenance provenance) {
        private static Found unusable(Outcome why) {
            return new Found(Optional.empty(), Optional.of(why), why.provenance());
        }
    }

    Outcome find(LookUp term, List<Value> keys, Provenance provenance, Optional<Place> at) {
        Found found = index(term.table());
        if (found.unusable().isPresent()) {
            return found.unusable().get().and(provenance);
        }
        Provenance rests = provenance.and(found.provenance());
        LookUpIndex index = found.index().orElseThrow();
        if (term.interpolated()) {
            Optional<LookUpIndex.Segment> segment = index.segment(keys, term.extended());
            if (segment.isPresent()) {
                scope.listener().ifPresent(heard -> heard.interpolated(term, segment.get()));
                return interpolated(term, segment.get(), keys, rests, at);
            }
        }
        Optional<LookUpRow> hit = index.find(keys);
        if (hit.isEmpty() && term.extended() && !term.interpolated()) {
            hit = index.last(keys);
        }
        if (hit.isEmpty()) {
            return new Outcome.Failed(EvaluationProblems.outside(term, keys, at), rests);
        }
        if (hit.get().isRunning()) {
            return new Outcome.Failed(
                    EvaluationProblems.lookUpData(
                            term.table(), "running", hit.get().place()),
                    rests);
        }
        LookUpRow row = hit.get();
        scope.listener().ifPresent(heard -> heard.found(term, row));
        return new Outcome.Present(row.low(), rests);
    }

    private static Outcome interpolated(
            LookUp term, LookUpIndex.Segment segment, List<Value> keys, Provenance rests, Optional<Place> row) {
        Exact at = ((Quantity) keys.get(keys.size() - 1)).canonical();
        KpiUnit unit = term.table().value().unit().orElseThrow();
        try {
            return new Outcome.Present(Quantity.canonical(segment.at(at), unit), rests);
        } catch (NumberException tooLarge) {
            return new Outcome.Failed(EvaluationProblems.outside(term, keys, row), rests);
        }
    }

    private Found index(LookUpTable table) {
        return table.index()
                .map(index -> new Found(Optional.of(index), Optional.empty(), Provenance.exact()))
                .orElseGet(() -> scope.rows().lookUp(table, () -> read(table)));
    }

    private Found read(LookUpTable table) {
        RowCache.Found rows = scope.rows().rows(table.name(), scope);
        if (rows.view().isEmpty()) {
            return Found.unusable(rows.absent().orElseThrow());
        }
        RowView view = rows.view().get();
        LookUpData data = LookUpData.read(table, view, step -> index(step).index());
        return data.problems().isEmpty()
                ? new Found(Optional.of(data.index()), Optional.empty(), view.provenance())
                : Found.unusable(new Outcome.Failed(data.problems().get(0), view.provenance()));
    }
}
