package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hostile formulas, numbers, names and KPI sets, each asked in a JVM of its own with 256 MB of heap, in threads of 1 MB
 * and of 256 kB. The table it prints is the conformance report of the corpus.
 */
class HostileCorpusTest {
    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_MINUTES = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {256, 1024})
    void everyEntryIsAnsweredInAClassItLists(long stack) throws Exception {
        Path corpus = SharedCases.file("hostile/formulas.jsonl").getParent();
        Path out = folder.resolve("table.txt");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xss" + stack + "k",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        HostileRunner.class.getName(),
                        Long.toString(stack),
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!child.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
            child.destroyForcibly();
        }
        String table = Files.readString(out, StandardCharsets.UTF_8);
        System.out.println(table);
        assertTrue(table.contains("formulas") && table.contains("KPI sets"), table);
        assertEquals(
                List.of(), table.lines().filter(line -> line.startsWith("!")).toList());
        assertEquals(0, child.exitValue(), table);
    }

    /** Surefire may have put the real one aside and run from a jar that names it. */
    static String classPath() {
        String real = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return real.isEmpty() ? String.join(File.pathSeparator, "target/test-classes", "target/classes") : real;
    }
}
