package kpi.dsl.analysis;

import kpi.data.ColumnType;
import kpi.value.Type;

/** The type a column's cells have in a formula. */
final class Columns {
    private Columns() {}

    static Type type(ColumnType column) {
        if (column instanceof ColumnType.Number number) {
            return Type.measure(number.unit().dimension());
        }
        if (column instanceof ColumnType.OneOf choice) {
            return new Type.Choice(choice.values());
        }
        if (column instanceof ColumnType.TruthType) {
            return Type.TRUTH;
        }
        if (column instanceof ColumnType.DateType) {
            return Type.DATE;
        }
        return column instanceof ColumnType.PeriodType ? Type.PERIOD : Type.TEXT;
    }
}
