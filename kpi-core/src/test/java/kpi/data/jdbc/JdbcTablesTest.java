package kpi.data.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataLimits;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a database come in as what they are, or not at all. */
class JdbcTablesTest {
    private static final TableSchema CASES = TableSchema.of(
            "案件",
            ColumnSchema.of("類別", new ColumnType.TextType()).withAliases("kind"),
            ColumnSchema.of("金額", new ColumnType.Number(Units.NTD))
                    .withAliases("amount")
                    .orMissing(),
            ColumnSchema.of("處數", new ColumnType.Number(Units.count("處"))).orMissing(),
            ColumnSchema.of("通過", new ColumnType.TruthType()).orMissing(),
            ColumnSchema.of("日期", new ColumnType.DateType(CalendarKind.ROC)).orMissing(),
            ColumnSchema.of("年度", new ColumnType.PeriodType(CalendarKind.ROC)).orMissing());

    private static final TableSchema NUMBERS = TableSchema.of(
            "T", ColumnSchema.of("v", new ColumnType.Number(Units.NUMBER)).orMissing());

    private static FakeRows cases() {
        return new FakeRows()
                .column("KIND", Types.VARCHAR, "VARCHAR")
                .column("AMOUNT", Types.DECIMAL, "DECIMAL")
                .column("處數", Types.INTEGER, "INTEGER")
                .column("通過", Types.BOOLEAN, "BOOLEAN")
                .column("日期", Types.DATE, "DATE")
                .column("年度", Types.SMALLINT, "SMALLINT");
    }

    private static List<String> texts(Table table, String name) {
        Column column = table.column(name);
        return IntStream.range(0, table.rows())
                .mapToObj(row -> column.isMissing(row)
                        ? "missing"
                        : table.place(row, name).cell().orElseThrow().rawText())
                .toList();
    }

    private static List<String> codes(Checked<Table> table) {
        return table.problems().stream().map(Problem::code).toList();
    }

    @Test
    void valuesAreWhatTheyAreInTheDatabase() {
        Table table = JdbcTables.of(cases().row(
                                "OT",
                                new BigDecimal("12345678901234567890.10"),
                                3L,
                                true,
                                LocalDate.of(2020, 2, 29),
                                109L)
                        .row(" BOT", new BigDecimal("-0.10"), -1L, false, LocalDate.of(2021, 1, 1), 110L)
                        .row("標租", null, null, null, null, null)
                        .open())
                .load(CASES)
                .orElseThrow();
        assertEquals(List.of("OT", " BOT", "標租"), texts(table, "類別"));
        assertEquals(List.of("12345678901234567890.1", "-0.1", "missing"), texts(table, "金額"));
        assertEquals(List.of("3", "-1", "missing"), texts(table, "處數"));
        assertEquals(List.of("true", "false", "missing"), texts(table, "通過"));
        assertEquals(List.of("2020-02-29", "2021-01-01", "missing"), texts(table, "日期"));
        assertEquals(List.of("109", "110", "missing"), texts(table, "年度"));
        assertEquals(3, table.rowNumber(2));
    }

    @Test
    void aYearInADecimalAndATruthInAnIntegerAreReadByTheirDigits() {
        TableSchema schema = TableSchema.of(
                "T",
                ColumnSchema.of("y", new ColumnType.PeriodType(CalendarKind.ROC)),
                ColumnSchema.of("ok", new ColumnType.TruthType()));
        Table table = JdbcTables.of(new FakeRows()
                        .column("y", Types.NUMERIC, "NUMBER")
                        .column("ok", Types.TINYINT, "TINYINT")
                        .row(new BigDecimal("109"), 1L)
                        .open())
                .load(schema)
                .orElseThrow();
        assertEquals(List.of("109"), texts(table, "y"));
        assertEquals(List.of("true"), texts(table, "ok"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "0.30000000000000004,0.30000000000000004",
        "1e22,10000000000000000000000",
        "-0.0,0",
        "4.9e-324,4.9e-324"
    })
    void binaryNumbersByTheirShortestDecimal(Double given, BigDecimal expected) {
        FakeRows rows = new FakeRows().column("v", Types.DOUBLE, "DOUBLE").row(given);
        Table table = JdbcTables.of(
                        "q", rows.open(), JdbcTables.Reading.declared().shortestDecimals())
                .load(NUMBERS)
                .orElseThrow();
        assertEquals(
                0,
                ((kpi.data.DecimalColumn) table.column(0))
                        .exact(0)
                        .toBigDecimal()
                        .orElseThrow()
                        .compareTo(expected));
    }

    @Test
    void withoutTheRuleABinaryNumberIsRefusedAndWithItNanIs() {
        FakeRows rows = new FakeRows().column("v", Types.REAL, "REAL").row(Float.NaN);
        assertEquals(
                List.of("unreadable-type"), codes(JdbcTables.of(rows.open()).load(NUMBERS)));
        Checked<Table> nan = JdbcTables.of(
                        "q", rows.open(), JdbcTables.Reading.declared().shortestDecimals())
                .load(NUMBERS);
        assertTrue(nan.value().isEmpty());
        assertEquals("NaN", nan.problems().get(0).place().cell().orElseThrow().rawText());
    }

    @Test
    void onlyColumnsThatAreAskedForNeedATypeThatIsRead() {
        FakeRows rows = new FakeRows()
                .column("v", Types.NUMERIC, "NUMERIC")
                .column("shape", Types.BLOB, "BLOB")
                .row(BigDecimal.ONE, null);
        Checked<Table> table = JdbcTables.of(rows.open()).load(NUMBERS);
        assertEquals(1, table.value().orElseThrow().rows());
        assertEquals(List.of("undeclared-column"), codes(table));
        FakeRows noted =
                new FakeRows().column("v", Types.TIMESTAMP, "TIMESTAMP").row((Object) null);
        assertEquals(
                List.of("unreadable-type"), codes(JdbcTables.of(noted.open()).load(NUMBERS)));
    }

    @Test
    void columnsThatAreMissingOrTwiceAreTold() {
        assertEquals(
                List.of("undeclared-column-but-near", "missing-column"),
                codes(JdbcTables.of(new FakeRows()
                                .column("金頟", Types.NUMERIC, "NUMERIC")
                                .open())
                        .load(TableSchema.of("T", ColumnSchema.of("金額", new ColumnType.Number(Units.NTD))))));
        assertEquals(
                List.of("duplicate-header"),
                codes(JdbcTables.of(new FakeRows()
                                .column("V", Types.NUMERIC, "NUMERIC")
                                .column("v", Types.NUMERIC, "NUMERIC")
                                .open())
                        .load(NUMBERS)));
    }

    @Test
    void aCellThatIsWrongLeavesNoTableOrItsRowOut() {
        FakeRows rows =
                cases().row("OT", BigDecimal.ONE, 1L, true, null, 109L).row(null, BigDecimal.TEN, 2L, true, null, 109L);
        Checked<Table> refused = JdbcTables.of(rows.open()).load(CASES);
        assertEquals(List.of("missing-value"), codes(refused));
        assertEquals(2, refused.problems().get(0).place().cell().orElseThrow().row());
        assertTrue(refused.value().isEmpty());
        FakeRows again =
                cases().row("OT", BigDecimal.ONE, 1L, true, null, 109L).row(null, BigDecimal.TEN, 2L, true, null, 109L);
        Table kept = JdbcTables.of(
                        "q", again.open(), JdbcTables.Reading.declared().keepGoodRows())
                .load(CASES)
                .value()
                .orElseThrow();
        assertEquals(1, kept.rows());
        assertEquals(1, kept.rowsLeftOut());
    }

    private static FakeRows many(FakeRows.BeforeRow before) {
        FakeRows rows = new FakeRows().column("v", Types.BIGINT, "BIGINT").before(before);
        for (long row = 0; row < 5000; row++) {
            rows.row(row);
        }
        return rows;
    }

    @Test
    void aConnectionThatIsLostInTheMiddleLeavesNoTable() {
        for (int lost : List.of(0, 1, 1024, 4999, 5000)) {
            FakeRows rows = many(row -> {
                if (row == lost) {
                    throw new SQLException("connection reset", "08006");
                }
            });
            Checked<Table> table = JdbcTables.of(
                            "q", rows.open(), JdbcTables.Reading.declared().keepGoodRows())
                    .load(NUMBERS);
            assertTrue(table.value().isEmpty());
            assertEquals(List.of("query-failed"), codes(table));
            assertTrue(table.problems().get(0).message(Language.EN).contains("connection reset [08006]"));
        }
    }

    @Test
    void anInterruptedThreadLeavesNoTableAndStaysInterrupted() {
        FakeRows rows = many(row -> {
            if (row == 2000) {
                Thread.currentThread().interrupt();
            }
        });
        Checked<Table> table = JdbcTables.of(rows.open()).load(NUMBERS);
        assertTrue(Thread.interrupted());
        assertTrue(table.value().isEmpty());
        assertEquals(List.of("query-failed"), codes(table));
    }

    @Test
    void theHostMayStopIt() {
        List<Integer> asked = new ArrayList<>();
        JdbcTables.Reading stopped = JdbcTables.Reading.declared().cancelWhen(() -> {
            asked.add(asked.size());
            return asked.size() == 2;
        });
        TableSource source = JdbcTables.of("q", many(row -> {}).open(), stopped);
        assertThrows(KpiCancelledException.class, () -> source.load(NUMBERS));
        assertEquals(2, asked.size());
    }

    @Test
    void rowsPastTheLimitAreRefused() {
        JdbcTables.Reading limited =
                JdbcTables.Reading.declared().limits(DataLimits.standard().withRows(4999));
        assertEquals(
                List.of("too-many-rows"),
                codes(JdbcTables.of("q", many(row -> {}).open(), limited).load(NUMBERS)));
    }

    @Test
    void aResultSetIsReadOnce() {
        TableSource source = JdbcTables.of(many(row -> {}).open());
        assertFalse(source.replayable());
        assertTrue(source.load(NUMBERS).value().isPresent());
        assertThrows(KpiUsageException.class, () -> source.load(NUMBERS));
    }
}
