package kpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.data.raw.RawShorts;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.run.Card;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class DecimalColumnTest {
    private static DecimalColumn column(KpiUnit unit, Object... cells) {
        TableSchema schema = TableSchema.of(
                "T", ColumnSchema.of("x", new ColumnType.Number(unit)).orMissing());
        TableBuilder builder = new TableBuilder(schema, "");
        for (int i = 0; i < cells.length; i++) {
            builder.addRow(cells[i] == null ? Map.of() : Map.of("x", cells[i]), i + 1);
        }
        return (DecimalColumn) builder.build(false).orElseThrow().column("x");
    }

    @Test
    void oneScaleIsTheLeastThatAllRowsNeed() {
        DecimalColumn column = column(Units.PERCENT, "5.350", "-5.4", "6", "0.0");
        assertEquals(2, column.scale());
        assertArrayEquals(new short[] {535, -540, 600, 0}, ((RawShorts) column.raw()).array());
        assertEquals(-540, column.minUnscaled());
        assertEquals(600, column.maxUnscaled());
        assertEquals(Quantity.of("5.35", Units.PERCENT), column.value(0));
        assertEquals(Exact.of("-5.4"), column.exact(1));
    }

    private static String printed(DecimalColumn column, int row) {
        return column.printed(row)
                .map(cell -> cell.text() + " ± " + cell.resolution())
                .orElse("not printed");
    }

    @Test
    void plainDigitsAreAsFineAsTheFinestAndMagnitudesSpeakForThemselves() {
        DecimalColumn shares = column(Units.PERCENT, "63.88", "56.6", "5", null);
        assertEquals("63.88 ± 0.0001", printed(shares, 0));
        assertEquals("56.60 ± 0.0001", printed(shares, 1));
        assertEquals("5.00 ± 0.0001", printed(shares, 2));
        DecimalColumn zeros = column(Units.PERCENT, "56.60", "1.00");
        assertEquals(1, zeros.scale());
        assertEquals("56.60 ± 0.0001", printed(zeros, 0));
        DecimalColumn money = column(Units.NTD, "1,180", "66億", "6億5,202萬", "1.5億", "0.5");
        assertEquals("1180.0 ± 0.1", printed(money, 0));
        assertEquals("6600000000 ± 100000000", printed(money, 1));
        assertEquals("652020000 ± 10000", printed(money, 2));
        assertEquals("150000000 ± 10000000", printed(money, 3));
        DecimalColumn wide = column(Units.NUMBER, "1234567890123456789012345.50", "7");
        assertTrue(wide.isWide());
        assertEquals("7.00 ± 0.01", printed(wide, 1));
    }

    @Test
    void whatAHostGivesIsAsFineAsItsDigitsAndAThirdIsExact() {
        DecimalColumn column = column(Units.NUMBER, new BigDecimal("1.5"), 7, Exact.ONE.dividedBy(Exact.of(3)), 2);
        assertEquals("1.5 ± 0.1", printed(column, 0));
        assertEquals("7.0 ± 0.1", printed(column, 1));
        assertEquals("not printed", printed(column, 2));
        DecimalColumn given = column(Units.NTD, Card.printed("66億", Units.NTD), "5");
        assertEquals("6600000000 ± 100000000", printed(given, 0));
        assertEquals("5 ± 1", printed(given, 1));
    }

    @Test
    void aRowThatIsLeftOutSaysNothingOfTheNext() {
        TableSchema schema = TableSchema.of(
                "T",
                ColumnSchema.of("x", new ColumnType.Number(Units.NTD)),
                ColumnSchema.of("y", new ColumnType.Number(Units.NUMBER)));
        TableBuilder builder = new TableBuilder(schema, "");
        builder.addTexts(List.of("66億", "?"), 1);
        builder.addTexts(List.of("5", "1"), 2);
        Table table = builder.build(true).value().orElseThrow();
        assertEquals("5 ± 1", printed((DecimalColumn) table.column("x"), 0));
    }

    @Test
    void boundsAreOfRowsWithValuesOnly() {
        DecimalColumn column = column(Units.NUMBER, null, "7", Absence.NONE, "9");
        assertEquals(Optional.of(Exact.of(7)), column.min());
        assertEquals(Optional.of(Exact.of(9)), column.max());
        assertEquals(7, column.minUnscaled());
        assertEquals(2, column.missing().count());
        assertEquals(Optional.of(Absence.NOT_REPORTED), column.absence(0));
        assertEquals(Optional.empty(), column.absence(1));
        assertEquals(Optional.of(Absence.NONE), column.absence(2));
        assertEquals(0, column.raw().get(2));
        assertThrows(KpiUsageException.class, () -> column.value(0));
        assertThrows(KpiUsageException.class, () -> column.unscaled(2));
        assertThrows(KpiUsageException.class, () -> column.value(4));
        assertThrows(KpiUsageException.class, () -> column.value(-1));
    }

    @Test
    void aColumnWithoutValuesHasNoBounds() {
        DecimalColumn column = column(Units.NUMBER, null, null);
        assertEquals(Optional.empty(), column.min());
        assertEquals(Optional.empty(), column.max());
        assertEquals(0, column.minUnscaled());
        assertEquals(0, column.maxUnscaled());
        assertEquals(0, column(Units.NUMBER).rows());
    }

    @Test
    void aNumberThatNoLongHoldsMakesTheColumnWide() {
        BigInteger large = BigInteger.TEN.pow(20).add(BigInteger.ONE);
        DecimalColumn column = column(Units.NUMBER, "0.5", null, large, "3");
        assertTrue(column.isWide());
        assertEquals(Exact.of("0.5"), column.exact(0));
        assertEquals(Exact.of(large), column.exact(2));
        assertEquals(Exact.of(3), column.exact(3));
        assertEquals(Optional.of(Exact.of("0.5")), column.min());
        assertEquals(Optional.of(Exact.of(large)), column.max());
        assertEquals(Optional.of(Absence.NOT_REPORTED), column.absence(1));
        assertThrows(KpiUsageException.class, () -> column.unscaled(0));
        assertThrows(KpiUsageException.class, column::raw);
        assertThrows(KpiUsageException.class, column::scale);
    }

    @Test
    void aScaleThatPushesARowOutOfTheLongMakesTheColumnWide() {
        for (List<String> cells : List.of(
                List.of("9000000000000000000", "0.1"),
                List.of("0.1", "9000000000000000000"),
                List.of("-9000000000000000000", "0.1"))) {
            DecimalColumn column = column(Units.NUMBER, cells.toArray());
            assertTrue(column.isWide());
            assertEquals(
                    cells, List.of(column.exact(0).toString(), column.exact(1).toString()));
        }
        assertFalse(column(Units.NUMBER, "900000000000000000", "0.1").isWide());
    }

    @Test
    void aFractionIsKeptExactly() {
        DecimalColumn column = column(Units.NUMBER, Exact.ONE.dividedBy(Exact.of(3)), "1");
        assertTrue(column.isWide());
        assertEquals("1/3", column.exact(0).toString());
    }

    @Test
    void theLeastLongIsNoUnscaledNumber() {
        DecimalColumn column = column(Units.NUMBER, Long.MIN_VALUE, Long.MAX_VALUE);
        assertTrue(column.isWide());
        assertEquals(Exact.of(Long.MIN_VALUE), column.exact(0));
        assertFalse(column(Units.NUMBER, Long.MIN_VALUE + 1, Long.MAX_VALUE).isWide());
    }

    @Test
    void unitsAreConverted() {
        KpiUnit thousands = Units.NTD.scaledBy("千", Exact.of(1000));
        DecimalColumn column = column(thousands, "1,234", "5萬元", "1 元", Quantity.of("2", Units.NTD), 7);
        assertEquals(
                List.of("1234", "50", "0.001", "0.002", "7"),
                List.of(0, 1, 2, 3, 4).stream()
                        .map(row -> column.exact(row).toString())
                        .toList());
        assertEquals(Quantity.of("1234000", Units.NTD), column.value(0));
    }

    @Test
    void numbersMayBePrintedInManyWays() {
        DecimalColumn column = column(Units.NUMBER, "+1", "-0", "007", "１，２３４．５", "1e3", "000000000000000000001");
        assertEquals(
                List.of("1", "0", "7", "1234.5", "1000", "1"),
                List.of(0, 1, 2, 3, 4, 5).stream()
                        .map(row -> column.exact(row).toString())
                        .toList());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String text : List.of("1.2.3", ".", "-", "+", "--1", "1.", ".5.", "1-", "- 1", "0x10", "1d", "1_0")) {
            TableSchema schema = TableSchema.of("T", ColumnSchema.of("x", new ColumnType.Number(Units.NUMBER)));
            TableBuilder builder = new TableBuilder(schema, "");
            builder.addTexts(List.of(text), 1);
            assertTrue(builder.build(false).hasErrors(), text);
        }
    }

    @Test
    void columnsAreLongerThanOnePiece() {
        TableSchema schema = TableSchema.of(
                "T",
                ColumnSchema.of("x", new ColumnType.Number(Units.NUMBER)).orMissing(),
                ColumnSchema.of("t", new ColumnType.TextType()));
        TableBuilder builder = new TableBuilder(schema, "");
        int rows = 200_000;
        for (int i = 0; i < rows; i++) {
            builder.beginRow(i);
            builder.value(0, i % 7 == 0 ? null : (Object) i);
            builder.value(1, i % 65_536 == 0 && i > 0 ? (Object) 1 : "t" + i % 10);
            builder.endRow();
        }
        Table table = builder.build(true).value().orElseThrow();
        assertEquals(rows - 3, table.rows());
        for (int row = 0; row < table.rows(); row++) {
            long i = table.rowNumber(row);
            assertEquals(i % 7 == 0, table.column(0).isMissing(row));
            assertEquals(
                    i % 7 == 0 ? 0 : i, ((DecimalColumn) table.column(0)).raw().get(row));
            assertEquals("t" + i % 10, ((TextColumn) table.column(1)).text(row));
        }
    }

    @Property
    void rowsAreReadBackAsTheyWereGiven(@ForAll("cells") List<BigDecimal> cells) {
        DecimalColumn column = column(Units.NUMBER, cells.toArray());
        DecimalColumn fromTexts = column(
                Units.NUMBER,
                cells.stream()
                        .map(cell -> cell == null ? null : cell.toPlainString())
                        .toArray());
        List<BigDecimal> present =
                cells.stream().filter(Objects::nonNull).sorted().toList();
        for (DecimalColumn each : List.of(column, fromTexts)) {
            List<BigDecimal> back = new ArrayList<>();
            for (int row = 0; row < each.rows(); row++) {
                back.add(
                        each.isMissing(row)
                                ? null
                                : each.exact(row).toBigDecimal().orElseThrow());
            }
            assertEquals(stripped(cells), stripped(back));
            Optional<Exact> least = present.stream().findFirst().map(Exact::of);
            assertEquals(least, each.min());
            assertEquals(present.isEmpty(), each.max().isEmpty());
            each.max().ifPresent(max -> assertEquals(Exact.of(present.get(present.size() - 1)), max));
            if (!each.isWide()) {
                int needed = present.stream()
                        .mapToInt(cell -> Math.max(0, cell.stripTrailingZeros().scale()))
                        .max()
                        .orElse(0);
                assertEquals(needed, each.scale());
                assertEquals(each.min().map(min -> Exact.of(each.minUnscaled(), needed)), each.min());
                assertEquals(each.max().map(max -> Exact.of(each.maxUnscaled(), needed)), each.max());
            }
        }
    }

    private static List<BigDecimal> stripped(List<BigDecimal> cells) {
        return Arrays.asList(cells.stream()
                .map(cell -> cell == null ? null : cell.stripTrailingZeros())
                .toArray(BigDecimal[]::new));
    }

    @Provide
    Arbitrary<List<BigDecimal>> cells() {
        Arbitrary<BigDecimal> usual = Arbitraries.bigDecimals().ofScale(3);
        Arbitrary<BigDecimal> any = Arbitraries.longs()
                .flatMap(unscaled ->
                        Arbitraries.integers().between(0, 18).map(scale -> BigDecimal.valueOf(unscaled, scale)));
        Arbitrary<BigDecimal> small = Arbitraries.integers()
                .between(-1000, 1000)
                .flatMap(unscaled ->
                        Arbitraries.integers().between(0, 4).map(scale -> BigDecimal.valueOf(unscaled, scale)));
        return Arbitraries.frequencyOf(Tuple.of(6, small), Tuple.of(2, usual), Tuple.of(1, any))
                .injectNull(0.1)
                .list()
                .ofMaxSize(20);
    }
}
