package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.StopSignal;
import kpi.engine.TableView;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.PublishedColumn;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.Reconciliation;
import kpi.value.PrintedQuantity;

/**
 * Holds the actual of each row or group against the figure that a column prints for it, as other published figures are held:
 * it agrees at the printed places, or would with cells that are printed as these are, or contradicts. All rows together have
 * one {@link Effort}.
 */
final class RowReconciler {
    private final KpiModel kpi;
    private final PublishedColumn published;
    private final Effort effort;

    RowReconciler(KpiModel kpi, PublishedColumn published, StopSignal stop) {
        this.effort = new Effort(stop);
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
                .map(printed -> new Held(printed, held(row, version.get(), printed)));
    }

    private Optional<Reconciliation> held(RowAt row, KpiVersion version, PrintedQuantity figure) {
        Optional<Exact> ours = Figures.number(row.data().scored().actual().value());
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        Printed printed = Printed.of(figure, version.unit(), version.shownIn());
        Reconciler.Searched found = agreement(row, version, printed, ours.get());
        Reconciliation held = new Reconciliation(
                published.column(),
                Reconciliation.What.ACTUAL,
                figure.quantity(),
                figure.text(),
                found.agreement(),
                Optional.empty(),
                published.span());
        return Optional.of(found.why().map(held::because).orElse(held));
    }

    private Reconciler.Searched agreement(RowAt row, KpiVersion version, Printed printed, Exact ours) {
        if (printed.fits(ours)) {
            return new Reconciler.Searched(Agreement.AGREES, Optional.empty());
        }
        boolean stated = row.data().scored().actual().value().provenance().reported();
        return stated ? Reconciler.Searched.CONTRADICTS : within(row, version, printed);
    }

    /** Whether cells that would be printed as these are give the printed figure. */
    private Reconciler.Searched within(RowAt row, KpiVersion version, Printed printed) {
        Pass pass = row.pass();
        Leeway leeway = pass.leeway(version, row, published.column());
        RuleRange ranges = pass.ranges(version, row, effort);
        RoundingSearch.Rule rule = new RoundingSearch.Rule() {
            @Override
            public Optional<Exact> figure(List<Exact> shares) {
                return pass.actual(kpi, version, row, known -> leeway.at(known, shares));
            }

            @Override
            public Optional<Range> range(Leeway part) {
                return ranges.actual(part);
            }
        };
        return Reconciler.Searched.by(new RoundingSearch(printed, rule, effort), leeway);
    }
}
