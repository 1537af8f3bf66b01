package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in pieces has the rows, numbers and problems of the file as one table. */
class CsvPiecesTest {
    private static final TableSchema SCHEMA = TableSchema.of(
            "T",
            ColumnSchema.of("名", new ColumnType.TextType()),
            ColumnSchema.of("數", new ColumnType.Number(Units.NUMBER)).orMissing());

    private static final CsvTables.Format FORMAT = CsvTables.Format.declared();

    private static String file(int rows) {
        StringBuilder text = new StringBuilder("數,名\n");
        for (int i = 0; i < rows; i++) {
            text.append(i % 4 == 3 ? "" : i * 7).append(",甲").append(i % 3).append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Object number =
                    table.column(1).isMissing(row) ? "-" : table.column(1).value(row);
            lines.add(table.rowNumber(row) + " " + table.column(0).value(row) + " " + number + " "
                    + table.place(row, "名"));
        }
        return lines;
    }

    private static List<String> and(List<String> before, Table piece) {
        List<String> all = new ArrayList<>(before);
        all.addAll(lines(piece));
        return all;
    }

    private static Checked<List<String>> pieces(byte[] bytes, int rows, CsvTables.Format format) {
        return CsvTables.inPieces(
                "t.csv", () -> new ByteArrayInputStream(bytes), format, SCHEMA, rows, List.of(), CsvPiecesTest::and);
    }

    private static Checked<Table> whole(byte[] bytes, CsvTables.Format format) {
        return CsvTables.of("t.csv", () -> new ByteArrayInputStream(bytes), format)
                .load(SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9, 10, 11, 1000})
    void piecesHaveTheRowsOfTheWhole(int rows) {
        for (int count : new int[] {0, 1, 9, 10}) {
            byte[] bytes = file(count).getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    lines(whole(bytes, FORMAT).orElseThrow()),
                    pieces(bytes, rows, FORMAT).orElseThrow());
        }
    }

    @Test
    void noPieceIsLargerThanAskedFor() {
        byte[] bytes = file(10).getBytes(StandardCharsets.UTF_8);
        List<Integer> sizes = CsvTables.inPieces(
                        "t.csv",
                        () -> new ByteArrayInputStream(bytes),
                        FORMAT,
                        SCHEMA,
                        4,
                        List.<Integer>of(),
                        (before, piece) -> {
                            List<Integer> all = new ArrayList<>(before);
                            all.add(piece.rows());
                            return all;
                        })
                .orElseThrow();
        assertEquals(List.of(4, 4, 2), sizes);
    }

    @Test
    void badCellsAreToldAsOfTheWhole() {
        byte[] bytes = (file(10) + "x,甲\n").replace("0,甲0", "y,甲").getBytes(StandardCharsets.UTF_8);
        Checked<List<String>> read = pieces(bytes, 3, FORMAT);
        assertTrue(read.value().isEmpty());
        assertEquals(whole(bytes, FORMAT).problems(), read.problems());
        CsvTables.Format keeping = FORMAT.keepGoodRows();
        assertEquals(
                lines(whole(bytes, keeping).value().orElseThrow()),
                pieces(bytes, 3, keeping).value().orElseThrow());
    }

    @Test
    void anotherCharsetBeginsAgain() {
        byte[] bytes = file(40).getBytes(Charset.forName("Big5"));
        assertEquals(
                lines(whole(bytes, FORMAT).value().orElseThrow()),
                pieces(bytes, 7, FORMAT).value().orElseThrow());
    }

    @Test
    void aFileThatFailsInTheMiddleGivesNothing() {
        byte[] bytes = file(10).getBytes(StandardCharsets.UTF_8);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        Checked<List<String>> read = CsvTables.inPieces(
                "t.csv",
                () -> new SequenceInputStream(new ByteArrayInputStream(bytes), broken),
                FORMAT,
                SCHEMA,
                2,
                List.of(),
                CsvPiecesTest::and);
        assertTrue(read.value().isEmpty());
        assertEquals("read-failed", read.problems().get(0).kind().id());
    }

    @Test
    void aFileWithoutAHeaderIsToldAsOfTheWhole() {
        byte[] bytes = "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(whole(bytes, FORMAT).problems(), pieces(bytes, 2, FORMAT).problems());
        assertFalse(pieces(bytes, 2, FORMAT).problems().isEmpty());
        assertThrows(KpiUsageException.class, () -> pieces(bytes, 0, FORMAT));
    }
}
