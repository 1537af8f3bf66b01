package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kpi.data.DecimalColumn;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import org.junit.jupiter.api.Test;

/** Rows stream: the file is never held, and what is wrong with many rows is told in a bounded list. */
class LargeCsvTest {
    /** A header, then one line again and again. */
    private static final class Repeating extends InputStream {
        private final byte[] header;
        private final byte[] line;
        private final long end;
        private long position;

        Repeating(String header, String line, long rows) {
            this.header = header.getBytes(StandardCharsets.UTF_8);
            this.line = line.getBytes(StandardCharsets.UTF_8);
            this.end = this.header.length + rows * this.line.length;
        }

        @Override
        public int read() {
            return position == end ? -1 : at(position++);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == end) {
                return -1;
            }
            int count = (int) Math.min(length, end - position);
            for (int i = 0; i < count; i++) {
                target[offset + i] = at(position + i);
            }
            position += count;
            return count;
        }

        private byte at(long index) {
            return index < header.length ? header[(int) index] : line[(int) ((index - header.length) % line.length)];
        }
    }

    private static Checked<Table> load(String header, String line, long rows, TableSchema schema) {
        return CsvTables.of("large.csv", () -> new Repeating(header, line, rows), CsvTables.Format.declared())
                .load(schema);
    }

    @Test
    void tenMillionRows() {
        DecimalColumn column = (DecimalColumn) load("v\n", "1\n", 10_000_000, TableSchema.of("T", CsvText.number("v")))
                .orElseThrow()
                .column("v");
        long sum = 0;
        for (int row = 0; row < column.rows(); row++) {
            sum += column.raw().get(row);
        }
        assertEquals(10_000_000, sum);
    }

    @Test
    void aFileOfNothingButMistakesIsNotReadToItsEnd() {
        TableSchema schema = TableSchema.of("T", CsvText.number("v"), CsvText.text("t"));
        Checked<Table> table = load("v,t\n", "x,\u0001\n", 1_000_000_000, schema);
        assertTrue(table.value().isEmpty());
        assertEquals(
                List.of("too-many-problems"),
                CsvText.codes(table).stream()
                        .filter(code -> code.startsWith("too") || code.startsWith("more"))
                        .toList());
        assertEquals(1001, table.problems().size());
    }

    @Test
    void whereGoodRowsAreKeptTheRestOfTheMistakesIsCounted() {
        TableSchema schema = TableSchema.of("T", CsvText.number("v"), CsvText.text("t"));
        CsvTables.Format format = CsvTables.Format.declared().keepGoodRows();
        Checked<Table> table = CsvTables.of("f", () -> new Repeating("v,t\n", "x,a\n1,b\n", 5000), format)
                .load(schema);
        assertEquals(5000, table.value().orElseThrow().rows());
        assertEquals(5000, table.value().orElseThrow().rowsLeftOut());
        assertEquals("more-problems", table.problems().get(1001).code());
    }

    @Test
    void aStormOfQuotesTakesLinearTime() {
        TableSchema schema = TableSchema.of("T", CsvText.text("t"));
        String storm = "\"" + "\"\"".repeat(500_000) + "\"\n";
        Table table = load("t\n", storm, 3, schema).orElseThrow();
        assertEquals(500_000, CsvText.texts(table, "t").get(2).length());
    }

    /** Texts made to have one hash code. */
    @Test
    void textsThatCollideTakeNoLongerThanOthers() {
        StringBuilder file = new StringBuilder("t\n");
        int bits = 15;
        for (int i = 0; i < 1 << bits; i++) {
            for (int bit = 0; bit < bits; bit++) {
                file.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            file.append('\n');
        }
        Table table = CsvText.of(file.toString())
                .load(TableSchema.of("T", CsvText.text("t")))
                .orElseThrow();
        assertEquals(1 << bits, CsvText.texts(table, "t").stream().distinct().count());
    }
}
