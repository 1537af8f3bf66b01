package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither locale nor charset nor time zone of the JVM changes a byte of what is read, computed and written. */
class SurroundingsTest {
    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_MINUTES = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-9 -Duser.timezone=Europe/Istanbul                | tr-TR Europe/Istanbul
            -Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Duser.timezone=Africa/Cairo                  | ar-EG-u-nu-arab Africa/Cairo
            -Duser.language=th -Duser.country=TH -Duser.extensions=u-nu-thai -Dfile.encoding=TIS-620 -Duser.timezone=UTC   | th-TH-u-nu-thai UTC
            -Duser.language=zh -Duser.country=TW -Dfile.encoding=x-windows-950 -Duser.timezone=Asia/Taipei                 | zh-TW Asia/Taipei
            -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-16 -Duser.timezone=Pacific/Apia                       | en-US Pacific/Apia
            """)
    void everyByteIsTheSame(String options, String surroundings) throws Exception {
        Path file = folder.resolve("out.txt");
        Path console = folder.resolve("console.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cp", classPath(), Surroundings.class.getName(), ".", file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA") || name.startsWith("JDK_JAVA"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
        Process child = builder.start();
        if (!child.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
            child.destroyForcibly();
        }
        assertEquals(
                surroundings,
                Files.readString(console, StandardCharsets.US_ASCII).strip());
        assertEquals(0, child.waitFor());
        byte[] expected = Surroundings.everything(Path.of(".")).getBytes(StandardCharsets.UTF_8);
        assertTrue(expected.length > 100_000, () -> "too little to compare: " + expected.length);
        assertArrayEquals(expected, Files.readAllBytes(file), options);
    }

    /** Surefire may have put the real one aside and run from a jar that names it. */
    private static String classPath() {
        String real = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return real.isEmpty() ? String.join(File.pathSeparator, "target/test-classes", "target/classes") : real;
    }
}
