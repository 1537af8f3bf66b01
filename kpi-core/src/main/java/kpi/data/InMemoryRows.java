package kpi.data;

import java.util.Iterator;
import java.util.Objects;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiException;
import kpi.diagnostic.Problem;

/** Rows a host holds in memory. */
record InMemoryRows(String origin, Iterable<?> rows, DataLimits limits) implements TableSource {
    InMemoryRows {
        Objects.requireNonNull(rows, "recordsOrMaps");
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public Checked<Table> load(TableSchema schema) {
        TableBuilder builder = new TableBuilder(schema, origin, CellRules.standard(), limits);
        try {
            long number = 0;
            Iterator<?> each = rows.iterator();
            while (each.hasNext() && builder.addHostRow(each.next(), ++number)) {
                // addHostRow says whether a further row is taken.
            }
        } catch (KpiException own) {
            throw own;
        } catch (RuntimeException thrown) {
            builder.problem(Problem.of(DataCode.ROWS_FAILED, builder.tablePlace(""))
                    .with("type", thrown.getClass().getSimpleName())
                    .build());
        }
        return builder.build(false);
    }
}
