package kpi.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Column;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Truth;
import kpi.value.Type;

/** Walks the rows of datasets, and knows the row that each dataset is at. */
final class RowWalker {
    private final Evaluator evaluator;
    private final Scope scope;
    private final Map<String, Row> current = new HashMap<>();

    /** Aggregates inside rows that do not depend on the row, so that they are not computed once a row. */
    private final Map<Aggregation, Outcome> sameAtEveryRow = new IdentityHashMap<>(4);

    private Optional<Row> innermost = Optional.empty();

    RowWalker(Evaluator evaluator, Scope scope) {
        this.evaluator = evaluator;
        this.scope = scope;
    }

    /** One row of a dataset. */
    private record Row(Table table, int index) {
        Place place() {
            return table.place(index, table.schema().columns().get(0).name());
        }
    }

    /** What is done at a row. */
    interface AtRow {
        /** What the row contributes. */
        Outcome contribution(int row);
    }

    /**
     * What a walk over rows found.
     *
     * @param table the dataset, where there is one
     * @param passed how many rows passed the filter
     * @param needed whether every filter and every contribution had a value
     */
    record Walk(Optional<Table> table, long passed, Strict needed) {}

    boolean isAtRow() {
        return innermost.isPresent();
    }

    /** Where the row that is at hand came from. */
    Optional<Place> place() {
        return innermost.map(Row::place);
    }

    /** The cell of the current row of a dataset. */
    Outcome cell(String table, String name) {
        Row row = current.get(table);
        if (row == null) {
            throw new KpiUsageException("“" + name + "” is used outside a row of " + table);
        }
        Column column = row.table().column(name);
        Optional<Absence> absence = column.absence(row.index());
        return absence.isPresent()
                ? Absences.cell(row.table(), row.index(), name, absence.get())
                : Outcome.of(column.value(row.index()));
    }

    /** Does something at every row that passes the filter, in the order of the rows, up to the first problem. */
    Walk walk(String name, Optional<Term> where, AtRow action) {
        Strict needed = new Strict();
        RowSet set = scope.facts().rows(name, scope.period());
        if (!(set instanceof RowSet.Rows rows)) {
            needed.take(((RowSet.Absent) set).why());
            return new Walk(Optional.empty(), 0, needed);
        }
        needed.take(rows.provenance());
        Optional<Row> outer = innermost;
        Row outerOfTable = current.get(name);
        long passed = 0;
        BitSet selected = rows.selected();
        for (int i = selected.nextSetBit(0); i >= 0 && !needed.hasFailed(); i = selected.nextSetBit(i + 1)) {
            evaluator.countStep();
            Row row = new Row(rows.table(), i);
            innermost = Optional.of(row);
            current.put(name, row);
            if (where.isEmpty() || passes(where.get(), needed)) {
                passed++;
                needed.take(action.contribution(i));
            }
        }
        innermost = outer;
        if (outerOfTable == null) {
            current.remove(name);
        } else {
            current.put(name, outerOfTable);
        }
        return new Walk(Optional.of(rows.table()), passed, needed);
    }

    private boolean passes(Term where, Strict needed) {
        Outcome filter = evaluator.evaluate(where);
        needed.take(filter);
        return filter.value().filter(Truth.TRUE::equals).isPresent();
    }

    Outcome aggregate(Aggregation term) {
        if (!isAtRow() || !Subterms.isClosed(term)) {
            return compute(term);
        }
        Outcome known = sameAtEveryRow.get(term);
        if (known == null) {
            known = compute(term);
            sameAtEveryRow.put(term, known);
        }
        return known;
    }

    private Outcome compute(Aggregation term) {
        boolean heard = !isAtRow();
        Gathering gathering = new Gathering();
        Walk walk = walk(term.table(), term.where(), row -> {
            Outcome value = term.value()
                    .map(evaluator::evaluate)
                    .orElseGet(() -> Outcome.of(Outcomes.number(Exact.ONE, term.type())));
            value.quantity().ifPresent(gathering::add);
            if (heard) {
                scope.listener().ifPresent(l -> l.row(term, row, place().orElseThrow(), value));
            }
            return value;
        });
        if (!walk.needed().isComplete()) {
            return walk.needed().absent();
        }
        Provenance provenance = walk.needed().provenance();
        if (walk.passed() == 0 && term.aggregate() != Aggregate.SUM && term.aggregate() != Aggregate.COUNT) {
            int all = walk.table().map(Table::rows).orElse(0);
            return new Outcome.Failed(EvaluationProblems.noRows(term, all), provenance);
        }
        try {
            Exact value = gathering.result(term.aggregate());
            boolean rounded = gathering.isRounded(term.aggregate());
            return new Outcome.Present(
                    Quantity.canonical(value, unit(term, gathering, walk)),
                    rounded ? provenance.asApproximate() : provenance);
        } catch (NumberException why) {
            List<Quantity> extremes = gathering.extremes(Outcomes.number(Exact.ZERO, term.type()));
            return new Outcome.Failed(
                    EvaluationProblems.sum(why, term.span(), term.aggregate(), extremes, place()), provenance);
        }
    }

    /** The unit the rows have in common, else the unit of the column, else the basic one. */
    private static KpiUnit unit(Aggregation term, Gathering gathering, Walk walk) {
        KpiUnit basic = Units.basic(((Type.Measure) term.type()).dimension());
        return gathering
                .commonUnit()
                .or(() -> columnUnit(term, walk))
                .filter(unit -> unit.dimension().equals(basic.dimension()))
                .orElse(basic);
    }

    private static Optional<KpiUnit> columnUnit(Aggregation term, Walk walk) {
        if (term.value().isEmpty() || !(term.value().get() instanceof ColumnTerm column)) {
            return Optional.empty();
        }
        return walk.table()
                .flatMap(table -> table.schema().column(column.column()))
                .map(schema -> schema.type() instanceof ColumnType.Number number ? number.unit() : Units.NUMBER);
    }
}
