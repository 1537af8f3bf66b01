package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.closed.ClosedHost;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.unit.Units;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnicodeInCode") // hosts name enums and records in their own language
class TableSourceTest {
    private static final TableSchema BUREAUS = TableSchema.of(
            "機關",
            ColumnSchema.of("名稱", new ColumnType.TextType()),
            ColumnSchema.of("執行率", new ColumnType.Number(Units.PERCENT)).orMissing());

    private record Bureau(String 名稱, Optional<BigDecimal> 執行率) {}

    private record WithExtra(String 名稱, BigDecimal 執行率, int 備註) {}

    private record Failing(String 名稱) {
        @Override
        public String 名稱() {
            throw new IllegalStateException("no");
        }
    }

    private record Exhausted(String 名稱) {
        @Override
        public String 名稱() {
            throw new StackOverflowError("as if");
        }
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.problems().stream().map(Problem::code).toList();
    }

    @Test
    void recordsAndMapsMix() {
        TableSource source = TableSource.ofRows(List.of(
                new Bureau("財政局", Optional.of(new BigDecimal("74.33"))),
                Map.of("名稱", "主計處", "執行率", "57.25%"),
                new Bureau("法務局", Optional.empty())));
        assertTrue(source.replayable());
        for (int i = 0; i < 2; i++) {
            Table table = source.load(BUREAUS).orElseThrow();
            assertEquals(3, table.rows());
            assertEquals(
                    Quantity.of("74.33", Units.PERCENT), table.column("執行率").value(0));
            assertEquals(
                    Quantity.of("57.25", Units.PERCENT), table.column("執行率").value(1));
            assertTrue(table.column("執行率").isMissing(2));
            assertEquals(3, table.rowNumber(2));
        }
    }

    @Test
    void aComponentThatIsNoColumnIsIgnored() {
        Checked<Table> table = TableSource.ofRows(List.of(new WithExtra("財政局", BigDecimal.ONE, 3)))
                .load(BUREAUS);
        assertEquals(1, table.orElseThrow().rows());
        assertEquals(List.of("undeclared-column"), codes(table));
    }

    @Test
    void whatIsNoRowIsAProblem() {
        for (Object none : Arrays.asList("財政局", 3, null, List.of("財政局"), Map.of(1, "x"))) {
            assertEquals(
                    List.of("not-a-row"),
                    codes(TableSource.ofRows(Arrays.asList(none)).load(BUREAUS)));
        }
    }

    @Test
    void anAccessorThatThrowsIsAProblemOfItsRow() {
        Checked<Table> table = TableSource.ofRows(List.of(new Failing("a"))).load(BUREAUS);
        assertEquals(List.of("row-failed"), codes(table));
        assertTrue(table.problems().get(0).message(kpi.diagnostic.Language.EN).contains("IllegalStateException"));
    }

    @Test
    void anErrorOfTheMachineIsNeverSwallowed() {
        TableSource source = TableSource.ofRows(List.of(new Exhausted("a")));
        assertThrows(StackOverflowError.class, () -> source.load(BUREAUS));
    }

    @Test
    void aRecordOfAClosedPackageIsAProblem() {
        Checked<Table> table = TableSource.ofRows(List.of(ClosedHost.row())).load(BUREAUS);
        assertEquals(List.of("record-not-accessible"), codes(table));
    }

    @Test
    void anIteratorThatThrowsGivesNoTable() {
        Iterable<Object> broken = () -> new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (given++ == 2) {
                    throw new IllegalStateException("cursor closed");
                }
                return Map.of("名稱", "a");
            }
        };
        Checked<Table> table = TableSource.ofRows(broken).load(BUREAUS);
        assertTrue(table.value().isEmpty());
        assertEquals(List.of("rows-failed"), codes(table));
    }

    @Test
    void aMutableMapIsCopied() {
        Map<String, Object> row = new java.util.HashMap<>(Map.of("名稱", "a"));
        Table table = TableSource.ofRows(List.of(row)).load(BUREAUS).orElseThrow();
        row.put("名稱", "b");
        assertEquals("a", ((TextColumn) table.column("名稱")).text(0));
        assertSame(table.column("名稱"), table.column(0));
    }

    @Test
    void rowsPastTheLimitAreNotAskedFor() {
        int[] given = {0};
        Iterable<Object> endless = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                given[0]++;
                return Map.of("名稱", "a");
            }
        };
        DataLimits few = DataLimits.standard().withRows(3);
        Checked<Table> table = new InMemoryRows("h", endless, few).load(BUREAUS);
        assertEquals(List.of("too-many-rows"), codes(table));
        assertEquals(4, given[0]);
    }

    @Test
    void theLibrarysOwnExceptionsPassUnchanged() {
        Iterable<Object> misused = () -> {
            throw new KpiUsageException("closed");
        };
        assertThrows(KpiUsageException.class, () -> TableSource.ofRows(misused).load(BUREAUS));
    }
}
