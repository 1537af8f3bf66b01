package kpi.data.csv;

import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsCsvTest {
    private static Checked<List<InputRow>> read(String text) {
        return InputsCsv.read(
                CsvText.NAME, CsvText.of(text).opener(), DECLARED, CalendarKind.ROC, UnitTable.standard());
    }

    private static Datum only(String line) {
        List<InputRow> rows =
                read("period,input,value,unit,note\n" + line + "\n").orElseThrow();
        assertEquals(1, rows.size());
        return rows.get(0).datum();
    }

    @Test
    void everyColumnIsRead() {
        InputRow row = read("""
                        period,kpi,input,value,unit,covers_to,known_on,basis,status,source,note
                        109,HF3.1,實際支付數,"1,180億元",,109/11/30,109/12/15,實收數,暫定,主計處,截至11月底
                        """).orElseThrow().get(0);
        assertEquals("HF3.1", row.kpi());
        assertEquals("實際支付數", row.input());
        assertEquals(ReportingPeriod.roc(109), row.period());
        Datum datum = row.datum();
        PrintedQuantity printed = datum.quantity().orElseThrow();
        assertEquals(Quantity.of("118000000000", Units.NTD), printed.quantity());
        assertEquals(Exact.of(100_000_000), printed.resolution());
        assertEquals(
                new Vintage(
                        Optional.of(LocalDate.of(2020, 11, 30)),
                        Optional.of(LocalDate.of(2020, 12, 15)),
                        "實收數",
                        true,
                        "主計處"),
                datum.vintage());
        assertEquals("截至11月底", datum.reason());
        assertEquals(Place.cell("inputs", CsvText.NAME, 2, "value", "1,180億元"), datum.place());
    }

    @Test
    void threeColumnsAreEnough() {
        List<InputRow> rows = read("value,input,period\n5.41,actual,109\n88,x,109/03\n1,y,2020\n")
                .orElseThrow();
        assertEquals(List.of("", "", ""), rows.stream().map(InputRow::kpi).toList());
        assertEquals(
                List.of(ReportingPeriod.roc(109), ReportingPeriod.rocMonth(109, 3), ReportingPeriod.western(2020)),
                rows.stream().map(InputRow::period).toList());
        assertEquals(
                Quantity.of("5.41", Units.NUMBER),
                rows.get(0).datum().quantity().orElseThrow().quantity());
        assertEquals(Vintage.none(), rows.get(0).datum().vintage());
    }

    @ParameterizedTest
    @CsvSource({
        "5.41, %, 0.0541, 0.0001",
        "5.41%, %, 0.0541, 0.0001",
        "'\"1,180\"', 億元, 118000000000, 100000000",
        "12 件, 件, 12, 1",
        "6億5202萬, 次, 652020000, 10000",
        "3, 分, 3, 1",
        "7,, 7, 1",
        "7, 公噸, 7, 1",
        "－2, 百分點, -0.02, 0.01",
    })
    void theUnitColumnIsForValuesWithoutAUnit(String value, String unit, String canonical, String resolution) {
        PrintedQuantity printed = only("109,x," + value + "," + (unit == null ? "" : unit) + ",")
                .quantity()
                .orElseThrow();
        assertEquals(Exact.of(canonical), printed.quantity().canonical());
        assertEquals(Exact.of(resolution), printed.resolution());
    }

    @ParameterizedTest
    @CsvSource({
        "12 件, 人, other-unit",
        "6億, 千元, two-magnitudes",
        "abc, 元, not-a-number",
        "'\"1,5\"', 元, bad-grouping",
        "1, 'a b', unknown-unit",
        "1e999999999, 元, exponent-too-large",
    })
    void aValueThatDoesNotFitIsAProblem(String value, String unit, String code) {
        Checked<List<InputRow>> read = read("period,input,value,unit\n109,x," + value + "," + unit + "\n109,y,1,元\n");
        assertEquals(List.of(code), codes(read));
        assertEquals(
                List.of("y"),
                read.value().orElseThrow().stream().map(InputRow::input).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_REPORTED",
        "-, NONE",
        "--, MEANINGLESS",
        "…, NOT_YET_RELEASED",
        "未填報, NOT_REPORTED",
        "不適用, NOT_APPLICABLE",
        "Not applicable, NOT_APPLICABLE",
        "無意義, MEANINGLESS",
        "尚未發布, NOT_YET_RELEASED",
    })
    void noFigureIsAnAbsenceWithTheNoteAsItsReason(String value, Absence absence) {
        Datum datum = only("109,x," + value + ",,各機關尚未回報");
        assertEquals(Optional.of(absence), datum.absence());
        assertEquals(Optional.empty(), datum.quantity());
        assertEquals("各機關尚未回報", datum.reason());
    }

    @Test
    void unitsOfAnAuthorAreKnown() {
        KpiUnit tonne = KpiUnit.of(Dimension.base("公噸"), Exact.ONE, "公噸");
        List<InputRow> rows = InputsCsv.read(
                        CsvText.NAME,
                        CsvText.of("period,input,value,unit\n2020,面積,3.5,公噸\n").opener(),
                        DECLARED,
                        CalendarKind.WESTERN,
                        UnitTable.standard().with(tonne))
                .orElseThrow();
        assertEquals(
                Quantity.of("3.5", tonne),
                rows.get(0).datum().quantity().orElseThrow().quantity());
        assertEquals(ReportingPeriod.western(2020), rows.get(0).period());
    }

    @Test
    void everyProblemOfEveryRowIsToldAndGoodRowsAreKept() {
        Checked<List<InputRow>> read = read("""
                period,input,value,status,covers_to,known_on
                ,x,1,,,
                109,,1,,,
                109年13月,x,1,,,
                109,x,1,猜的,109/2/30,110/2/29
                109,good,1,確定,,
                109,short,1
                109,also good,1,final,109/2/29,
                109,third,1,provisional,,
                """);
        assertTrue(read.hasErrors());
        List<InputRow> good = read.value().orElseThrow();
        assertEquals(
                List.of("good", "also good", "third"),
                good.stream().map(InputRow::input).toList());
        assertEquals(
                List.of(false, false, true),
                good.stream().map(row -> row.datum().vintage().provisional()).toList());
        List<String> told = read.problems().stream()
                .map(p -> p.place().cell().orElseThrow().row() + " " + p.code())
                .filter(p -> !p.startsWith("0 "))
                .toList();
        assertEquals(
                List.of(
                        "2 empty-field",
                        "3 empty-field",
                        "4 bad-period",
                        "5 no-such-day",
                        "5 no-such-day",
                        "5 unknown-status",
                        "7 ragged-row"),
                told);
    }

    @Test
    void chineseHeadingsAndByteOrderMarksAreRead() {
        List<InputRow> rows = read("\uFEFF年度,資料項,數值,單位,備註\n109,自籌財源,1180,億元,\n").orElseThrow();
        assertEquals(
                Quantity.of("118000000000", Units.NTD),
                rows.get(0).datum().quantity().orElseThrow().quantity());
    }

    @Test
    void aColumnThatMustBeThereIsMissed() {
        Checked<List<InputRow>> read = read("period,value\n109,1\n");
        assertTrue(read.value().isEmpty());
        assertEquals(List.of("missing-column"), codes(read));
        assertEquals(List.of("undeclared-column"), codes(read("period,input,value,remark\n109,x,1,a\n")));
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("inputs.csv");
        Files.writeString(file, "period,input,value\n109,x,1\n", StandardCharsets.UTF_8);
        assertEquals(1, InputsCsv.read(file, DECLARED).orElseThrow().size());
        assertFalse(InputsCsv.read(folder.resolve("none.csv"), DECLARED).value().isPresent());
    }
}
