package kpi.data.csv;

import static kpi.data.csv.CsvText.ACTUALS;
import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static kpi.data.csv.CsvText.text;
import static kpi.data.csv.CsvText.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets are declared or found out strictly; no byte is ever replaced. */
class CharsetsTest {
    private static final Charset WINDOWS = Charset.forName("x-windows-950");

    private static final Charset HONG_KONG = Charset.forName("Big5-HKSCS");

    private static final TableSchema NAMES = TableSchema.of("T", text("機關"), text("備註"));

    private static final String TEXT = "機關,備註\n許功蓋,碁恒裏銹粧嫺\n財政局,預算數\n";

    @ParameterizedTest
    @ValueSource(strings = {"x-windows-950", "Big5", "MS950", "big5"})
    void big5IsReadWhenDeclared(String name) {
        Checked<Table> table = CsvText.of(TEXT, WINDOWS).load(NAMES, DECLARED.charset(name));
        assertEquals(List.of(), codes(table));
        assertEquals(List.of("許功蓋", "財政局"), texts(table.orElseThrow(), "機關"));
        assertEquals(List.of("碁恒裏銹粧嫺", "預算數"), texts(table.orElseThrow(), "備註"));
    }

    @Test
    void big5IsFoundOutAndTold() {
        Checked<Table> table = CsvText.of(TEXT, WINDOWS).load(NAMES);
        assertEquals(List.of("charset-detected"), codes(table));
        assertEquals(Severity.INFO, table.problems().get(0).severity());
        assertTrue(table.problems().get(0).message(Language.EN).contains("x-windows-950"));
        assertEquals(List.of("許功蓋", "財政局"), texts(table.orElseThrow(), "機關"));
    }

    /** 咗 and 嘅 are in the Hong Kong supplement only. */
    @Test
    void theHongKongSupplementIsFoundOutToo() {
        String text = "機關,備註\n財政局,已改咗嘅預算資料與實際執行數\n";
        Checked<Table> found = CsvText.of(text, HONG_KONG).load(NAMES);
        assertEquals(List.of("charset-detected"), codes(found));
        assertEquals(Severity.WARNING, found.problems().get(0).severity());
        assertEquals(List.of("已改咗嘅預算資料與實際執行數"), texts(found.orElseThrow(), "備註"));
        Checked<Table> declared = CsvText.of(text, HONG_KONG).load(NAMES, DECLARED.charset("Big5"));
        assertEquals(List.of("已改咗嘅預算資料與實際執行數"), texts(declared.orElseThrow(), "備註"));
    }

    /** A character of the user's own is kept where the charset is declared. */
    @Test
    void privateUseCharactersAreKeptWhenDeclared() {
        String own = "機關,備註\n財政局,預算數\n\uE000,局\n";
        CsvText file = CsvText.of(own, WINDOWS);
        assertEquals(
                List.of("財政局", "\uE000"),
                texts(file.load(NAMES, DECLARED.charset("x-windows-950")).orElseThrow(), "機關"));
        // In the Hong Kong supplement the same two bytes are a letter of its own: read so, but with a warning.
        for (CsvTables.Format format : List.of(DECLARED, DECLARED.charset("Big5"))) {
            Checked<Table> guessed = file.load(NAMES, format);
            assertEquals(List.of("charset-detected"), codes(guessed));
            assertEquals(Severity.WARNING, guessed.problems().get(0).severity());
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16"})
    void wideCharsetsAreReadWhenDeclaredAndNamedWhenNot(String name) {
        Charset charset = Charset.forName(name);
        CsvText file = CsvText.of("\uFEFF" + TEXT, charset);
        Checked<Table> declared = file.load(NAMES, DECLARED.charset(name));
        assertEquals(List.of("許功蓋", "財政局"), texts(declared.orElseThrow(), "機關"));
        Checked<Table> named = file.load(NAMES);
        assertEquals(List.of("not-csv"), codes(named));
        assertTrue(named.problems().get(0).message(Language.EN).contains("UTF-16"));
        Checked<Table> unmarked = CsvText.of("機關,備註\n財政局,5.41\n", charset).load(NAMES);
        assertEquals(List.of("not-csv"), codes(unmarked));
    }

    @Test
    void aByteThatIsNoTextIsToldWithItsOffsetAndLine() {
        byte[] bytes = "name,v\ncaf\u00E9,1\n".getBytes(StandardCharsets.ISO_8859_1);
        TableSchema schema = TableSchema.of("T", text("name"), text("v"));
        for (CsvTables.Format format : List.of(DECLARED, DECLARED.charset("UTF-8"))) {
            Checked<Table> table = new CsvText(bytes).load(schema, format);
            assertEquals(List.of("undecodable"), codes(table));
            assertEquals(
                    "Byte 10 of the file, in line 2, is no text in UTF-8.",
                    table.problems().get(0).message(Language.EN));
        }
    }

    /** Most pairs of bytes are some character of Big5, so letters of other charsets must not pass for Chinese. */
    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, cafés et thés glacés",
        "windows-1252, Müller und Söhne",
        "windows-1251, Управление финансов города",
        "Shift_JIS, 財務省の実績値データ",
        "EUC-JP, 東京都の予算執行率と実績、目標の達成状況",
        "GB18030, 财政局执行率实际值与目标值说明",
        "GBK, 财政局",
    })
    void otherCharsetsAreNotTakenForBig5(String charset, String value) {
        byte[] bytes = ("name,v\n" + value + ",1\n").getBytes(Charset.forName(charset));
        TableSchema schema = TableSchema.of("T", text("name"), text("v"));
        assertEquals(List.of("undecodable"), codes(new CsvText(bytes).load(schema)));
    }

    @Test
    void aDamagedFileInUtf8IsNotTakenForBig5() {
        byte[] bytes = "機關,實際值,目標值\n財政局,5.41,5.5\n主計處,74.33,80\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] = (byte) 0xFF;
            Checked<Table> table = new CsvText(damaged).load(ACTUALS);
            assertTrue(table.value().isEmpty());
            assertEquals(List.of("undecodable"), codes(table), "byte " + i);
        }
    }

    @Test
    void aByteOrderMarkIsDroppedOnceAndOnlyAtTheStart() {
        Checked<Table> table = CsvText.of("\uFEFF機關,備註\n\uFEFFa,b\n").load(NAMES);
        assertEquals(List.of("\uFEFFa"), texts(table.orElseThrow(), "機關"));
        assertFalse(CsvText.of("\uFEFF\uFEFF機關,備註\n").load(NAMES).value().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "1F8B0800, gzip",
        "504B0304, ZIP",
        "D0CF11E0A1B1, Office",
        "255044462D, PDF",
    })
    void otherKindsOfFilesAreNamed(String hex, String kind) {
        Checked<Table> table = new CsvText(HexFormat.of().parseHex(hex)).load(NAMES);
        assertEquals(List.of("not-csv"), codes(table));
        assertTrue(table.problems().get(0).message(Language.EN).contains(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>", "\uFEFF <!DOCTYPE html>", "<?xml version='1.0'?>", "\r\n<TABLE>"})
    void markupIsNamed(String text) {
        Checked<Table> table = CsvText.of(text).load(NAMES);
        assertEquals(List.of("not-csv"), codes(table));
        assertTrue(table.problems().get(0).message(Language.EN).contains("HTML"));
    }
}
