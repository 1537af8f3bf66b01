package kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs as files that people read: {@code src/test/resources/<path>}. To accept new outputs, run the test
 * with {@code -Dkpi.accept=true} and review the difference.
 */
public final class GoldenFile {
    private GoldenFile() {}

    /** Compares a text with its file; the file has a line break at its end, the text need not. */
    public static void check(String path, String actual) {
        Path file = Path.of("src", "test", "resources").resolve(path);
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (Boolean.getBoolean("kpi.accept")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            String expected = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            assertEquals(expected, text, () -> path + " (accept with -Dkpi.accept=true)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
