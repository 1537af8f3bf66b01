package kpi.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kpi.engine.Outcome;
import kpi.engine.TableView;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.PublishedColumn;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.Reconciliation;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;

/**
 * Holds each row's actual against the figure that a column prints for it, as other published figures are held: it agrees at
 * the printed places, or would with cells of the row that are printed as these are, or contradicts. Aggregates in the rule
 * see the rows as they stand, and so does a KPI per group.
 */
final class RowReconciler {
    private final KpiModel kpi;
    private final PublishedColumn published;

    RowReconciler(KpiModel kpi, PublishedColumn published) {
        this.kpi = Objects.requireNonNull(kpi, "kpi");
        this.published = Objects.requireNonNull(published, "published");
    }

    /** A printed figure and what became of it; nothing to hold it against is an empty reconciliation. */
    record Held(PrintedQuantity printed, Optional<Reconciliation> reconciliation) {}

    /** What became of the figure printed for a row; empty if none is. */
    Optional<Held> of(RowAt row) {
        Optional<KpiVersion> version = row.data().scored().version();
        Optional<TableView> table = row.pass().table(published.table());
        if (version.isEmpty() || table.isEmpty()) {
            return Optional.empty();
        }
        return row.printed(published)
                .flatMap(number ->
                        PrintedCells.of(table.get(), published.column()).map(cells -> cells.of(number)))
                .map(printed -> new Held(printed, held(row, version.get(), printed, table.get())));
    }

    private Optional<Reconciliation> held(RowAt row, KpiVersion version, PrintedQuantity figure, TableView table) {
        Optional<Exact> ours = Figures.number(row.data().scored().actual().value());
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        Printed printed = Printed.of(figure, version.unit(), version.shownIn());
        Agreement agreement = Agreement.CONTRADICTS;
        if (printed.fits(ours.get())) {
            agreement = Agreement.AGREES;
        } else if (row.base() instanceof RowBase.OfRows of && reaches(row, of, version, printed, table)) {
            agreement = Agreement.WITHIN_INPUT_ROUNDING;
        }
        return Optional.of(new Reconciliation(
                published.column(),
                Reconciliation.What.ACTUAL,
                figure.quantity(),
                figure.text(),
                agreement,
                Optional.empty(),
                published.span()));
    }

    /** Whether cells that would be printed as those of the row give the printed figure. */
    private boolean reaches(RowAt row, RowBase.OfRows base, KpiVersion version, Printed printed, TableView table) {
        List<String> columns = new ArrayList<>();
        List<PrintedQuantity> figures = new ArrayList<>();
        for (String column : KpiReferences.columns(version, base.view().name())) {
            Optional<PrintedQuantity> cell = column.equals(published.column())
                    ? Optional.empty()
                    : PrintedCells.of(table, column)
                            .flatMap(cells ->
                                    base.cell(row.index(), column).quantity().map(cells::of))
                            .filter(given -> !InputBox.isExact(given));
            cell.ifPresent(given -> {
                columns.add(column);
                figures.add(given);
            });
        }
        if (columns.isEmpty()) {
            return false;
        }
        Function<List<Exact>, Optional<Exact>> figure = values -> {
            Map<String, Outcome> moved = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Quantity other = Quantity.canonical(
                        values.get(i), figures.get(i).quantity().unit());
                moved.put(columns.get(i), Outcome.of(other));
            }
            MovedRow view = new MovedRow(base.view(), base.rows()[row.index()], moved);
            return row.pass().actual(kpi, version, new RowBase.OfRows(view, base.rows()), row.index());
        };
        return new InputBox(figures).reaches(printed, figure);
    }
}
