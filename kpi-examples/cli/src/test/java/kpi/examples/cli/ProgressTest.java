package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.data.csv.CsvTables;
import kpi.diagnostic.Language;
import org.junit.jupiter.api.Test;

/** While a file takes long, a terminal says so, and nothing else does. */
class ProgressTest {
    /** What stands on standard error while a file is read that does not end before the condition holds. */
    private static String whileReading(ByteArrayOutputStream err, boolean terminal, String until) {
        Console console =
                new Console(InputStream.nullInputStream(), new TextOut(OutputStreams.NONE), new TextOut(err), terminal);
        try (Progress progress = Progress.of(console, new Words(Language.EN))) {
            progress.now("progress.data");
            CsvTables.of("slow.csv", () -> new Slow(err, until), CsvTables.Format.declared())
                    .load(TableSchema.of("T", ColumnSchema.of("v", new ColumnType.TextType())));
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    private static final class OutputStreams {
        private static final java.io.OutputStream NONE = java.io.OutputStream.nullOutputStream();
    }

    /** Ends once something was written, or after two seconds where nothing should be. */
    private static final class Slow extends InputStream {
        private final ByteArrayOutputStream err;
        private final Optional<String> until;
        private int pauses;

        Slow(ByteArrayOutputStream err, String until) {
            this.err = err;
            this.until = Optional.of(until).filter(text -> !text.isEmpty());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            boolean isDone = until.map(
                            text -> err.toString(StandardCharsets.UTF_8).contains(text) || pauses > 300)
                    .orElse(pauses > 20);
            if (isDone) {
                return -1;
            }
            pauses++;
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            target[from] = 'v';
            return 1;
        }
    }

    @Test
    void aTerminalIsToldAndTheLineIsGoneAfterwards() {
        String reading = new Words(Language.EN).say("progress.data");
        String err = whileReading(new ByteArrayOutputStream(), true, reading);
        assertTrue(err.contains(reading), err);
        assertTrue(err.endsWith("\r\u001B[K"), err);
    }

    @Test
    void aPipeIsNot() {
        assertEquals("", whileReading(new ByteArrayOutputStream(), false, ""));
    }
}
