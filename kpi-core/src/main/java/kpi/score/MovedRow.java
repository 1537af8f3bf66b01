package kpi.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowView;
import kpi.model.KpiPart;
import kpi.source.Place;
import kpi.unit.KpiUnit;

/** Rows, with other values in some cells of one of them: what might stand behind rounded ones. */
record MovedRow(RowView view, int row, Map<String, Outcome> moved) implements RowView {
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
    public Outcome cell(int at, String column) {
        Outcome other = at == row ? moved.get(column) : null;
        return other == null ? view.cell(at, column) : other;
    }

    @Override
    public Optional<KpiUnit> unit(String column) {
        return view.unit(column);
    }

    @Override
    public Place place(int at) {
        return view.place(at);
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
    public Outcome figure(int at, KpiPart part) {
        return view.figure(at, part);
    }
}
