package kpi.data.jdbc;

import java.sql.ResultSet;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import kpi.data.CellRules;
import kpi.data.DataLimits;
import kpi.data.TableSource;

/**
 * Tables from result sets of a database. The host queries, and closes what it opened; this reads the rows once, from where the
 * cursor stands, and never writes.
 *
 * <p>Columns are found by their labels, as names or aliases; where only the case of letters differs, the label counts, because
 * databases fold it. DECIMAL and NUMERIC are read by {@code getBigDecimal}, integers, texts, DATE and BOOLEAN as what they are,
 * NULL as missing. A column that is asked for and of another type is a problem, and so is a binary floating-point number, unless
 * {@link Reading#shortestDecimals} says how it is meant. What the database throws, an interrupted thread and a limit on rows
 * leave no table.
 *
 * <p>Example: {@code facts.table("案件", JdbcTables.of("select 類別, 處數 from 案件", rows, Reading.declared()))}.
 */
public final class JdbcTables {
    private JdbcTables() {}

    /** The rows from where the cursor stands to the end, once. */
    public static TableSource of(ResultSet rows) {
        return of("", rows, Reading.declared());
    }

    /**
     * The rows from where the cursor stands to the end, once.
     *
     * @param name what problems call it
     */
    public static TableSource of(String name, ResultSet rows, Reading reading) {
        return new JdbcRows(name, rows, reading);
    }

    /** How rows are read. Immutable: each method answers another one. */
    public static final class Reading {
        private static final Reading DECLARED =
                new Reading(CellRules.standard(), DataLimits.standard(), false, false, () -> false);

        private final CellRules rules;
        private final DataLimits limits;
        private final boolean shortestDecimals;
        private final boolean keepsGoodRows;
        private final BooleanSupplier stop;

        private Reading(
                CellRules rules,
                DataLimits limits,
                boolean shortestDecimals,
                boolean keepsGoodRows,
                BooleanSupplier stop) {
            this.rules = rules;
            this.limits = limits;
            this.shortestDecimals = shortestDecimals;
            this.keepsGoodRows = keepsGoodRows;
            this.stop = stop;
        }

        /** Exact types only, one bad row refuses the table. */
        public static Reading declared() {
            return DECLARED;
        }

        /**
         * FLOAT, REAL and DOUBLE stand for the shortest decimal that the binary number is the nearest one of: 0.1 is 0.1, and 0.1
         * + 0.2, added in the database, is 0.30000000000000004. NaN and infinities stay problems of their cell.
         */
        public Reading shortestDecimals() {
            return new Reading(rules, limits, true, keepsGoodRows, stop);
        }

        /** How texts of cells are read. */
        public Reading rules(CellRules other) {
            return new Reading(Objects.requireNonNull(other, "rules"), limits, shortestDecimals, keepsGoodRows, stop);
        }

        public Reading limits(DataLimits other) {
            return new Reading(rules, Objects.requireNonNull(other, "limits"), shortestDecimals, keepsGoodRows, stop);
        }

        /** Rows with problems are left out, and the table is partial; its problems stay errors. */
        public Reading keepGoodRows() {
            return new Reading(rules, limits, shortestDecimals, true, stop);
        }

        /** Asked every few thousand rows; where it says so, reading ends with {@link kpi.diagnostic.KpiCancelledException}. */
        public Reading cancelWhen(BooleanSupplier signal) {
            return new Reading(
                    rules, limits, shortestDecimals, keepsGoodRows, Objects.requireNonNull(signal, "signal"));
        }

        CellRules rules() {
            return rules;
        }

        DataLimits limits() {
            return limits;
        }

        boolean readsShortestDecimals() {
            return shortestDecimals;
        }

        boolean keepsGoodRows() {
            return keepsGoodRows;
        }

        BooleanSupplier stop() {
            return stop;
        }
    }
}
