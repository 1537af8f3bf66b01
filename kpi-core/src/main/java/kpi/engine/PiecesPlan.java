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
import kpi.unit.KpiUnit;

/**
 * Which aggregates over a dataset can be gathered from its rows in pieces, and what is kept for each. Immutable.
 *
 * <p>These are the aggregates that ask for nothing but the cells of a row, in one unit. Those that are computed alike share
 * what is kept.
 */
public final class PiecesPlan {
    private final TableSchema schema;
    private final long mostValues;
    private final List<Aggregation> kept = new ArrayList<>();
    private final List<Optional<KpiUnit>> units = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<Aggregation, Integer> places = new IdentityHashMap<>();

    /**
     * Plans what it can of these aggregates over the dataset.
     *
     * @param mostValues how many different values are kept for an aggregate that needs them one by one
     */
    public PiecesPlan(TableSchema schema, List<Aggregation> terms, long mostValues) {
        this.schema = Objects.requireNonNull(schema, "schema");
        this.mostValues = mostValues;
        Map<String, Integer> byCode = new HashMap<>();
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
            String code = TermCode.of(term);
            Integer place = byCode.putIfAbsent(code, kept.size());
            if (place == null) {
                place = kept.size();
                kept.add(term);
                codes.add(code);
                units.add(unit.flatMap(RowUnits.Shown::unit));
            }
            places.put(term, place);
        }
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
