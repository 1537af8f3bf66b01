package kpi.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowView;
import kpi.engine.Scope;
import kpi.engine.TableView;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/** What a KPI per row or group is evaluated at: rows of a dataset, or groups; numbered from 0. */
sealed interface RowBase {
    int size();

    boolean has(String column);

    Outcome cell(int row, String column);

    Optional<KpiUnit> unit(String column);

    Place place(int row);

    Provenance provenance();

    /** Whether a column says of which period a row is. */
    boolean hasPeriods();

    /** The period that a row says it is of. */
    Optional<ReportingPeriod> period(int row);

    /** The columns that tell the rows apart, as far as the data say. */
    List<String> keyColumns();

    /** The values of the key columns; one that is missing is left out. */
    Map<String, Value> keys(int row);

    /** Lets an evaluation stand at a row. */
    void bind(int row, Scope.Builder scope);

    /** Rows of a dataset. */
    record OfRows(RowView view, int[] rows) implements RowBase {
        /** Names the rows of a dataset without any column of keys by their lines. */
        static final String ROW = "row";

        OfRows(RowView view) {
            this(view, view.rows());
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public boolean has(String column) {
            return view.has(column);
        }

        @Override
        public Outcome cell(int row, String column) {
            return view.cell(rows[row], column);
        }

        @Override
        public Optional<KpiUnit> unit(String column) {
            return view.unit(column);
        }

        @Override
        public Place place(int row) {
            return view.place(rows[row]);
        }

        @Override
        public Provenance provenance() {
            return view.provenance();
        }

        @Override
        public boolean hasPeriods() {
            return view instanceof ScoredRows rows
                    ? rows.base().hasPeriods()
                    : periodColumn().isPresent();
        }

        @Override
        public Optional<ReportingPeriod> period(int row) {
            if (view instanceof ScoredRows scored) {
                return scored.base().period(rows[row]);
            }
            return periodColumn()
                    .flatMap(column -> cell(row, column).value())
                    .filter(PeriodValue.class::isInstance)
                    .map(value -> ((PeriodValue) value).period());
        }

        private Optional<String> periodColumn() {
            return view instanceof TableView of ? RowsOfPeriod.column(of.table().schema()) : Optional.empty();
        }

        @Override
        public List<String> keyColumns() {
            return view.keyColumns().isEmpty() ? List.of(ROW) : view.keyColumns();
        }

        @Override
        public Map<String, Value> keys(int row) {
            Map<String, Value> keys = new LinkedHashMap<>();
            for (String column : view.keyColumns()) {
                cell(row, column).value().ifPresent(value -> keys.put(column, value));
            }
            if (view.keyColumns().isEmpty()) {
                long number = place(row).cell().map(Place.Cell::row).orElse(rows[row] + 1L);
                keys.put(ROW, Quantity.of(number, 0, Units.NUMBER));
            }
            return keys;
        }

        @Override
        public void bind(int row, Scope.Builder scope) {
            scope.row(view, rows[row]);
        }
    }

    /** Groups, each by the values of the group columns. */
    record OfGroups(String kpi, List<String> keyColumns, List<Map<String, Value>> groups, Provenance provenance)
            implements RowBase {
        @Override
        public int size() {
            return groups.size();
        }

        @Override
        public boolean has(String column) {
            return keyColumns.contains(column);
        }

        @Override
        public Outcome cell(int row, String column) {
            return Outcome.of(Optional.ofNullable(groups.get(row).get(column)).orElseThrow());
        }

        @Override
        public Optional<KpiUnit> unit(String column) {
            return groups.stream()
                    .limit(1)
                    .map(group -> group.get(column))
                    .filter(Quantity.class::isInstance)
                    .map(number -> ((Quantity) number).unit())
                    .findFirst();
        }

        @Override
        public Place place(int row) {
            String column = keyColumns.get(0);
            String shown = groups.get(row).values().iterator().next().display(Language.ZH_TW);
            return Place.cell(kpi, "", row + 1L, column, shown);
        }

        @Override
        public boolean hasPeriods() {
            return groups.stream()
                    .limit(1)
                    .anyMatch(group -> group.values().stream().anyMatch(PeriodValue.class::isInstance));
        }

        @Override
        public Optional<ReportingPeriod> period(int row) {
            return groups.get(row).values().stream()
                    .filter(PeriodValue.class::isInstance)
                    .map(value -> ((PeriodValue) value).period())
                    .findFirst();
        }

        @Override
        public Map<String, Value> keys(int row) {
            return groups.get(row);
        }

        @Override
        public void bind(int row, Scope.Builder scope) {
            scope.group(groups.get(row));
        }
    }
}
