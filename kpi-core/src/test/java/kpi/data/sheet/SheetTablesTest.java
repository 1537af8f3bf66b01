package kpi.data.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet holds what its file says, to the last digit, or is refused with the place and the reason. */
class SheetTablesTest {
    private static final TableSchema CASES = TableSchema.of(
            "案件",
            ColumnSchema.of("類別", new ColumnType.TextType()),
            ColumnSchema.of("金額", new ColumnType.Number(Units.NTD)).orMissing(),
            ColumnSchema.of("比率", new ColumnType.Number(Units.PERCENT)).orMissing(),
            ColumnSchema.of("日期", new ColumnType.DateType(CalendarKind.ROC)).orMissing(),
            ColumnSchema.of("通過", new ColumnType.TruthType()).orMissing());

    private static final TableSchema V = TableSchema.of(
            "T", ColumnSchema.of("v", new ColumnType.Number(Units.NUMBER)).orMissing());

    private static final String HEAD = "<row r='1'><c r='A1' t='inlineStr'><is><t>v</t></is></c></row>";

    private static final String ODS_HEAD = "<table:table-row><table:table-cell"
            + " office:value-type='string'><text:p>v</text:p></table:table-cell></table:table-row>";

    private static String odsSheet(String name, String rows) {
        return "<table:table table:name='" + name + "'>" + rows + "</table:table>";
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
    void everyKindOfCellOfAnXlsx() {
        byte[] file = Sheets.xlsx(
                "<row r='3'><c r='B3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c><c r='E3' t='s'><v>2</v></c><c"
                        + " r='F3' t='s'><v>3</v></c><c r='G3' t='s'><v>4</v></c></row><row r='5'><c r='B5'"
                        + " t='inlineStr'><is><t>OT</t></is></c><c r='C5'><v>1.2345E+9</v></c><c r='E5'"
                        + " s='1'><v>5.3499999999999999E-2</v></c><c r='F5' s='2'><v>43890</v></c><c r='G5'"
                        + " t='b'><v>1</v></c></row><row><c t='str'/><c t='str'><f>A1</f><v> BOT"
                        + " </v></c><c><f>1/3</f><v>0.30000000000000004</v></c><c/><c><v>7</v></c><c"
                        + " s='3'><v>43891</v></c><c t='b'><v>0</v></c></row>",
                "<t>類別</t>",
                "<r><t>金</t></r><r><t>額</t></r><rPh><t>x</t></rPh>",
                "<t>比率</t>",
                "<t>日期</t>",
                "<t>通過</t>");
        Checked<Table> read = Sheets.of(file).load(CASES);
        Table table = read.orElseThrow();
        assertEquals(List.of("formulas-not-evaluated"), codes(read));
        assertEquals(List.of("OT", " BOT "), texts(table, "類別"));
        assertEquals(List.of("1234500000", "0.30000000000000004"), texts(table, "金額"));
        assertEquals(List.of("5.3499999999999999", "7"), texts(table, "比率"));
        assertEquals(List.of("2020-02-29", "2020-03-01"), texts(table, "日期"));
        assertEquals(List.of("true", "false"), texts(table, "通過"));
        assertEquals(5, table.rowNumber(0));
        assertEquals(6, table.rowNumber(1));
    }

    @Test
    void everyKindOfCellOfAnOds() {
        String rows = "<table:table-header-rows><table:table-row><table:table-cell"
                + " table:number-columns-repeated='2'/><table:table-cell"
                + " office:value-type='string'><text:p>類別</text:p></table:table-cell><table:table-cell"
                + " office:value-type='string'><text:p>金額</text:p></table:table-cell><table:table-cell"
                + " office:value-type='string'><text:p>比率</text:p></table:table-cell><table:table-cell"
                + " office:value-type='string'><text:p>日期</text:p></table:table-cell><table:table-cell"
                + " office:value-type='string'><text:p>通過</text:p></table:table-cell>"
                + "</table:table-row></table:table-header-rows><table:table-row"
                + " table:number-rows-repeated='3'><table:table-cell"
                + " table:number-columns-repeated='9'/></table:table-row><table:table-row"
                + " table:number-rows-repeated='2'><table:table-cell/><table:table-cell/><table:table-cell"
                + " office:value-type='string'><text:p>委<text:s text:c='2'/>營</text:p><text:p>OT</text:p>"
                + "<office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:table-cell"
                + " office:value-type='currency' office:currency='TWD'"
                + " office:value='1234567.10'><text:p>$1</text:p></table:table-cell><table:table-cell"
                + " office:value-type='percentage'"
                + " office:value='0.0535'><text:p>5%</text:p></table:table-cell><table:table-cell office:value-type='date'"
                + " office:date-value='2020-02-29T00:00:00'/><table:table-cell office:value-type='boolean'"
                + " office:boolean-value='true'/></table:table-row><table:table-row"
                + " table:number-rows-repeated='1048000'><table:table-cell"
                + " table:number-columns-repeated='16384'/></table:table-row>";
        Table table = Sheets.of(Sheets.ods(odsSheet("其他", "") + odsSheet("案件", rows)))
                .load(CASES)
                .orElseThrow();
        assertEquals(List.of("委  營\nOT", "委  營\nOT"), texts(table, "類別"));
        assertEquals(List.of("1234567.1", "1234567.1"), texts(table, "金額"));
        assertEquals(List.of("5.35", "5.35"), texts(table, "比率"));
        assertEquals(List.of("2020-02-29", "2020-02-29"), texts(table, "日期"));
        assertEquals(List.of("true", "true"), texts(table, "通過"));
        assertEquals(5, table.rowNumber(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.30000000000000004, 0.3, 1",
        "0.1, 0.1, 0.1, 0",
        "1E-3, 0.001, 0.001, 0",
        "1.0000000000000001E-5, 0.000010000000000000001, 0.00001, 1",
        "12345678901234567, 12345678901234567, 12345678901234600, 1"
    })
    void digitsAsTheyStandOrFifteenAsDeclared(String stored, String kept, String shown, int rounded) {
        byte[] file = Sheets.xlsx(HEAD + "<row><c><v>" + stored + "</v></c></row>");
        assertEquals(List.of(kept), texts(Sheets.of(file).load(V).orElseThrow(), "v"));
        Checked<Table> declared =
                Sheets.of(file, SheetTables.Format.declared().fifteenDigits()).load(V);
        assertEquals(List.of(shown), texts(declared.value().orElseThrow(), "v"));
        assertEquals(rounded == 0 ? List.of() : List.of("rounded-to-fifteen"), codes(declared));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A2' t='e'><v>#DIV/0!</v></c>",
                "<c r='A2'><f>1+1</f></c>",
                "<c r='A2' t='s'><v>0</v></c>",
                "<c r='A2' t='s'><v>-1</v></c>"
            })
    void aCellWithoutAValueIsToldWithItsPlace(String cell) {
        Checked<Table> table =
                Sheets.of(Sheets.xlsx(HEAD + "<row r='2'>" + cell + "</row>")).load(V);
        assertEquals(List.of("cell-without-value"), codes(table));
        assertTrue(table.problems().get(0).message(Language.EN).contains("A2"));
        assertEquals(2, table.problems().get(0).place().cell().orElseThrow().row());
        assertEquals("v", table.problems().get(0).place().cell().orElseThrow().column());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table:table-cell table:formula='of:=1/0' calcext:value-type='error'"
                        + " office:value-type='string'><text:p>#DIV/0!</text:p></table:table-cell>",
                "<table:table-cell table:formula='of:=1/0' office:value-type='float'"
                        + " office:value='0'><text:p>#DIV/0!</text:p></table:table-cell>",
                "<table:table-cell table:formula='of:=1/0'/>"
            })
    void anOdsCellWithoutAValueIsTold(String cell) {
        byte[] file = Sheets.ods(odsSheet("T", ODS_HEAD + "<table:table-row>" + cell + "</table:table-row>"));
        assertEquals(List.of("cell-without-value"), codes(Sheets.of(file).load(V)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r='2'><c r='B2'><v>1</v></c></row> | cell-without-heading",
                "<row r='2'><c r='XFD2'><v>1</v></c></row> | cell-without-heading",
                "<row r='2'><c r='XFE2'><v>1</v></c></row> | sheet-too-large",
                "<row r='2'><c r='ZZZZZZZZ2'><v>1</v></c></row> | sheet-unreadable",
                "<row r='2'><c r='A3'><v>1</v></c></row> | sheet-unreadable",
                "<row r='2'><c r='2A'><v>1</v></c></row> | sheet-unreadable",
                "<row r='1'><c r='A1'><v>1</v></c></row> | sheet-unreadable",
                "<row r='0'/> | sheet-unreadable",
                "<row r='99999999'/> | sheet-unreadable",
                "<row r='2'><c r='A2'><v>1</v></c><c r='A2'><v>1</v></c></row> | sheet-unreadable",
                "<row r='2'><c r='A2'><v>一</v></c></row> | ",
                "<row r='2'><c r='A2'><v>1e999999999</v></c></row> | ",
                "<row r='2'><c | sheet-unreadable"
            })
    void whatDoesNotFitIsRefused(String rows, String code) {
        Checked<Table> table = Sheets.of(Sheets.xlsx(HEAD + rows)).load(V);
        assertTrue(table.value().isEmpty());
        assertEquals(1, table.problems().size());
        if (code != null) {
            assertEquals(List.of(code), codes(table));
        }
    }

    @Test
    void theSheetIsNamedOrTheOnlyOne() {
        String rows = ODS_HEAD
                + "<table:table-row><table:table-cell office:value-type='float' office:value='%'/></table:table-row>";
        byte[] both = Sheets.ods(odsSheet("109", rows.replace("%", "1")) + odsSheet("110", rows.replace("%", "2")));
        assertEquals(List.of("sheet-not-found"), codes(Sheets.of(both).load(V)));
        assertEquals(
                List.of("2"),
                texts(
                        Sheets.of(both, SheetTables.Format.declared().sheet("110"))
                                .load(V)
                                .orElseThrow(),
                        "v"));
        byte[] one = Sheets.ods(odsSheet("109", rows.replace("%", "1")));
        assertEquals(List.of("1"), texts(Sheets.of(one).load(V).orElseThrow(), "v"));
        assertEquals(
                List.of("sheet-not-found"),
                codes(Sheets.of(one, SheetTables.Format.declared().sheet("x")).load(V)));
    }

    @Test
    void foreignMoneyIsNotOurs() {
        byte[] file = Sheets.ods(odsSheet(
                "T",
                ODS_HEAD
                        + "<table:table-row><table:table-cell office:value-type='currency'"
                        + " office:currency='USD' office:value='5'/></table:table-row>"));
        assertTrue(Sheets.of(file)
                .load(TableSchema.of("T", ColumnSchema.of("v", new ColumnType.Number(Units.NTD))))
                .value()
                .isEmpty());
    }

    @Test
    void aTitleAboveTheHeaderIsTold() {
        byte[] file = Sheets.xlsx("<row r='1'><c t='inlineStr'><is><t>一○九年</t></is></c></row>"
                + "<row r='2'><c t='inlineStr'><is><t>v</t></is></c></row>");
        assertEquals(List.of("title-line"), codes(Sheets.of(file).load(V)));
        assertEquals(List.of("no-header"), codes(Sheets.of(Sheets.xlsx("")).load(V)));
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() {
        String zeros = "0".repeat(30_000_000);
        byte[] bomb = Sheets.zip("padding.bin", zeros, "content.xml", "");
        assertEquals(List.of("sheet-too-large"), codes(Sheets.of(bomb).load(V)));
        byte[] cell = Sheets.xlsx(HEAD + "<row><c t='inlineStr'><is><t>" + zeros + "</t></is></c></row>");
        assertEquals(List.of("sheet-too-large"), codes(Sheets.of(cell).load(V)));
        assertEquals(
                List.of("cell-too-long"),
                codes(Sheets.of(cell, SheetTables.Format.declared().inflateRatio(100_000))
                        .load(V)));
        assertEquals(
                List.of("sheet-too-large"),
                codes(Sheets.of(Sheets.xlsx(HEAD), SheetTables.Format.declared().inflatedSize(500))
                        .load(V)));
    }

    @Test
    void rowsThatRepeatWithoutEndStopAtTheLimit() {
        String repeated = "<table:table-row table:number-rows-repeated='999999999'>"
                + "<table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
        SheetTables.Format limited =
                SheetTables.Format.declared().limits(DataLimits.standard().withRows(1000));
        byte[] file = Sheets.ods(odsSheet("T", ODS_HEAD + repeated));
        assertEquals(List.of("too-many-rows"), codes(Sheets.of(file, limited).load(V)));
        String wide = "<table:table-row><table:table-cell table:number-columns-repeated='999999999'"
                + " office:value-type='float' office:value='1'/></table:table-row>";
        assertEquals(
                List.of("sheet-too-large"),
                codes(Sheets.of(Sheets.ods(odsSheet("T", ODS_HEAD + wide))).load(V)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>",
                "<!DOCTYPE x><x/>",
                "<x>&a;</x>",
                "<x",
                ""
            })
    void documentsThatAreNoneAreRefused(String content) {
        Checked<Table> table = Sheets.of(Sheets.zip("content.xml", content)).load(V);
        assertEquals(List.of("sheet-unreadable"), codes(table));
    }

    private static byte[] small() {
        return Sheets.xlsx(HEAD + "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>");
    }

    @Test
    void aFileCutAtAnyByteGivesTheTableOrAnError() {
        byte[] whole = small();
        List<String> all = texts(Sheets.of(whole).load(V).orElseThrow(), "v");
        for (int length = 0; length < whole.length; length++) {
            Checked<Table> table = Sheets.of(Arrays.copyOf(whole, length)).load(V);
            if (table.value().isPresent()) {
                assertEquals(all, texts(table.value().get(), "v"), "cut at " + length);
            } else {
                assertEquals(1, table.problems().size(), "cut at " + length);
            }
        }
    }

    @Test
    void aDeviceThatFailsAtAnyByteLeavesNoTable() {
        byte[] whole = Sheets.ods(odsSheet(
                "T",
                ODS_HEAD
                        + "<table:table-row><table:table-cell office:value-type='float'"
                        + " office:value='1'/></table:table-row>"));
        int needed = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2") - 20;
        for (int failing = 0; failing < needed; failing++) {
            int at = failing;
            TableSource source = SheetTables.of("f", () -> failingAt(whole, at), SheetTables.Format.declared());
            Checked<Table> table = source.load(V);
            assertTrue(table.value().isEmpty(), "at " + at);
            assertEquals(List.of("read-failed"), codes(table), "at " + at);
            assertTrue(table.problems().get(0).message(Language.EN).contains("torn"));
        }
    }

    private static InputStream failingAt(byte[] whole, int failing) {
        return new FilterInputStream(new ByteArrayInputStream(whole)) {
            private int position;

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                if (position == failing) {
                    throw new IOException("torn");
                }
                int count = super.read(target, from, Math.min(length, failing - position));
                position += Math.max(count, 0);
                return count;
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }
        };
    }

    @Test
    void anInterruptedThreadLeavesNoTableAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        Checked<Table> table = Sheets.of(small()).load(V);
        assertTrue(Thread.interrupted());
        assertEquals(List.of("read-failed"), codes(table));
    }

    @Test
    void theHostMayStopIt() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int row = 0; row < 3000; row++) {
            rows.append("<row><c><v>1</v></c></row>");
        }
        byte[] file = Sheets.xlsx(rows.toString());
        int[] asked = {0};
        TableSource source = Sheets.of(
                file, SheetTables.Format.declared().inflateRatio(100_000).cancelWhen(() -> ++asked[0] == 2));
        assertThrows(KpiCancelledException.class, () -> source.load(V));
        assertEquals(2, asked[0]);
    }
}
