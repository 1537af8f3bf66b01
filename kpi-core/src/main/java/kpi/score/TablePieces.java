package kpi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.engine.ColumnChoice;
import kpi.engine.PieceScan;
import kpi.engine.PiecesPlan;
import kpi.engine.PiecesRows;
import kpi.engine.Provenance;
import kpi.engine.RowSet;
import kpi.engine.pieces.Kept;
import kpi.engine.pieces.RowsState;
import kpi.engine.pieces.Section;
import kpi.value.ReportingPeriod;

/**
 * How a dataset is gathered in pieces for some periods, and what its rows are then. Immutable.
 *
 * <p>Of a dataset with a column of periods there are two sections for each period: with the rows that have no period, and
 * without them. Of another there is one.
 *
 * @param periods the periods it is gathered for
 */
public record TablePieces(PiecesPlan plan, List<ReportingPeriod> periods) {
    public TablePieces {
        Objects.requireNonNull(plan, "plan");
        periods = List.copyOf(periods);
    }

    /** What is kept of a table whose first row has this number. */
    public RowsState piece(Table table, long from, ColumnChoice columns, BooleanSupplier stop) {
        PieceScan scan = new PieceScan(plan, table, from, columns, stop);
        List<Section> sections = new ArrayList<>();
        SortedSet<ReportingPeriod> found = new TreeSet<>();
        long undated = 0;
        if (isDated()) {
            Periods.rows(table).forEach(found::add);
            undated = table.column(RowsOfPeriod.column(plan.schema()).orElseThrow())
                    .missing()
                    .count();
            for (ReportingPeriod period : periods) {
                Section all = scan.section(rows(table, period, true));
                sections.add(all);
                sections.add(undated == 0 ? all : scan.section(rows(table, period, false)));
            }
        } else {
            BitSet all = new BitSet();
            all.set(0, table.rows());
            sections.add(scan.section(all));
        }
        NavigableMap<Long, RowsState.Run> runs = new TreeMap<>();
        if (table.rows() > 0) {
            runs.put(from, new RowsState.Run(from + table.rows(), sections));
        }
        return new RowsState(runs, table.rows(), table.rowsLeftOut(), found, undated, scan.told(sections));
    }

    private static BitSet rows(Table table, ReportingPeriod period, boolean undated) {
        return RowsOfPeriod.of(table, period, undated).orElseGet(BitSet::new);
    }

    private boolean isDated() {
        return RowsOfPeriod.column(plan.schema()).isPresent();
    }

    /** How many sections there are. */
    public int sections() {
        return isDated() ? 2 * periods.size() : 1;
    }

    /** The dataset. */
    public TableSchema schema() {
        return plan.schema();
    }

    /**
     * The rows of a period; empty if there are rows, but the dataset says nothing about the period.
     *
     * @param undated whether rows of every period count
     */
    Optional<RowSet> rows(RowsState state, ReportingPeriod period, boolean undated) {
        if ((state.rows() > 0 || !isDated()) && !isAbout(state, period, undated)) {
            return Optional.empty();
        }
        int at = isDated() ? 2 * periods.indexOf(period) + (undated ? 0 : 1) : 0;
        if (at < 0 && state.rows() > 0) {
            return Optional.of(PiecesRows.ofAnotherPeriod(plan.schema().name(), period));
        }
        Provenance provenance = state.leftOut() > 0 ? Provenance.exact().asPartial() : Provenance.exact();
        Section section = state.runs().isEmpty()
                ? new Section(0, plan.codes().stream().map(any -> Kept.NOTHING).toList())
                : state.sections(plan.keepings()).get(at);
        return Optional.of(new RowSet.InPieces(new PiecesRows(plan, state, section, provenance)));
    }

    /** Whether some row is of the period. */
    public boolean isAbout(RowsState state, ReportingPeriod period, boolean undated) {
        if (!isDated()) {
            return undated;
        }
        return undated && state.undated() > 0 || state.periods().stream().anyMatch(period::contains);
    }
}
