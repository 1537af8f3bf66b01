package kpi.score;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
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
        List<ColumnSchema> columns = table.schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() instanceof ColumnType.PeriodType) {
                return Optional.of(table.column(i));
            }
        }
        return Optional.empty();
    }
}
