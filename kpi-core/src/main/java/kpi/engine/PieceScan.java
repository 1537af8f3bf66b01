package kpi.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import kpi.data.RowCopy;
import kpi.data.Table;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.columnar.ColumnPlan;
import kpi.engine.columnar.Gathered;
import kpi.engine.columnar.Oracle;
import kpi.engine.pieces.AbsentRow;
import kpi.engine.pieces.Keeping;
import kpi.engine.pieces.Kept;
import kpi.engine.pieces.Section;
import kpi.function.RowFunction;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.InputDefinition;
import kpi.model.Term;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/** Gathers what is kept of one piece of a dataset: by column where that is certain, row by row elsewhere. */
public final class PieceScan {
    /** No term that is kept asks for the period. */
    private static final ReportingPeriod ANY = ReportingPeriod.western(2000);

    private final PiecesPlan plan;
    private final Table table;
    private final long from;
    private final ColumnChoice columns;
    private final BooleanSupplier stop;

    /** @param from the number of the first row among all */
    public PieceScan(PiecesPlan plan, Table table, long from, ColumnChoice columns, BooleanSupplier stop) {
        this.plan = plan;
        this.table = table;
        this.from = from;
        this.columns = columns;
        this.stop = stop;
    }

    /** The rows that are told of, by their numbers. */
    public SortedMap<Long, RowCopy> told(Collection<Section> sections) {
        SortedMap<Long, RowCopy> told = new TreeMap<>();
        for (Section section : sections) {
            for (Kept kept : section.kept()) {
                kept.firstLeftOut().ifPresent(row -> told.put(row, copy(row)));
                kept.absent().forEach(row -> told.put(row.row(), copy(row.row())));
            }
        }
        return told;
    }

    private RowCopy copy(long row) {
        return RowCopy.of(table, (int) (row - from));
    }

    /** What is kept of the rows of a period. */
    public Section section(BitSet selected) {
        TableView view = new TableView(table, selected, Provenance.exact());
        List<Aggregation> terms = plan.kept();
        Evaluator evaluator = Evaluator.of(scope(view, columns, stop), new ArrayList<Term>(terms));
        List<Kept> kept = new ArrayList<>();
        if (selected.isEmpty()) {
            terms.forEach(term -> kept.add(Kept.NOTHING));
            return new Section(0, kept);
        }
        Map<Aggregation, Aggregation> ends = new IdentityHashMap<>();
        Map<Aggregation, Gathered> byColumn =
                columns.isNever() ? Map.of() : byColumn(view, selected, evaluator, terms, ends);
        int[] all = view.rows();
        for (Aggregation term : terms) {
            kept.add(fast(term, view, evaluator, byColumn, ends).orElseGet(() -> {
                Keeping keeping = plan.keeping(term);
                walk(term, view, all, evaluator, keeping);
                return keeping.kept();
            }));
        }
        return new Section(all.length, kept);
    }

    static Scope scope(TableView view, ColumnChoice columns, BooleanSupplier stop) {
        return Scope.builder(ANY)
                .facts(new Only(view))
                .columns(columns)
                .stop(stop)
                .build();
    }

    private Map<Aggregation, Gathered> byColumn(
            TableView view,
            BitSet selected,
            Evaluator evaluator,
            List<Aggregation> terms,
            Map<Aggregation, Aggregation> ends) {
        List<Aggregation> asked = new ArrayList<>();
        for (Aggregation term : terms) {
            if (SharedScans.isOfRows(term)) {
                RowFunction.Gist gist = term.aggregate().function().gist();
                if (gist == RowFunction.Gist.SUMS || gist == RowFunction.Gist.PRODUCTS) {
                    // Where the divisor is zero, the smallest and the largest value are told.
                    if (term.aggregate().present().isPresent()) {
                        continue;
                    }
                    Aggregation end = new Aggregation(
                            term.span(),
                            Aggregate.MIN,
                            term.table(),
                            term.where(),
                            term.value(),
                            term.value().orElseThrow().type());
                    ends.put(term, end);
                    asked.add(end);
                }
                asked.add(term);
            }
        }
        RowWalker walker = evaluator.rows();
        Oracle oracle = new Reference(evaluator, view);
        ColumnPlan byColumn = walker.walking(view.name(), () -> ColumnPlan.of(table, asked, any -> oracle));
        if (byColumn.isEmpty()) {
            return Map.of();
        }
        boolean whole = selected.cardinality() == table.rows();
        return byColumn.gather(whole ? new long[0] : selected.toLongArray(), whole, 0, columns.workers(), stop)
                .orElseThrow(() -> new KpiCancelledException("stopped by the host"));
    }

    private Optional<Kept> fast(
            Aggregation term,
            TableView view,
            Evaluator evaluator,
            Map<Aggregation, Gathered> byColumn,
            Map<Aggregation, Aggregation> ends) {
        Gathered gathered = byColumn.get(term);
        Aggregation end = ends.get(term);
        Gathered bounds = end == null ? null : byColumn.get(end);
        if (gathered == null || end != null && bounds == null) {
            return Optional.empty();
        }
        Keeping keeping = plan.keeping(term);
        if (term.aggregate().function().gist() == RowFunction.Gist.EACH) {
            Gathering tried = new Gathering(term.aggregate());
            try {
                for (List<Value> row : gathered.each()) {
                    tried.add(row);
                    keeping.add(row);
                }
            } catch (NumberException ofRow) {
                return Optional.empty();
            }
        } else {
            keeping.add(gathered.totals());
        }
        if (bounds != null && bounds.count() > 0) {
            keeping.ends(bounds.totals().least(), bounds.totals().most());
        }
        keeping.leftOut(gathered.skipped(), gathered.firstSkipped().map(row -> from + row));
        walk(term, view, gathered.left(), evaluator, keeping);
        // Which rows stand before one that failed, only their order tells.
        return keeping.failed() ? Optional.empty() : Optional.of(keeping.kept());
    }

    /** Row by row, up to the first that fails. */
    private void walk(Aggregation term, TableView view, int[] rows, Evaluator evaluator, Keeping keeping) {
        RowWalker walker = evaluator.rows();
        RowWalker.Wanted wanted = RowWalker.wanted(term);
        List<List<Value>> heard = new ArrayList<>(1);
        for (int row : rows) {
            Gathering gathering = new Gathering(term.aggregate(), heard::add);
            Strict needed = new Strict();
            RowWalker.Walk walk =
                    walker.walk(wanted, view, new int[] {row}, needed, at -> walker.contribution(term, gathering));
            mark(keeping, needed.provenance());
            if (!needed.isComplete()) {
                keeping.absent(new AbsentRow(from + row, reasons(needed.absent())), walk.passed() > 0);
                if (needed.hasFailed()) {
                    return;
                }
            } else if (walk.passed() > 0) {
                keeping.add(heard.get(0));
            } else if (walk.missing() > 0) {
                keeping.leftOut(1, Optional.of(from + row));
            }
            heard.clear();
        }
    }

    private static void mark(Keeping keeping, Provenance provenance) {
        if (!provenance.equals(Provenance.exact())) {
            keeping.marked(provenance.approximate(), provenance.partial());
            Provenance told = provenance.approximate() ? Provenance.exact().asApproximate() : Provenance.exact();
            if (!provenance.equals(provenance.partial() ? told.asPartial() : told)) {
                throw new KpiUsageException("a value of a row rests on more than the row: " + provenance);
            }
        }
    }

    private static List<AbsentRow.Reason> reasons(Outcome absent) {
        if (!(absent instanceof Outcome.Missing missing)) {
            return List.of();
        }
        return missing.reasons().stream()
                .map(reason -> new AbsentRow.Reason(reason.absence(), digest(reason)))
                .toList();
    }

    private static String digest(Outcome.Reason reason) {
        String text = reason.text().en() + '\n' + reason.text().zh() + '\n' + placed(reason.place());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new KpiUsageException("every Java platform has SHA-256", missing);
        }
    }

    private static String placed(Place place) {
        return place.toString();
    }

    /** The reference engine, asked while columns are planned. */
    private record Reference(Evaluator evaluator, TableView view) implements Oracle {
        @Override
        public Optional<Value> constant(Term term) {
            return evaluator.evaluate(term).value();
        }

        @Override
        public Optional<Value> at(Term term, int row) {
            return evaluator.rows().at(view, row, term) instanceof Outcome.Present present
                            && present.provenance().equals(Provenance.exact())
                    ? Optional.of(present.present())
                    : Optional.empty();
        }
    }

    /** No fact but the rows at hand. */
    private record Only(TableView view) implements FactSource {
        @Override
        public Outcome input(InputDefinition input, ReportingPeriod period) {
            return Absences.input(input, Place.of(input.span()));
        }

        @Override
        public RowSet rows(String name, ReportingPeriod period) {
            return name.equals(view.name())
                    ? new RowSet.Rows(view.table(), view.selected(), view.provenance())
                    : new RowSet.Absent(Absences.table(name));
        }
    }
}
