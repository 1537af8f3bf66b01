package kpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.engine.pieces.Keeping;
import kpi.function.RowFunction;
import kpi.model.Aggregation;
import kpi.model.PointItem;
import kpi.unit.KpiUnit;

/**
 * Which aggregates and lines of points over a dataset can be gathered from its rows in pieces, and what is kept for each.
 * Immutable.
 *
 * <p>These are the aggregates that ask for nothing but the cells of a row, in one unit, and the lines that do; for a line two
 * aggregates are kept. Those that are computed alike share what is kept.
 */
public final class PiecesPlan {
    private final TableSchema schema;
    private final long mostValues;
    private final List<Aggregation> kept = new ArrayList<>();
    private final List<Optional<KpiUnit>> units = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<Aggregation, Integer> places = new IdentityHashMap<>();
    private final Map<String, Integer> byCode = new HashMap<>();
    private final Map<PointItem, LineRows> lines = new IdentityHashMap<>(4);

    /**
     * Plans what it can of these aggregates and lines of points over the dataset.
     *
     * @param mostValues how many different values are kept for an aggregate that needs them one by one
     */
    public PiecesPlan(TableSchema schema, List<Aggregation> terms, List<SharedScans.Line> lines, long mostValues) {
        this.schema = Objects.requireNonNull(schema, "schema");
        this.mostValues = mostValues;
        TableView none = TableView.all(new TableBuilder(schema, "").build(false).orElseThrow());
        for (Aggregation term : terms) {
            if (!term.table().equals(schema.name()) || !RowsOnly.holds(term)) {
                continue;
            }
            Evaluator evaluator = Evaluator.of(PieceScan.scope(none, ColumnChoice.NEVER, () -> false), List.of(term));
            RowUnits shown = new RowUnits(
                    none,
                    constant -> evaluator
                            .rows()
                            .walking(schema.name(), () -> evaluator.evaluate(constant))
                            .quantity()
                            .map(quantity -> quantity.unit()));
            Optional<RowUnits.Shown> unit = term.values().stream().findFirst().map(shown::of);
            if (unit.filter(RowUnits.Shown::isUncertain).isPresent()) {
                continue;
            }
            keep(term, unit.flatMap(RowUnits.Shown::unit));
        }
        lines.forEach(this::keep);
    }

    private void keep(Aggregation term, Optional<KpiUnit> unit) {
        String code = TermCode.of(term);
        Integer place = byCode.putIfAbsent(code, kept.size());
        if (place == null) {
            place = kept.size();
            kept.add(term);
            codes.add(code);
            units.add(unit);
        }
        places.put(term, place);
    }

    /** What a line is worth is shown in its KPI's unit, whatever the unit of its rows. */
    private void keep(SharedScans.Line line) {
        if (!line.item().table().equals(Optional.of(schema.name()))) {
            return;
        }
        LineRows rows = new LineRows(line.item(), line.unit());
        if (RowsOnly.holds(rows.sum())) {
            lines.put(line.item(), rows);
            rows.both().forEach(term -> keep(term, Optional.empty()));
        }
    }

    /** A line of points as the aggregates that are kept for it, if they are. */
    Optional<LineRows> line(PointItem item, KpiUnit unit) {
        return Optional.ofNullable(lines.get(item)).filter(rows -> rows.unit().equals(unit));
    }

    /** Whether what is kept answers a line of points of a KPI in this unit. */
    public boolean isKept(SharedScans.Line line) {
        return line(line.item(), line.unit()).isPresent();
    }

    /** Whether what is kept answers an aggregate. */
    public boolean isKept(Aggregation term) {
        return places.containsKey(term);
    }

    /** The dataset. */
    public TableSchema schema() {
        return schema;
    }

    /** What is kept, written so that equal plans are written alike. */
    public List<String> codes() {
        return List.copyOf(codes);
    }

    /** How many different values are kept. */
    public long mostValues() {
        return mostValues;
    }

    /** Begins to keep rows, for each aggregate. */
    public List<Supplier<Keeping>> keepings() {
        List<Supplier<Keeping>> keepings = new ArrayList<>();
        for (Aggregation term : kept) {
            keepings.add(() -> keeping(term));
        }
        return keepings;
    }

    /** What each computes. */
    public List<RowFunction> functions() {
        return kept.stream().map(term -> term.aggregate().function()).toList();
    }

    Keeping keeping(Aggregation term) {
        return new Keeping(term.aggregate().function().gist(), mostValues, Outcome.Missing.MOST_REASONS);
    }

    /** One aggregate for each that is kept. */
    List<Aggregation> kept() {
        return List.copyOf(kept);
    }

    Optional<Integer> place(Aggregation term) {
        return Optional.ofNullable(places.get(term));
    }

    /** The unit in which rows show their first value; empty where it is no number. */
    Optional<KpiUnit> unit(int place) {
        return units.get(place);
    }
}
