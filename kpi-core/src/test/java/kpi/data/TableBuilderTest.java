package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("UnicodeInCode") // hosts name enums and records in their own language
class TableBuilderTest {
    private static final TableSchema CASES = TableSchema.of(
            "案件",
            ColumnSchema.of("類別", new ColumnType.TextType()),
            ColumnSchema.of("處數", new ColumnType.Number(Units.count("處"))).withAliases("件數"),
            ColumnSchema.of("通過", new ColumnType.TruthType()),
            ColumnSchema.of("階段", new ColumnType.OneOf(List.of("自評", "初核", "複核"))),
            ColumnSchema.of("日期", new ColumnType.DateType(CalendarKind.ROC)),
            ColumnSchema.of("期別", new ColumnType.PeriodType(CalendarKind.ROC)));

    private enum Stage {
        自評,
        終核
    }

    private static Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("類別", "委營OT");
        row.put("處數", 3);
        row.put("通過", true);
        row.put("階段", "初核");
        row.put("日期", LocalDate.of(2020, 12, 31));
        row.put("期別", ReportingPeriod.roc(109));
        return row;
    }

    private static Map<String, Object> row(String column, Object value) {
        Map<String, Object> row = row();
        row.put(column, value);
        return row;
    }

    private static Checked<Table> build(Map<String, ?> row) {
        TableBuilder builder = new TableBuilder(CASES, "h.csv");
        builder.addRow(row, 2);
        return builder.build(false);
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.problems().stream().map(Problem::code).toList();
    }

    @Test
    void everyKindOfColumnAnswersItsValue() {
        Table table = build(row()).orElseThrow();
        assertEquals(1, table.rows());
        assertEquals("h.csv", table.origin());
        assertEquals(CASES, table.schema());
        assertEquals(0, table.rowsLeftOut());
        assertEquals(new Text("委營OT"), table.column("類別").value(0));
        assertEquals(Quantity.of("3", Units.count("處")), table.column("件數").value(0));
        assertEquals(Truth.TRUE, table.column("通過").value(0));
        assertEquals(new Text("初核"), table.column("階段").value(0));
        assertEquals(
                new DateValue(LocalDate.of(2020, 12, 31)), table.column("日期").value(0));
        assertEquals(
                new PeriodValue(ReportingPeriod.roc(109)), table.column("期別").value(0));
        assertEquals(1, ((TextColumn) table.column("階段")).code(0));
        assertEquals(List.of("自評", "初核", "複核"), ((TextColumn) table.column("階段")).dictionary());
    }

    @Test
    void whatIsGivenAsTextOrValueOrOptionalIsTheSame() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("類別", new Text("委營OT"));
        texts.put("件數", "3 處");
        texts.put("通過", "是");
        texts.put("階段", Optional.of("初核"));
        texts.put("日期", "109/12/31");
        texts.put("期別", 109);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("類別", Optional.of(Optional.of("委營OT")));
        values.put("處數", Quantity.of("3", Units.count("處")));
        values.put("通過", Truth.TRUE);
        values.put("階段", new Text("初核"));
        values.put("日期", new DateValue(LocalDate.of(2020, 12, 31)));
        values.put("期別", new PeriodValue(ReportingPeriod.roc(109)));
        for (Map<String, Object> row : List.of(row(), texts, values)) {
            Table table = build(row).orElseThrow();
            assertEquals(
                    "委營OT 3 處 TRUE 初核 2020-12-31 109",
                    String.join(
                            " ",
                            ((TextColumn) table.column(0)).text(0),
                            table.column(1).value(0).toString(),
                            ((TruthColumn) table.column(2)).value(0).toString(),
                            ((TextColumn) table.column(3)).text(0),
                            ((DateColumn) table.column(4)).date(0).toString(),
                            ((PeriodColumn) table.column(5)).period(0).code()));
        }
    }

    @Test
    void hostNumbersOfEveryExactType() {
        for (Object three : List.of(
                3,
                3L,
                (short) 3,
                (byte) 3,
                new BigDecimal("3.0"),
                BigInteger.valueOf(3),
                Exact.of(3),
                "3",
                "３",
                " 3.00 ",
                Optional.of(3))) {
            assertEquals(
                    Quantity.of("3", Units.count("處")),
                    build(row("處數", three)).orElseThrow().column("處數").value(0));
        }
    }

    @Test
    void binaryNumbersAreRefusedEverywhere() {
        for (Object value : List.of(0.1, 1f, Double.NaN, Optional.of(3.0))) {
            for (ColumnSchema column : CASES.columns()) {
                assertEquals(List.of("binary-number"), codes(build(row(column.name(), value))), column.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "類別, 3, wrong-type",
        "處數, true, unreadable",
        "處數, 3 件, other-unit",
        "處數, 1e999999999, exponent-too-large",
        "通過, ○, unreadable-truth",
        "通過, V, unreadable-truth",
        "階段, 初合, not-one-of-but-near",
        "階段, 總評審查會議, not-one-of",
        "日期, 110/2/29, no-such-day",
        "日期, 民國前1年1月1日, bad-date",
        "期別, 109年13月, bad-period",
    })
    void badCells(String column, String text, String code) {
        Checked<Table> table = build(row(column, column.equals("類別") ? Integer.valueOf(text) : text));
        assertTrue(table.value().isEmpty());
        Problem problem = table.problems().get(0);
        if (!code.equals("unreadable")) {
            assertEquals(code, problem.code());
        }
        assertEquals(Place.cell("案件", "h.csv", 2, column, text), problem.place());
    }

    @Test
    void limitsOfNumbersAreOfClassLimit() {
        for (Object huge : List.of(
                "1e999999999", "9".repeat(150_000), new BigDecimal("1e999999999"), new BigDecimal("1e-999999999"))) {
            Problem problem = build(row("處數", huge)).problems().get(0);
            assertEquals(ProblemClass.LIMIT, problem.problemClass());
        }
    }

    @Test
    void wrongTypesOfHostsAreNamed() {
        for (ColumnSchema column : CASES.columns()) {
            Checked<Table> table = build(row(column.name(), List.of("x")));
            assertEquals(List.of("wrong-type"), codes(table));
            assertEquals(
                    Place.cell("案件", "h.csv", 2, column.name(), ""),
                    table.problems().get(0).place());
        }
        assertEquals(List.of("unit-mismatch"), codes(build(row("處數", Quantity.of("3", Units.NTD)))));
        assertEquals(List.of("unit-mismatch"), codes(build(row("處數", Quantity.of("3", Units.NUMBER)))));
    }

    @Test
    void enumsGoByName() {
        assertEquals(
                new Text("自評"),
                build(row("階段", Stage.自評)).orElseThrow().column("階段").value(0));
        assertEquals(
                new Text("終核"),
                build(row("類別", Stage.終核)).orElseThrow().column("類別").value(0));
        assertEquals(List.of("not-one-of-but-near"), codes(build(row("階段", Stage.終核))));
    }

    @Test
    void aDayBeyondTheColumnIsALimit() {
        Checked<Table> table = build(row("日期", LocalDate.MAX));
        assertEquals(List.of("date-too-far"), codes(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "有", "true", "TRUE", "yes", "Y", "y", "✓", "1", "Ｙ", " 是 "})
    void trueTexts(String text) {
        assertEquals(
                Truth.TRUE, build(row("通過", text)).orElseThrow().column("通過").value(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "無", "false", "False", "no", "N", "✗", "0", "０"})
    void falseTexts(String text) {
        assertEquals(
                Truth.FALSE, build(row("通過", text)).orElseThrow().column("通過").value(0));
    }

    @Test
    void anEmptyCellIsAProblemWhereTheColumnMayNotBeMissing() {
        for (Object empty : List.of("", " 　", Optional.empty(), Absence.NONE)) {
            assertEquals(List.of("missing-value"), codes(build(row("處數", empty))));
        }
        Map<String, Object> without = row();
        without.remove("處數");
        assertEquals(List.of("missing-value"), codes(build(without)));
        assertEquals(List.of("missing-value"), codes(build(row("處數", null))));
    }

    @Test
    void declaredTextsStandForMissingValues() {
        TableSchema schema = TableSchema.of(
                "T",
                ColumnSchema.of("x", new ColumnType.Number(Units.NUMBER)).orMissing(),
                ColumnSchema.of("t", new ColumnType.TextType()).orMissing());
        CellRules rules = CellRules.standard()
                .missing("-", Absence.NONE)
                .missing("--", Absence.MEANINGLESS)
                .missing("…", Absence.NOT_YET_RELEASED);
        TableBuilder builder = new TableBuilder(schema, "", rules, DataLimits.standard());
        List<List<String>> rows = List.of(
                List.of("-", "a"), List.of(" -- ", "-"), List.of("…", ""), List.of("", " b"), List.of("-1", "—"));
        for (int i = 0; i < rows.size(); i++) {
            builder.addTexts(rows.get(i), i + 2);
        }
        Table table = builder.build(false).orElseThrow();
        assertEquals(
                List.of(
                        Optional.of(Absence.NONE),
                        Optional.of(Absence.MEANINGLESS),
                        Optional.of(Absence.NOT_YET_RELEASED),
                        Optional.of(Absence.NOT_REPORTED),
                        Optional.empty()),
                List.of(0, 1, 2, 3, 4).stream().map(table.column("x")::absence).toList());
        assertEquals(Optional.of(Absence.NONE), table.column("t").absence(1));
        assertEquals(new Text(" b"), table.column("t").value(3));
        assertEquals(new Text("—"), table.column("t").value(4));

        TableBuilder undeclared = new TableBuilder(schema, "");
        undeclared.addTexts(List.of("-", "a"), 2);
        assertTrue(undeclared.build(true).hasErrors());
    }

    @Test
    void goodRowsAreKeptOnRequest() {
        for (boolean keep : List.of(true, false)) {
            TableBuilder builder = new TableBuilder(CASES, "h.csv");
            builder.addRow(row("處數", 1), 2);
            builder.addRow(row("處數", "x"), 3);
            builder.addRow(row("處數", 3), 4);
            builder.addRow(row("通過", "○"), 7);
            builder.addRow(row("處數", 5), 9);
            Checked<Table> built = builder.build(keep);
            assertTrue(built.hasErrors());
            assertEquals(keep, built.value().isPresent());
            if (keep) {
                Table table = built.value().orElseThrow();
                assertEquals(3, table.rows());
                assertEquals(2, table.rowsLeftOut());
                assertEquals(List.of(2L, 4L, 9L), List.of(table.rowNumber(0), table.rowNumber(1), table.rowNumber(2)));
                assertEquals(Place.cell("案件", "h.csv", 9, "處數", "5"), table.place(2, "件數"));
                assertTrue(codes(built).contains("rows-left-out"));
            }
        }
    }

    @Test
    void everyBadCellOfARowIsTold() {
        Map<String, Object> row = row("處數", "x");
        row.put("通過", "○");
        row.put("日期", "");
        assertEquals(Set.of("not-a-number", "missing-value", "unreadable-truth"), Set.copyOf(codes(build(row))));
    }

    @Test
    void undeclaredNamesAreToldOnceAndIgnored() {
        TableBuilder builder = new TableBuilder(CASES, "");
        builder.addRow(row("備註", "a"), 1);
        builder.addRow(row("備註", "b"), 2);
        builder.addRow(row("處所數", 1), 3);
        Checked<Table> table = builder.build(false);
        assertEquals(3, table.orElseThrow().rows());
        assertEquals(
                List.of("undeclared-column", "undeclared-column-but-near"),
                codes(table).stream().sorted().toList());
        assertTrue(table.problems().stream().allMatch(p -> p.severity() == Severity.INFO));
    }

    @Test
    void oneColumnByTwoNamesIsRefused() {
        assertEquals(List.of("column-given-twice"), codes(build(row("件數", 4))));
    }

    @Test
    void limitsRefuse() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("t", new ColumnType.TextType()));
        DataLimits limits =
                DataLimits.standard().withCellCharacters(5).withRows(2).withColumns(1);
        TableBuilder atLimit = new TableBuilder(schema, "", CellRules.standard(), limits);
        atLimit.addTexts(List.of("12345"), 1);
        atLimit.addTexts(List.of("a"), 2);
        assertEquals(2, atLimit.build(false).orElseThrow().rows());

        TableBuilder longCell = new TableBuilder(schema, "", CellRules.standard(), limits);
        longCell.addTexts(List.of("123456"), 1);
        Checked<Table> refused = longCell.build(true);
        assertEquals(0, refused.value().orElseThrow().rows());
        assertEquals(
                ProblemClass.LIMIT,
                refused.problems().get(refused.problems().size() - 1).problemClass());

        TableBuilder tooMany = new TableBuilder(schema, "", CellRules.standard(), limits);
        for (int i = 1; i <= 3; i++) {
            tooMany.beginRow(i);
            tooMany.value(0, "a");
            assertEquals(i < 3, tooMany.endRow());
        }
        Checked<Table> cut = tooMany.build(true);
        assertTrue(cut.value().isEmpty());
        assertEquals(List.of("too-many-rows"), codes(cut));

        assertThrows(KpiUsageException.class, () -> new TableBuilder(CASES, "", CellRules.standard(), limits));
    }

    @Test
    void problemsAreBounded() {
        DataLimits limits = DataLimits.standard().withProblems(3);
        TableBuilder builder = new TableBuilder(CASES, "", CellRules.standard(), limits);
        for (int i = 1; i <= 10; i++) {
            builder.addRow(row("處數", "x"), i);
        }
        Checked<Table> table = builder.build(false);
        assertEquals(4, table.problems().size());
        assertEquals("more-problems", table.problems().get(3).code());
    }

    @Test
    void textsThatLookAlikeAreKeptApartWithAWarning() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("機關", new ColumnType.TextType()));
        TableBuilder builder = new TableBuilder(schema, "");
        for (String name : List.of("財政局", "財政局 ", "財政局\u200B", "Ａ局", "A局", "台北", "臺北")) {
            builder.addTexts(List.of(name), 1);
        }
        Checked<Table> table = builder.build(false);
        assertFalse(table.hasErrors());
        assertEquals(
                7, ((TextColumn) table.orElseThrow().column(0)).dictionary().size());
        assertEquals(4, table.problems().size());
        assertTrue(table.problems().stream().allMatch(p -> p.kind() == DataCode.LOOK_ALIKE_TEXTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000B", "\u001A", "a\u007F", "\u0085", "x\uD800", "\uDC00", "\uD800\uD800"})
    void noText(String text) {
        Checked<Table> table = build(row("類別", text));
        assertEquals(List.of("unprintable-character"), codes(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\r\nb", "A\u202EB", "E\u200BF", "\uD842\uDFB7", "=1+1", "\uFEFF"})
    void oddTextsAreKept(String text) {
        assertEquals(
                new Text(text),
                build(row("類別", text)).orElseThrow().column("類別").value(0));
    }

    @Test
    void groupingSignsAreDeclared() {
        TableSchema schema = TableSchema.of("T", ColumnSchema.of("x", new ColumnType.Number(Units.NUMBER)));
        CellRules spaces = CellRules.standard().grouping(' ');
        for (String text : List.of("1 234 567.5", "1,234,567.5", "１ ２３４ ５６７．５", "1234567.5")) {
            TableBuilder builder = new TableBuilder(schema, "", spaces, DataLimits.standard());
            builder.addTexts(List.of(text), 1);
            assertEquals(
                    Quantity.of("1234567.5", Units.NUMBER),
                    builder.build(false).orElseThrow().column(0).value(0));
        }
        for (String text : List.of("1 23", "12 34 567", "1234 567", "1  234", "1 2345")) {
            TableBuilder builder = new TableBuilder(schema, "", spaces, DataLimits.standard());
            builder.addTexts(List.of(text), 1);
            assertTrue(builder.build(false).hasErrors(), text);
        }
        TableBuilder undeclared = new TableBuilder(schema, "");
        undeclared.addTexts(List.of("1 234"), 1);
        assertTrue(undeclared.build(false).hasErrors());
        assertThrows(KpiUsageException.class, () -> CellRules.standard().grouping('.'));
        assertThrows(KpiUsageException.class, () -> CellRules.standard().missing("", Absence.NONE));
        assertThrows(KpiUsageException.class, () -> CellRules.standard().missing(" -", Absence.NONE));
    }

    @Test
    void misuseIsTheHostsMistake() {
        TableBuilder builder = new TableBuilder(CASES, "");
        assertThrows(KpiUsageException.class, builder::endRow);
        assertThrows(KpiUsageException.class, () -> builder.value(0, "a"));
        assertThrows(KpiUsageException.class, () -> builder.beginRow(-1));
        builder.beginRow(1);
        assertThrows(KpiUsageException.class, () -> builder.beginRow(2));
        for (int[] range : new int[][] {{-1, 1}, {0, 3}, {0, -1}, {3, 1}, {2, Integer.MAX_VALUE}}) {
            assertThrows(KpiUsageException.class, () -> builder.text(0, new char[2], range[0], range[1]));
        }
        assertThrows(KpiUsageException.class, () -> builder.value(6, "a"));
        builder.value(0, "a");
        assertThrows(KpiUsageException.class, () -> builder.value(0, "a"));
        assertThrows(KpiUsageException.class, () -> builder.build(false));
        builder.endRow();
        Table table = builder.build(true).value().orElseThrow();
        assertThrows(KpiUsageException.class, () -> builder.build(false));
        assertThrows(KpiUsageException.class, () -> builder.beginRow(3));
        assertThrows(KpiUsageException.class, () -> table.column("無此欄"));
        assertThrows(KpiUsageException.class, () -> table.column(6));
        assertThrows(KpiUsageException.class, () -> table.rowNumber(0));
        assertThrows(KpiUsageException.class, () -> DataLimits.standard().withRows(0));
    }

    @Test
    void aRowOfTextsHasAsManyCellsAsTheSchema() {
        for (List<String> cells : List.of(List.of("a"), List.of("a", "b"), List.<String>of())) {
            TableBuilder builder = new TableBuilder(CASES, "");
            builder.addTexts(cells, 5);
            assertEquals(List.of("ragged-row"), codes(builder.build(false)));
        }
    }

    @Test
    void aMapOfTheHostsThatThrowsIsAProblemOfItsRow() {
        Map<String, Object> broken = new HashMap<>(row()) {
            private static final long serialVersionUID = 1L;

            @Override
            public void forEach(BiConsumer<? super String, ? super Object> action) {
                super.forEach(action);
                throw new IllegalStateException("closed");
            }
        };
        TableBuilder builder = new TableBuilder(CASES, "");
        builder.addRow(row(), 1);
        builder.addRow(broken, 2);
        Checked<Table> table = builder.build(true);
        assertEquals(1, table.value().orElseThrow().rows());
        assertTrue(codes(table).contains("row-failed"));
    }
}
