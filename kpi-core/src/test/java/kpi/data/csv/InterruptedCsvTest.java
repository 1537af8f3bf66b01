package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted while it reads leaves no table, and stays interrupted. */
class InterruptedCsvTest {
    private static final TableSchema SCHEMA = TableSchema.of("T", CsvText.number("v"));

    private static final String ROWS = "v\n" + "12345\n".repeat(100_000);

    /** Good rows are worth nothing either where nobody knows how many there are. */
    private static void assertNothing(Checked<Table> table) {
        assertTrue(Thread.interrupted());
        assertTrue(table.value().isEmpty());
        assertEquals("read-failed", table.problems().get(0).code());
    }

    @Test
    void inTheMiddleOfAStream() {
        byte[] bytes = ROWS.getBytes(StandardCharsets.UTF_8);
        CsvTables.Opener opener = () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                if (pos > bytes.length / 2) {
                    Thread.currentThread().interrupt();
                }
                return super.read(target, from, length);
            }
        };
        assertNothing(CsvTables.of("f", opener, CsvTables.Format.declared().keepGoodRows())
                .load(SCHEMA));
    }

    @Test
    void beforeAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), ROWS);
        Thread.currentThread().interrupt();
        assertNothing(CsvTables.of(file, CsvTables.Format.declared()).load(SCHEMA));
    }

    @Test
    void aFileIsClosedAllTheSame() {
        boolean[] closed = {false};
        CsvTables.Opener opener = () -> new InputStream() {
            @Override
            public int read() {
                Thread.currentThread().interrupt();
                return 'v';
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertNothing(CsvTables.of("f", opener, CsvTables.Format.declared()).load(SCHEMA));
        assertTrue(closed[0]);
    }
}
