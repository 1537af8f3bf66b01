package kpi.data.csv;

import static kpi.data.csv.CsvText.ACTUALS;
import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kpi.data.Table;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import org.junit.jupiter.api.Test;

/** Whatever fails while a file is read is a problem with its cause, and no table comes of half a file. */
class CsvFaultsTest {
    private static final byte[] FILE =
            "\uFEFF機關,實際值,目標值\r\n財政局,5.41,5.5\r\n\"主計\"\"處\",74.33,80\r\n".getBytes(StandardCharsets.UTF_8);

    /** Gives so many bytes, one or many at a time, then fails. */
    private static final class Failing extends InputStream {
        private final int good;
        private final int atOnce;
        private final RuntimeException unchecked;
        private int given;
        private boolean closed;

        Failing(int good, int atOnce, RuntimeException unchecked) {
            this.good = good;
            this.atOnce = atOnce;
            this.unchecked = unchecked;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = Math.min(Math.min(atOnce, length), good - given);
            if (count == 0) {
                if (unchecked != null) {
                    throw unchecked;
                }
                throw new IOException("the cable was pulled");
            }
            System.arraycopy(FILE, given, target, offset, count);
            given += count;
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void readingThatFailsAtAnyByteIsAProblemWithItsCause() {
        for (int good = 0; good <= FILE.length; good++) {
            for (int atOnce : new int[] {1, 7, 4096}) {
                for (CsvTables.Format format : List.of(DECLARED, DECLARED.keepGoodRows())) {
                    Failing stream = new Failing(good, atOnce, null);
                    Checked<Table> table =
                            CsvTables.of("f", () -> stream, format).load(ACTUALS);
                    assertTrue(table.value().isEmpty());
                    assertEquals(List.of("read-failed"), codes(table));
                    String message = table.problems().get(0).message(Language.EN);
                    assertEquals("Reading failed after " + good + " bytes: the cable was pulled.", message);
                    assertTrue(stream.closed);
                }
            }
        }
    }

    @Test
    void aStreamThatThrowsAnythingElseIsAProblemToo() {
        Failing stream = new Failing(20, 4096, new IllegalStateException());
        Checked<Table> table = CsvTables.of("f", () -> stream, DECLARED).load(ACTUALS);
        assertEquals(List.of("read-failed"), codes(table));
        assertTrue(table.problems().get(0).message(Language.EN).contains("IllegalStateException"));
        Checked<Table> unopened = CsvTables.of(
                        "f",
                        () -> {
                            throw new SecurityException("not for you");
                        },
                        DECLARED)
                .load(ACTUALS);
        assertEquals(List.of("read-failed"), codes(unopened));
        assertTrue(unopened.problems().get(0).message(Language.EN).contains("not for you"));
    }

    @Test
    void anErrorOfTheMachineIsNeverSwallowed() {
        InputStream exhausted = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("as if");
            }
        };
        assertThrows(
                OutOfMemoryError.class,
                () -> CsvTables.of("f", () -> exhausted, DECLARED).load(ACTUALS));
    }

    @Test
    void aFileCutAtAnyByteIsReadOrRefusedButNeverAsSomethingElse() {
        for (int length = 0; length < FILE.length; length++) {
            byte[] cut = Arrays.copyOf(FILE, length);
            Checked<Table> table = CsvTables.of("f", () -> new ByteArrayInputStream(cut), DECLARED)
                    .load(ACTUALS);
            table.value().ifPresent(read -> assertTrue(read.rows() <= 2));
            String decoded = new String(cut, StandardCharsets.UTF_8);
            if (decoded.contains("\uFFFD")) {
                assertEquals(List.of("undecodable"), codes(table));
            }
        }
    }

    @Test
    void aStreamThatGivesOneByteAtATimeIsReadTheSame() {
        Checked<Table> whole = CsvTables.of("f", () -> new ByteArrayInputStream(FILE), DECLARED)
                .load(ACTUALS);
        InputStream slow = new ByteArrayInputStream(FILE) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        Checked<Table> slowly = CsvTables.of("f", () -> slow, DECLARED).load(ACTUALS);
        assertEquals(CsvText.texts(whole.orElseThrow(), "機關"), CsvText.texts(slowly.orElseThrow(), "機關"));
    }

    @Test
    void aFileThatChangesItsCharsetWhileItIsReadIsRefused() {
        AtomicInteger opened = new AtomicInteger();
        byte[] big5 = "機關,實際值,目標值\n財政局,1,2\n".getBytes(Charset.forName("x-windows-950"));
        CsvTables.Opener opener = () -> new ByteArrayInputStream(opened.getAndIncrement() == 1 ? FILE : big5);
        Checked<Table> table = CsvTables.of("f", opener, DECLARED).load(ACTUALS);
        assertFalse(table.problems().isEmpty());
        assertTrue(table.value().isEmpty()
                || CsvText.texts(table.value().get(), "機關").contains("財政局"));
    }

    @Test
    void theProblemNamesTheFile() {
        Problem problem = CsvTables.of("資料/f.csv", () -> new Failing(3, 1, null), DECLARED)
                .load(ACTUALS)
                .problems()
                .get(0);
        assertEquals("資料/f.csv", problem.place().cell().orElseThrow().file());
    }
}
