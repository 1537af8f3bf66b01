package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong in the tool is one line, never a trace. */
class InternalErrorTest {
    static Stream<Throwable> faults() {
        return Stream.of(new IllegalStateException("secret"), new StackOverflowError(), new OutOfMemoryError("secret"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anyThrowableIsOneLineWithACode(Throwable fault) {
        InputStream failing = new InputStream() {
            @Override
            public int read() {
                if (fault instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) fault;
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Main.run(new String[] {"calc", "--jsonl", "--lang=en"}, failing, OutputStream.nullOutputStream(), err);
        String text = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, status);
        assertTrue(
                text.matches("internal error [0-9A-F]{8} \\(" + fault.getClass().getSimpleName() + "\\): .*\n"), text);
        assertFalse(text.contains("secret"), text);
    }
}
