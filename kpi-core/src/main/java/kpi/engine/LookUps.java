package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.LookUp;
import kpi.model.LookUpFaults;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.NumberRange;
import kpi.value.Quantity;
import kpi.value.RangeText;
import kpi.value.Text;
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
        List<LookUpRow> read = new ArrayList<>();
        for (int row : view.rows()) {
            Place place = view.place(row);
            Optional<LookUpRow> one = row(table, view, row, place);
            if (one.isEmpty()) {
                return failed(table, "unreadable", place, view.provenance());
            }
            read.add(one.get());
        }
        List<LookUpFaults.Fault> faults =
                LookUpFaults.of(table.matching(), read, table.step(), row -> step(table, row));
        if (!faults.isEmpty()) {
            LookUpFaults.Fault fault = faults.get(0);
            Problem.Builder problem = EvaluationProblems.lookUpFault(
                    table, word(fault.kind()), fault.row().place());
            if (!fault.other().equals(fault.row())) {
                problem.related(fault.other().place(), "second-row");
            }
            return Found.unusable(new Outcome.Failed(problem.build(), view.provenance()));
        }
        return new Found(Optional.of(new LookUpIndex(table.matching(), read)), Optional.empty(), view.provenance());
    }

    private static Found failed(LookUpTable table, String reason, Place place, Provenance provenance) {
        return Found.unusable(new Outcome.Failed(EvaluationProblems.lookUpData(table, reason, place), provenance));
    }

    private static String word(LookUpFaults.Kind kind) {
        return switch (kind) {
            case DUPLICATE -> "duplicate";
            case UNREACHABLE -> "unreachable";
            case OVERLAP -> "overlap";
            case GAP -> "gap";
            case OFF_STEP -> "off-step";
        };
    }

    static LocalText reason(String word) {
        return switch (word) {
            case "duplicate" -> new LocalText("鍵值重複", "its keys are given twice");
            case "unreachable" -> new LocalText("永遠輪不到", "it is never reached");
            case "overlap" -> new LocalText("與前一級重疊", "it overlaps the band before it");
            case "gap" -> new LocalText("與前一級之間有空隙", "it leaves a gap behind the band before it");
            case "off-step" -> new LocalText("界限不在級距的刻度上", "its ends are not on the steps of the bands");
            case "running" ->
                new LocalText("值是一段範圍，須以內插查表", "its value runs from one to another, and must be interpolated");
            default -> new LocalText("無法讀取", "it cannot be read");
        };
    }

    private Optional<Exact> step(LookUpTable table, LookUpRow row) {
        LookUpTable.Step step = table.step().orElseThrow();
        if (step.fixed().isPresent()) {
            return step.fixed();
        }
        List<Value> keys = new ArrayList<>();
        for (int key : step.keys()) {
            row.keys().get(key).exactly().ifPresent(keys::add);
        }
        return keys.size() < step.keys().size()
                ? Optional.empty()
                : index(step.table().orElseThrow())
                        .index()
                        .flatMap(index -> index.find(keys))
                        .map(LookUpRow::low)
                        .filter(Quantity.class::isInstance)
                        .map(found -> ((Quantity) found).canonical())
                        .filter(size -> size.signum() > 0);
    }

    private static Optional<LookUpRow> row(LookUpTable table, RowView view, int row, Place place) {
        List<LookUpRow.Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.keys().size(); i++) {
            LookUpTable.Key key = table.keys().get(i);
            boolean ranged = table.isRanged(i);
            view.cell(row, key.name())
                    .value()
                    .flatMap(value -> cell(value, key, ranged))
                    .ifPresent(cells::add);
        }
        Optional<Value> value = view.cell(row, table.value().name()).value();
        if (cells.size() < table.keys().size() || value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get().display(kpi.diagnostic.Language.EN);
        if (value.get() instanceof Text written && table.value().unit().isPresent()) {
            KpiUnit unit = table.value().unit().get();
            return RangeText.read(written.text(), unit)
                    .filter(NumberRange::isFinite)
                    .map(range -> new LookUpRow(
                            cells,
                            Quantity.canonical(range.low().orElseThrow(), unit),
                            Quantity.canonical(range.high().orElseThrow(), unit),
                            text,
                            place));
        }
        return Optional.of(new LookUpRow(cells, value.get(), value.get(), text, place));
    }

    private static Optional<LookUpRow.Cell> cell(Value value, LookUpTable.Key key, boolean ranged) {
        return ranged && value instanceof Text text
                ? LookUpRow.Cell.read(text.text(), key.unit().orElseThrow())
                : Optional.of(LookUpRow.Cell.of(value));
    }
}
