package kpi.data.csv;

import static kpi.data.csv.CsvText.ACTUALS;
import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static kpi.data.csv.CsvText.number;
import static kpi.data.csv.CsvText.text;
import static kpi.data.csv.CsvText.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kpi.data.CellRules;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.DataLimits;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.DateValue;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {
    private static final String TWO_ROWS = "機關,實際值,目標值\n財政局,5.41,5.5\n主計處,74.33,80\n";

    @Test
    void columnsAreFoundByNameOrAliasInAnyOrder() {
        String text = "\"目標\n值\", 實 績 ,機關,備註\n5.5,5.41,財政局,x\n";
        Checked<Table> table = CsvText.of(text).load(ACTUALS);
        assertEquals(List.of("財政局"), texts(table.orElseThrow(), "機關"));
        assertEquals(
                Quantity.of("5.41", Units.NUMBER),
                table.orElseThrow().column("實際值").value(0));
        assertEquals(
                Quantity.of("5.5", Units.NUMBER),
                table.orElseThrow().column("目標值").value(0));
        assertEquals(List.of("undeclared-column"), codes(table));
        assertEquals(Severity.INFO, table.problems().get(0).severity());
        assertEquals(3, table.orElseThrow().rowNumber(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineBreakEndsARow(String lineBreak) {
        Table table =
                CsvText.of(TWO_ROWS.replace("\n", lineBreak)).load(ACTUALS).orElseThrow();
        assertEquals(List.of("財政局", "主計處"), texts(table, "機關"));
        assertEquals(Quantity.of("80", Units.NUMBER), table.column("目標值").value(1));
        assertEquals(3, table.rowNumber(1));
    }

    @Test
    void theLastLineNeedsNoLineBreak() {
        assertEquals(
                2,
                CsvText.of(TWO_ROWS.stripTrailing()).load(ACTUALS).orElseThrow().rows());
        TableSchema two = TableSchema.of("T", text("a").orMissing(), text("b").orMissing());
        assertEquals(1, CsvText.of("a,b\n1,").load(two).orElseThrow().rows());
        assertEquals(0, CsvText.of("a,b").load(two).orElseThrow().rows());
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        TableSchema schema = TableSchema.of("T", text("a"), text("b"));
        Table table = CsvText.of("a,b\n\"x,\"\"y\"\"\r\nz\",“q”\n\"\"\"\",|\n")
                .load(schema)
                .orElseThrow();
        assertEquals(List.of("x,\"y\"\r\nz", "\""), texts(table, "a"));
        assertEquals(List.of("“q”", "|"), texts(table, "b"));
        assertEquals(List.of(2L, 4L), List.of(table.rowNumber(0), table.rowNumber(1)));
    }

    @Test
    void emptyLinesAreNoRowsAndLinesAreStillCounted() {
        Table table = CsvText.of("機關,實際值,目標值\n\n財政局,1,2\n\r\n\n主計處,3,4\n\n")
                .load(ACTUALS)
                .orElseThrow();
        assertEquals(2, table.rows());
        assertEquals(List.of(3L, 6L), List.of(table.rowNumber(0), table.rowNumber(1)));
    }

    @Test
    void anEmptyLineOfASingleColumnIsPointedOutWhereRowsFollow() {
        TableSchema schema = TableSchema.of("T", text("a").orMissing());
        Checked<Table> table = CsvText.of("a\n1\n\n2\n\"\"\n\n\n").load(schema);
        assertEquals(List.of("1", "2", ""), texts(table.orElseThrow(), "a"));
        assertEquals(List.of("blank-line"), codes(table));
        assertEquals(3, table.problems().get(0).place().cell().orElseThrow().row());
    }

    @ParameterizedTest
    @CsvSource({
        "'財政局,5.41', 2",
        "'財政局,5.41,5.5,9', 4",
        "'“A,B”,1,2', 4",
        "財政局, 1",
    })
    void raggedRowsAreRefusedWithTheirLine(String row, int cells) {
        CsvText file = CsvText.of("機關,實際值,目標值\n主計處,1,2\n" + row + "\n法務局,3,4\n");
        Checked<Table> strict = file.load(ACTUALS);
        assertTrue(strict.value().isEmpty());
        assertEquals(List.of("ragged-row"), codes(strict));
        Problem problem = strict.problems().get(0);
        assertEquals(Place.cell("達成", CsvText.NAME, 3, "", ""), problem.place());
        assertTrue(problem.message(Language.EN).contains(cells + " cells"));

        Checked<Table> kept = file.load(ACTUALS, DECLARED.keepGoodRows());
        assertTrue(kept.hasErrors());
        assertEquals(List.of("主計處", "法務局"), texts(kept.value().orElseThrow(), "機關"));
        assertEquals(1, kept.value().orElseThrow().rowsLeftOut());
        assertEquals(List.of("rows-left-out", "ragged-row"), codes(kept));
    }

    @Test
    void anUnclosedQuoteIsToldWithTheLineItOpensIn() {
        TableSchema schema = TableSchema.of("T", text("a"), text("b"));
        for (CsvTables.Format format : List.of(DECLARED, DECLARED.keepGoodRows())) {
            Checked<Table> table =
                    CsvText.of("a,b\nx,y\n\"1\n2\",\"never closed\nB,2\n").load(schema, format);
            assertTrue(table.value().isEmpty());
            assertEquals(List.of("unclosed-quote"), codes(table));
            assertEquals(
                    Place.cell("T", CsvText.NAME, 4, "b", "\"…"),
                    table.problems().get(0).place());
        }
    }

    @Test
    void textAfterAQuoteIsToldWithItsCell() {
        TableSchema schema = TableSchema.of("T", text("a"), text("b"));
        for (String text : List.of("a,b\n1,\"A\"x\n", "a,b\n1,\"A\"x", "a,b\n1,\"A\" \n", "a,b\n1,\"A\\\"B\"\n")) {
            Checked<Table> table = CsvText.of(text).load(schema);
            assertEquals(List.of("text-after-quote"), codes(table), text);
            assertEquals(
                    Place.cell("T", CsvText.NAME, 2, "b", "\"…\"…"),
                    table.problems().get(0).place());
        }
    }

    @Test
    void problemsOfRowsBeforeABrokenOneAreToldToo() {
        Checked<Table> table = CsvText.of("機關,實際值,目標值\n財政局,x,1\n\"財\"政,1,2\n").load(ACTUALS);
        assertEquals(List.of("not-a-number", "text-after-quote"), codes(table));
    }

    @ParameterizedTest
    @CsvSource({
        "'機關\t實際值\t目標值', tabs",
        "機關;實際值;目標值, semicolons",
        "機關，實際值，目標值, full-width",
        "機關|實際值|目標值, bars",
        "'機關;實際值,目標值;備註', semicolons",
    })
    void aWrongDelimiterIsNamed(String header, String name) {
        Checked<Table> table = CsvText.of(header + "\n").load(ACTUALS);
        assertEquals(List.of("wrong-delimiter"), codes(table));
        assertTrue(table.problems().get(0).message(Language.EN).contains(name));
    }

    @Test
    void aCommaMayBeTheWrongDelimiterToo() {
        Checked<Table> table = CsvText.of(TWO_ROWS).load(ACTUALS, DECLARED.delimiter(';'));
        assertEquals(List.of("wrong-delimiter"), codes(table));
        assertEquals(
                2,
                CsvText.of(TWO_ROWS.replace(',', ';'))
                        .load(ACTUALS, DECLARED.delimiter(';'))
                        .orElseThrow()
                        .rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# 109年\n", "109年度達成情形,,\n\n單位：%,,\n", "\"109年\n達成情形\"\n"})
    void aTitleLineIsPointedOutAndCanBeDeclared(String title) {
        CsvText file = CsvText.of(title + TWO_ROWS);
        Checked<Table> table = file.load(ACTUALS);
        assertEquals(List.of("title-line"), codes(table));
        int header = (int) title.chars().filter(c -> c == '\n').count() + 1;
        assertTrue(table.problems().get(0).message(Language.EN).contains("line " + header + " "));
        Table read = file.load(ACTUALS, DECLARED.headerLine(header)).orElseThrow();
        assertEquals(2, read.rows());
        assertEquals(header + 1, read.rowNumber(0));
    }

    @Test
    void aSepLineIsPointedOut() {
        assertEquals(List.of("sep-line"), codes(CsvText.of("sep=,\n" + TWO_ROWS).load(ACTUALS)));
        assertEquals(List.of("sep-line"), codes(CsvText.of("SEP=;\n" + TWO_ROWS).load(ACTUALS)));
    }

    @Test
    void aMissingColumnIsToldBeforeAnyRowIsRead() {
        Checked<Table> table = CsvText.of("機關,實際值,目標\n財政局,bad,1\n").load(ACTUALS);
        assertTrue(table.value().isEmpty());
        Problem missing = table.problems().stream()
                .filter(p -> p.kind() == DataCode.MISSING_COLUMN)
                .findFirst()
                .orElseThrow();
        assertEquals(Place.cell("達成", CsvText.NAME, 0, "目標值", ""), missing.place());
        assertTrue(missing.message(Language.ZH_TW).contains("目標、機關、實際值"), missing.message(Language.ZH_TW));
        assertTrue(table.problems().stream().noneMatch(p -> p.code().equals("not-a-number")));
    }

    @ParameterizedTest
    @CsvSource({
        "'機關,值,值', duplicate-header",
        "'é,e\u0301', duplicate-header",
        "'值,值 ', duplicate-header",
        "'Ａ,A', duplicate-header",
        "'a,A', duplicate-header",
        "'a,b,', empty-header",
        "'a,,b', empty-header",
        "'a, 　,b', empty-header",
    })
    void headersAreDistinctAndNotEmpty(String header, String code) {
        List<String> names = List.of(header.split(",", -1));
        TableSchema schema = TableSchema.of("T", text(names.get(0)));
        assertTrue(codes(CsvText.of(header + "\n").load(schema)).contains(code));
        assertEquals(
                List.of(code),
                codes(CsvText.of(header + "\n").rows()).stream()
                        .filter(c -> !c.startsWith("undeclared"))
                        .toList());
    }

    @Test
    void aColumnByItsNameAndByAnAliasIsADuplicate() {
        assertTrue(codes(CsvText.of("機關,實際值,目標值,實績\n").load(ACTUALS)).contains("duplicate-header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n\n", "\r\n"})
    void aFileWithoutAHeaderIsRefused(String text) {
        assertEquals(List.of("no-header"), codes(CsvText.of(text).load(ACTUALS)));
        assertEquals(List.of("no-header"), codes(CsvText.of(text).rows()));
    }

    @Test
    void limitsRefuse() {
        DataLimits few = DataLimits.standard().withColumns(3).withRows(2).withCellCharacters(10);
        CsvTables.Format limited = DECLARED.limits(few);
        assertEquals(
                2, CsvText.of(TWO_ROWS).load(ACTUALS, limited).orElseThrow().rows());
        assertEquals(
                List.of("too-many-columns"), codes(CsvText.of("機關,實際值,目標值,備註\n").load(ACTUALS, limited)));
        Checked<Table> rows = CsvText.of(TWO_ROWS + "法務局,1,2\n").load(ACTUALS, limited.keepGoodRows());
        assertEquals(List.of("too-many-rows"), codes(rows));
        assertTrue(rows.value().isEmpty());
        assertEquals(4, rows.problems().get(0).place().cell().orElseThrow().row());
        assertEquals(
                List.of("cell-too-long"),
                codes(CsvText.of("機關,實際值,目標值\n財政局財政局財政局財政局,1,2\n").load(ACTUALS, limited)));
        assertEquals(ProblemClass.LIMIT, rows.problems().get(0).problemClass());
    }

    @Test
    void aCellThatNeverEndsIsALimit() {
        CsvTables.Format limited = DECLARED.limits(DataLimits.standard().withCellCharacters(1000));
        String endless = "機關,實際值,目標值\n財政局,1,2\n\"" + "財".repeat(200_000);
        Checked<Table> table = CsvText.of(endless).load(ACTUALS, limited);
        assertEquals(List.of("cell-too-long"), codes(table));
        assertEquals(3, table.problems().get(0).place().cell().orElseThrow().row());
    }

    @Test
    void aCellAtTheLimitIsKeptWhole() {
        String cell = "財".repeat(1 << 20);
        TableSchema schema = TableSchema.of("T", text("a"), text("b"));
        Table table = CsvText.of("a,b\n" + cell + ",1\n\"" + cell + "\",2\n")
                .load(schema)
                .orElseThrow();
        assertEquals(List.of(cell, cell), texts(table, "a"));
        assertEquals(
                List.of("cell-too-long"),
                codes(CsvText.of("a,b\n" + cell + "x,1\n").load(schema)));
    }

    @Test
    void theFormatSaysHowCellsAreRead() {
        TableSchema schema = TableSchema.of(
                "T",
                ColumnSchema.of("日", new ColumnType.DateType(CalendarKind.WESTERN)),
                number("x").orMissing());
        CsvTables.Format format = DECLARED.rocDates().missing("-", Absence.NONE).grouping(' ');
        Table table = CsvText.of("日,x\n109/12/31,-\n2020-01-02,1 234\n")
                .load(schema, format)
                .orElseThrow();
        assertEquals(LocalDate.of(2020, 12, 31), ((DateValue) table.column("日").value(0)).date());
        assertEquals(Optional.of(Absence.NONE), table.column("x").absence(0));
        assertEquals(Quantity.of("1234", Units.NUMBER), table.column("x").value(1));
        assertTrue(CsvText.of("日,x\n109/12/31,1\n").load(schema).hasErrors());
        assertThrows(KpiUsageException.class, () -> DECLARED.charset("no such charset"));
        assertThrows(KpiUsageException.class, () -> DECLARED.charset("nosuch"));
        assertThrows(KpiUsageException.class, () -> DECLARED.delimiter('"'));
        assertThrows(KpiUsageException.class, () -> DECLARED.delimiter('1'));
        assertThrows(KpiUsageException.class, () -> DECLARED.headerLine(0));
        assertEquals(
                1,
                CsvText.of("日,x\n2020-01-02,1\n")
                        .load(schema, DECLARED.rules(CellRules.standard()))
                        .orElseThrow()
                        .rows());
    }

    @Test
    void filesAreReadAgainForEveryLoad(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("達成.csv");
        TableSource source = CsvTables.of(file, DECLARED);
        Checked<Table> absent = source.load(ACTUALS);
        assertEquals(List.of("file-not-found"), codes(absent));
        assertEquals(
                file.toString(),
                absent.problems().get(0).place().cell().orElseThrow().file());
        Files.writeString(file, TWO_ROWS, StandardCharsets.UTF_8);
        assertTrue(source.replayable());
        assertEquals(2, source.load(ACTUALS).orElseThrow().rows());
        assertEquals(2, source.load(ACTUALS).orElseThrow().rows());
        assertEquals(
                List.of("read-failed"), codes(CsvTables.of(folder, DECLARED).load(ACTUALS)));
    }
}
