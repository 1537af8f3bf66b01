package kpi.score;

import java.util.BitSet;
import java.util.Optional;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.StatedTable;
import kpi.value.PeriodValue;
import kpi.value.ReportingPeriod;

/**
 * Which rows of a table are of a period, by its first column of periods. A row whose period is missing is of every
 * period, and so are all rows of a table without such a column.
 */
public final class RowsOfPeriod {
    private RowsOfPeriod() {}

    /**
     * The rows of the period. Empty if the table says nothing about it: it has rows, but none of this period. A table
     * without any row says that there are none.
     *
     * @param undated whether rows of every period count
     */
    public static Optional<BitSet> of(Table table, ReportingPeriod period, boolean undated) {
        BitSet selected = new BitSet(table.rows());
        Optional<Column> periods = column(table);
        if (periods.isEmpty()) {
            selected.set(0, table.rows());
            return undated ? Optional.of(selected) : Optional.empty();
        }
        for (int row = 0; row < table.rows(); row++) {
            if (periods.get().isMissing(row) ? undated : isIn(period, periods.get(), row)) {
                selected.set(row);
            }
        }
        return selected.isEmpty() && table.rows() > 0 ? Optional.empty() : Optional.of(selected);
    }

    private static boolean isIn(ReportingPeriod period, Column periods, int row) {
        return periods.value(row) instanceof PeriodValue value && period.contains(value.period());
    }

    private static Optional<Column> column(Table table) {
        return column(table.schema()).map(table::column);
    }

    /** The column that says of which period a row is. */
    static Optional<String> column(TableSchema schema) {
        return schema.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.PeriodType)
                .map(ColumnSchema::name)
                .findFirst();
    }

    /** The same of a dataset of a model, by its name. */
    static Optional<String> column(String dataset, ScorecardModel model) {
        return model.tables().stream()
                .map(StatedTable::schema)
                .filter(schema -> schema.name().equals(dataset))
                .findFirst()
                .flatMap(RowsOfPeriod::column);
    }
}
