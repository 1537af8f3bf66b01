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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kpi.data.ColumnSchema;
import kpi.data.DataCode;
import kpi.data.DataLimits;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where a hint, a limit or a guess ends. */
class CsvEdgesTest {
    private static String message(Checked<?> read) {
        return read.problems().get(0).message(Language.EN);
    }

    @Test
    void rowsOfAnyFileAreTextsWithTheirLines(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("any.csv");
        Files.writeString(file, " 機關 ,值\n財政局, 1 \n\n\"主計\n處\",\n", StandardCharsets.UTF_8);
        CsvRows rows = CsvRows.read(file, DECLARED).orElseThrow();
        assertEquals(List.of("機關", "值"), rows.header());
        assertEquals(2, rows.rows().size());
        CsvRows.Row second = rows.rows().get(1);
        assertEquals(4, second.line());
        assertEquals(List.of("機關", "值"), List.copyOf(second.cells().keySet()));
        assertEquals("", second.cells().get("值"));
        assertEquals(" 1 ", rows.rows().get(0).cells().get("值"));
        assertEquals(Place.cell("", file.toString(), 4, "機關", "主計\n處"), rows.place(second, "機關"));
        assertThrows(UnsupportedOperationException.class, () -> second.cells().put("值", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"機關;值\n", "機關\t值\n", "機關，值\n", "機關；值\n", "機關、值\n"})
    void aSingleHeadingWithAnotherDelimiterIsSuspect(String header) {
        assertEquals(List.of("wrong-delimiter"), codes(CsvText.of(header).rows()));
    }

    @Test
    void everyDelimiterHasItsName() {
        assertTrue(message(CsvText.of("機關；實際值；目標值\n").load(ACTUALS)).contains("full-width semicolons"));
        assertTrue(message(CsvText.of("機關、實際值、目標值\n").load(ACTUALS)).contains("“、”"));
    }

    @Test
    void aHeaderOfManyWordsIsNotTakenForAnotherDelimiter() {
        String header = IntStream.range(0, 9).mapToObj(i -> "a" + i + ";b" + i).collect(Collectors.joining(","));
        assertTrue(codes(CsvText.of(header + "\n").load(ACTUALS)).contains("missing-column"));
        // The other sign finds no more columns than the declared one.
        assertTrue(codes(CsvText.of("機關,實際值;\n").load(ACTUALS)).contains("missing-column"));
    }

    @Test
    void aTitleIsOnlySoughtInTheFirstLines() {
        String far = "標題\n".repeat(11) + "機關,實際值,目標值\n";
        Checked<Table> table = CsvText.of(far).load(ACTUALS);
        assertEquals(3, codes(table).stream().filter("missing-column"::equals).count());
        assertEquals(
                List.of("title-line"),
                codes(CsvText.of("標題\n".repeat(10) + "機關,實際值,目標值\n").load(ACTUALS)));
    }

    @Test
    void aNameOfAColumnHasALimit() {
        String name = "x".repeat(4097);
        assertEquals(List.of("cell-too-long"), codes(CsvText.of(name + ",b\n").rows()));
        assertEquals(
                List.of(name.substring(1), "b"),
                CsvText.of(name.substring(1) + ",b\n").rows().orElseThrow().header());
    }

    @Test
    void manyNamesAreNotComparedWithMany() {
        List<ColumnSchema> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            columns.add(text("甲欄" + i));
            names.add("乙欄" + i);
        }
        Checked<Table> table = CsvText.of(String.join(",", names) + "\n").load(new TableSchema("T", columns));
        assertTrue(codes(table).contains("missing-column"));
        assertTrue(codes(table).contains("undeclared-column"));
        assertTrue(codes(table).stream().noneMatch("undeclared-column-but-near"::equals));
    }

    @Test
    void manyEmptyLinesAreToldUpToALimit() {
        TableSchema one = TableSchema.of("T", text("a"));
        Checked<Table> table = CsvText.of("a\n" + "\n".repeat(500) + "x\n").load(one);
        assertEquals(100, codes(table).stream().filter("blank-line"::equals).count());
        assertEquals(502, table.orElseThrow().rowNumber(0));
    }

    @Test
    void causesAreNamed() {
        assertTrue(message(failing(new AccessDeniedException("x"))).contains("access denied"));
        assertTrue(message(failing(new IOException())).contains("IOException"));
        assertTrue(message(failing(new IOException(" "))).contains("IOException"));
        assertTrue(message(failing(new IOException(" stale handle "))).endsWith(": stale handle."));
    }

    private static Checked<Table> failing(IOException failure) {
        return CsvTables.of(
                        CsvText.NAME,
                        () -> {
                            throw failure;
                        },
                        DECLARED)
                .load(ACTUALS);
    }

    /** The line is counted in a second reading, which may fail; the offset stands. */
    @Test
    void anUndecodableFileThatVanishesIsStillTold() {
        byte[] bytes = "機關,實際值,目標值\n\n\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        AtomicInteger opened = new AtomicInteger();
        CsvTables.Opener once = () -> {
            if (opened.getAndIncrement() > 0) {
                throw new IOException("gone");
            }
            return new ByteArrayInputStream(bytes);
        };
        Checked<Table> table =
                CsvTables.of(CsvText.NAME, once, DECLARED.charset("UTF-8")).load(ACTUALS);
        assertEquals(List.of("undecodable"), codes(table));
        assertTrue(message(table).contains("line 1"));
    }

    @Test
    void theLineOfAByteFarIntoAFileIsRight() {
        byte[] bytes = ("a,b\n" + "1,2\n".repeat(5000) + "x,").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + 1);
        all[bytes.length] = (byte) 0xFF;
        Checked<Table> table = new CsvText(all).load(TableSchema.of("T", text("a"), text("b")));
        assertEquals("Byte " + bytes.length + " of the file, in line 5002, is no text in UTF-8.", message(table));
    }

    @Test
    void anErrorOfTheMachineInTheMiddleIsNeverSwallowed() {
        byte[] bytes = ("機關,實際值,目標值\n" + "財政局,1,2\n".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        InputStream exhausted = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                if (available() < 2000) {
                    throw new OutOfMemoryError("as if");
                }
                return super.read(target, offset, Math.min(length, 4096));
            }
        };
        assertThrows(
                OutOfMemoryError.class,
                () -> CsvTables.of("f", () -> exhausted, DECLARED).load(ACTUALS));
    }

    /** The library wraps whatever is thrown below it; our own mistakes must not pass for mistakes of the file. */
    @Test
    void anExceptionOfASinkIsNotTakenForAMistakeOfTheFile() {
        RowSink broken = new RowSink() {
            @Override
            public Next header(List<String> names, long line) {
                throw new KpiUsageException("broken");
            }

            @Override
            public void beginRow(long line) {}

            @Override
            public void cell(int index, char[] buffer, int offset, int length) {}

            @Override
            public boolean endRow(int cells) {
                return true;
            }

            @Override
            public void blankLine(long line) {}

            @Override
            public void problem(Problem problem) {}

            @Override
            public String columnName(int index) {
                return "";
            }
        };
        CsvScan scan = new CsvScan(new CsvInput("f", CsvText.of("a\n").opener()), DECLARED, "T");
        assertThrows(KpiUsageException.class, () -> scan.run(() -> broken));
    }

    @Test
    void aBrokenRowOfTooManyCellsHasNoColumn() {
        Checked<Table> table = CsvText.of("a,b\n1,2,3,\"x\n").load(TableSchema.of("T", text("a"), text("b")));
        Problem unclosed = table.problems().get(0);
        assertEquals(DataCode.UNCLOSED_QUOTE, unclosed.kind());
        assertEquals(Place.cell("T", CsvText.NAME, 2, "", "\"…"), unclosed.place());
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r', '.', '-', 'a', '1', '財'})
    void delimitersThatMeanSomethingElseAreRefused(char sign) {
        assertThrows(KpiUsageException.class, () -> DECLARED.delimiter(sign));
    }

    @Test
    void zeroDeclaredColumnsCountRows() {
        Checked<Table> table = CsvText.of("a,b\n1,2\n3,4\n").load(TableSchema.of("T"));
        assertEquals(2, table.orElseThrow().rows());
        assertEquals(List.of("undeclared-column", "undeclared-column"), codes(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<head>", "<body>", "<table>", "<?xml"})
    void markupIsNamed(String begin) {
        assertEquals(List.of("not-csv"), codes(CsvText.of(begin).load(ACTUALS)));
    }

    @Test
    void bytesThatOnlyLookLikeUtf16AreReadAsTheyStand() {
        TableSchema schema = TableSchema.of("T", text("a"), text("b"));
        // NUL in cells, in both halves of pairs or away from separators: a mistake of the cell.
        for (String text : List.of("a,b\n\0\0\0\0,1\n", "a,b\nx\0y\0,1\n", "a,b\nx\0yz\0yz,1\n", "a,b\n\0,x\n")) {
            Checked<Table> table = CsvText.of(text).load(schema);
            assertEquals(List.of("unprintable-character"), codes(table), text.replace('\0', '0'));
        }
    }

    @Test
    void emptyZipFilesAndShortFilesAreNamedOrRead() {
        assertEquals(List.of("not-csv"), codes(new CsvText(new byte[] {'P', 'K', 5, 6}).load(ACTUALS)));
        assertEquals(
                List.of("P"), new CsvText(new byte[] {'P'}).rows().orElseThrow().header());
        assertEquals(
                List.of("PK"),
                new CsvText(new byte[] {'P', 'K'}).rows().orElseThrow().header());
    }

    @Test
    void rowsThatAreKeptDoNotKeepTheFileFromBeingRefused() {
        CsvTables.Format format =
                DECLARED.keepGoodRows().limits(DataLimits.standard().withProblems(1));
        Checked<Table> table =
                CsvText.of("a,v\nx,1\ny,z\nu,w\n").load(TableSchema.of("T", text("a"), number("v")), format);
        assertEquals(List.of("x"), texts(table.value().orElseThrow(), "a"));
        assertEquals(List.of("rows-left-out", "not-a-number", "more-problems"), codes(table));
    }
}
