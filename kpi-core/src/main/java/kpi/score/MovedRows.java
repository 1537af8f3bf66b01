package kpi.score;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowView;
import kpi.model.KpiPart;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/** Rows with other numbers in some cells: what might stand behind rounded ones. */
record MovedRows(RowView view, BiFunction<Integer, String, Optional<Exact>> moved) implements RowView {
    @Override
    public String name() {
        return view.name();
    }

    @Override
    public int[] rows() {
        return view.rows();
    }

    @Override
    public List<String> keyColumns() {
        return view.keyColumns();
    }

    @Override
    public boolean has(String column) {
        return view.has(column);
    }

    @Override
    public Outcome cell(int row, String column) {
        Outcome cell = view.cell(row, column);
        return cell.quantity()
                .flatMap(quantity -> moved.apply(row, column)
                        .<Outcome>map(other -> Outcome.of(Quantity.canonical(other, quantity.unit()))))
                .orElse(cell);
    }

    @Override
    public Optional<KpiUnit> unit(String column) {
        return view.unit(column);
    }

    @Override
    public Place place(int row) {
        return view.place(row);
    }

    @Override
    public Provenance provenance() {
        return view.provenance();
    }

    @Override
    public boolean hasFigures() {
        return view.hasFigures();
    }

    @Override
    public Outcome figure(int row, KpiPart part) {
        return view.figure(row, part);
    }
}
