package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Odd values of hosts, and how places show them. */
class HostValuesTest {
    private static final TableSchema ALL = TableSchema.of(
            "T",
            ColumnSchema.of("t", new ColumnType.TextType()).orMissing(),
            ColumnSchema.of("n", new ColumnType.Number(Units.PERCENT)).orMissing(),
            ColumnSchema.of("b", new ColumnType.TruthType()).orMissing(),
            ColumnSchema.of("d", new ColumnType.DateType(CalendarKind.WESTERN)).orMissing(),
            ColumnSchema.of("p", new ColumnType.PeriodType(CalendarKind.ROC)).orMissing());

    private record Point(String t, BigDecimal n) {}

    private static Checked<Table> build(TableSchema schema, Map<String, Object> row) {
        TableBuilder builder = new TableBuilder(schema, "");
        builder.addRow(row, 1);
        return builder.build(false);
    }

    private static String shown(String column, Object value) {
        Checked<Table> table = build(ALL, Map.of(column, value));
        return table.problems().get(0).place().cell().orElseThrow().rawText();
    }

    @Test
    void placesShowWhatCanBeShownWithoutRunningCodeOfTheHost() {
        assertEquals("3", shown("t", 3));
        assertEquals("true", shown("n", true));
        assertEquals("x", shown("b", 'x'));
        assertEquals("2020-01-02", shown("n", LocalDate.of(2020, 1, 2)));
        assertEquals("1/3", shown("d", Exact.ONE.dividedBy(Exact.of(3))));
        assertEquals("5", shown("t", Quantity.of("5", Units.PERCENT)));
        assertEquals("SECONDS", shown("n", TimeUnit.SECONDS));
        assertEquals("", shown("n", new StringBuilder("x")));
        assertEquals("", shown("t", BigInteger.TEN.pow(1000)));
        assertEquals("", shown("t", new BigDecimal(BigInteger.TEN.pow(1000))));
        assertEquals("1E+5", shown("t", new BigDecimal("1E5")));
        assertEquals("12", shown("t", BigInteger.valueOf(12)));
        BigDecimal hostile = new BigDecimal("7") {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        assertEquals("", shown("t", hostile));
    }

    @Test
    void longTextsAreShownInPart() {
        String shown = shown("n", "x".repeat(300));
        assertEquals("x".repeat(200) + "…", shown);
        String pair = "x".repeat(199) + "𠮷".repeat(10);
        assertEquals("x".repeat(199) + "…", shown("n", pair));
    }

    @Test
    void aClassWithoutANameIsNamedInFull() {
        Object nameless = new Object() {};
        Problem problem =
                TableSource.ofRows(List.of(nameless)).load(ALL).problems().get(0);
        assertTrue(problem.message(Language.EN).contains("HostValuesTest$"));
    }

    @Test
    void placesOfATableShowItsValues() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("t", "甲");
        row.put("n", new BigDecimal("5.350"));
        row.put("b", true);
        row.put("d", LocalDate.of(2020, 1, 2));
        row.put("p", ReportingPeriod.rocMonth(109, 3));
        Table table = build(ALL, row).orElseThrow();
        List<String> shown = ALL.columns().stream()
                .map(column ->
                        table.place(0, column.name()).cell().orElseThrow().rawText())
                .toList();
        assertEquals(List.of("甲", "5.35", "true", "2020-01-02", "109/03"), shown);
        Table missing = build(ALL, Map.of()).orElseThrow();
        assertEquals(Place.cell("T", "", 1, "n", ""), missing.place(0, "n"));
        assertThrows(KpiUsageException.class, () -> table.place(1, "n"));
        assertThrows(KpiUsageException.class, () -> table.place(-1, "n"));
        assertThrows(KpiUsageException.class, () -> table.place(0, "x"));
        assertThrows(KpiUsageException.class, () -> table.column(-1));
    }

    @Test
    void recordsFollowOnTheLastRow() {
        TableBuilder builder = new TableBuilder(ALL, "");
        builder.addRow(Map.of("t", "a"), 7);
        builder.addRecord(new Point("b", BigDecimal.ONE));
        Table table = builder.build(false).orElseThrow();
        assertEquals(8, table.rowNumber(1));
        DecimalColumn numbers = (DecimalColumn) table.column("n");
        assertEquals(1, numbers.unscaled(1));
        assertEquals(Units.PERCENT, numbers.unit());
        assertEquals(List.of(), ((PeriodColumn) table.column("p")).dictionary());
    }

    @Test
    void aMapWithANullNameIsNoRow() {
        Map<String, Object> row = new HashMap<>();
        row.put(null, 1);
        assertEquals("not-a-row", build(ALL, row).problems().get(0).code());
    }

    @Test
    void undeclaredNamesAreToldUpToALimit() {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            row.put("多餘" + i, i);
        }
        assertEquals(100, build(ALL, row).problems().size());
    }

    @Test
    void aNumberThatGrowsPastTheBudgetIsALimit() {
        KpiUnit sevens = KpiUnit.of(Dimension.base("公噸"), Exact.of(7), "七公噸");
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("n", new ColumnType.Number(sevens)));
        KpiUnit tonne = KpiUnit.of(Dimension.base("公噸"), Exact.ONE, "公噸");
        Quantity tiny = Quantity.of(Exact.of(new BigDecimal(BigInteger.ONE, 2000)), tonne);
        assertEquals(
                "number-too-long",
                build(schema, Map.of("n", tiny)).problems().get(0).code());
        assertEquals(
                Exact.of("3/7"),
                ((DecimalColumn) build(schema, Map.of("n", Quantity.of("3", tonne)))
                                .orElseThrow()
                                .column(0))
                        .exact(0));
        assertEquals(true, UnitTable.standard().find("公噸").isEmpty());
    }

    @Test
    void periodsOfOtherTypesAreRefused() {
        assertEquals(
                109,
                ((PeriodColumn) build(ALL, Map.of("p", 109L)).orElseThrow().column("p"))
                        .period(0)
                        .year());
        assertEquals(
                "wrong-type",
                build(ALL, Map.of("p", (short) 109)).problems().get(0).code());
    }

    @Test
    void textsReadBeforeAreRememberedAndReadTheSame() {
        TableBuilder builder = new TableBuilder(ALL, "");
        List<String> row = Arrays.asList("t", "1", "是", "2020-12-31", "109/3");
        Collections.nCopies(3, row).forEach(each -> builder.addTexts(each, 1));
        Table table = builder.build(false).orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertEquals(LocalDate.of(2020, 12, 31), ((DateColumn) table.column("d")).date(i));
            assertEquals(ReportingPeriod.rocMonth(109, 3), ((PeriodColumn) table.column("p")).period(i));
            assertTrue(((TruthColumn) table.column("b")).isTrue(i));
        }
    }

    @Test
    void manyDifferentTextsAreReadTheSameAsFewOnes() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("d", new ColumnType.DateType(CalendarKind.WESTERN)));
        TableBuilder builder = new TableBuilder(schema, "");
        LocalDate first = LocalDate.of(2000, 1, 1);
        for (int i = 0; i < 10_000; i++) {
            builder.addTexts(List.of(first.plusDays(i % 5000).toString()), i + 1);
        }
        DateColumn days = (DateColumn) builder.build(false).orElseThrow().column(0);
        for (int i = 0; i < 10_000; i++) {
            assertEquals(first.plusDays(i % 5000), days.date(i));
        }
    }

    @Test
    void manyMistakesOfOneKindAreStillTold() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("c", new ColumnType.OneOf(List.of("初核"))));
        TableBuilder builder = new TableBuilder(schema, "");
        for (int i = 0; i < 2000; i++) {
            builder.addTexts(List.of("初合"), i + 1);
        }
        assertEquals(1001, builder.build(false).problems().size());
    }

    @Test
    void limitsHaveLimits() {
        assertThrows(KpiUsageException.class, () -> DataLimits.standard().withCellCharacters((1 << 28) + 1));
        assertEquals(1 << 28, DataLimits.standard().withCellCharacters(1 << 28).cellCharacters());
        for (int none : new int[] {0, -1}) {
            assertThrows(KpiUsageException.class, () -> DataLimits.standard().withProblems(none));
            assertThrows(KpiUsageException.class, () -> DataLimits.standard().withColumns(none));
        }
    }

    @Test
    void groupingIsOfDigitsInThreesOnly() {
        Grouping apostrophe = new Grouping('\'');
        for (Map.Entry<String, String> each : Map.of(
                        "1'234", "1234",
                        "-12'345.6", "-12345.6",
                        "NT1'234'567元", "NT1234567元",
                        "1'23", "1'23",
                        "1'2345", "1'2345",
                        "1234'567", "1234'567",
                        "abc", "abc",
                        "", "",
                        "12", "12",
                        "1'a34", "1'a34")
                .entrySet()) {
            assertEquals(each.getValue(), apostrophe.remove(each.getKey()));
        }
        assertEquals("１234", apostrophe.remove("１'234"));
        assertEquals("1'23／", apostrophe.remove("1'23／"));
        assertEquals("1'2：3", apostrophe.remove("1'2：3"));
    }

    @Test
    void aDayAtTheEndOfTheColumnIsKept() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("d", new ColumnType.DateType(CalendarKind.WESTERN)));
        LocalDate last = LocalDate.ofEpochDay(Integer.MAX_VALUE);
        LocalDate first = LocalDate.ofEpochDay(Integer.MIN_VALUE + 1);
        for (LocalDate day : List.of(last, first)) {
            assertEquals(
                    day,
                    ((DateColumn) build(schema, Map.of("d", day)).orElseThrow().column(0)).date(0));
        }
        for (LocalDate day : List.of(last.plusDays(1), first.minusDays(1), first.minusDays(2))) {
            assertEquals(
                    "date-too-far",
                    build(schema, Map.of("d", day)).problems().get(0).code());
        }
    }
}
