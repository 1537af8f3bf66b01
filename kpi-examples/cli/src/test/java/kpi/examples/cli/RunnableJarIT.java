package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar itself, in a JVM of its own whose locale knows no Chinese. */
class RunnableJarIT {
    private static final Path JAR = Path.of("target", "kpi.jar");

    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_SECONDS = 120;

    @TempDir
    private Path folder;

    @BeforeEach
    void theJarIsBuilt() {
        assertTrue(Files.isRegularFile(JAR), "package builds it, and verify comes after");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here to set a locale with");
    }

    private record Child(int status, String out, String err) {}

    /**
     * Runs a command line that a shell reads from a file, so that the bytes of the arguments do not depend on the locale
     * this test runs under.
     */
    private Child shell(String arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Path script = folder.resolve("run.sh");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                script,
                "exec '" + java + "' -jar '" + JAR.toAbsolutePath() + "' " + arguments + "\n",
                StandardCharsets.UTF_8);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA") || name.startsWith("JDK_JAVA"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
        Process process = builder.start();
        assertTrue(process.waitFor(HANG_SECONDS, TimeUnit.SECONDS), "it hangs");
        return new Child(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void aChineseFormulaIsComputed() throws Exception {
        assertEquals(
                new Child(0, "5.35 %\n", ""),
                shell("calc '〔債務還本數 (實際數)/稅課收入(預算數)〕*100%' '債務還本數(實際數)=66億元'"
                        + " '稅課收入(預算數)=123,376,890,000元' --unit % --places 2"));
    }

    @Test
    void linesAreReadAndWrittenAsUtf8() throws Exception {
        Files.writeString(
                folder.resolve("lines"), "{\"id\":\"甲\",\"formula\":\"數×2\",\"inputs\":{\"數\":\"1,180億元\"}}\n");
        assertEquals(
                new Child(
                        0,
                        "{\"id\":\"甲\",\"value\":\"236000000000\",\"unit\":\"元\",\"exact\":\"236000000000\",\"approximate\":false}\n",
                        ""),
                shell("calc --jsonl < lines"));
    }

    @Test
    void groupHIsTheSameAsUnderAnyLocale() throws Exception {
        Path groupH = GroupH.FOLDER.toAbsolutePath().normalize();
        Child child = shell("eval '" + groupH + "' --period 109");
        assertEquals(0, child.status(), child.err());
        assertEquals(Run.of("eval", GroupH.FOLDER.toString(), "--period", "109").out(), child.out());
    }

    /** The folder is made by the shell, because this JVM may be under a locale without Chinese, too. */
    @Test
    void filesWithChineseNamesAreOpenedAndNamed() throws Exception {
        Files.writeString(
                folder.resolve("make.sh"),
                List.of(
                                "mkdir 資料 && cd 資料",
                                "printf 'data 民調(票數: 票)\\nkpi A {\\n  formula sum(民調.票數)\\n  unit 票\\n}\\n' > 計分卡.kpi",
                                "printf '票數\\n2\\n3\\n' > 民調.csv")
                        .stream()
                        .collect(Collectors.joining("\n")),
                StandardCharsets.UTF_8);
        assertEquals(
                0,
                new ProcessBuilder("/bin/sh", "make.sh")
                        .directory(folder.toFile())
                        .start()
                        .waitFor());
        Child whole = shell("eval 資料 --period 109 --format csv");
        assertEquals(0, whole.status(), whole.err());
        assertTrue(whole.out().contains("\nA,A,,,,109,5,票,"), whole.out());
        assertEquals(whole, shell("eval 資料/計分卡.kpi --data 資料 --period 109 --format csv"));
        Child gone = shell("check 資料/沒有.kpi");
        assertEquals(1, gone.status());
        assertTrue(gone.out().contains("資料/沒有.kpi"), gone.out());
    }

    @Test
    void wrongUsageIsStatusTwo() throws Exception {
        Child child = shell("calc --錯");
        assertEquals(new Child(2, "", "沒有這個選項：--錯。\n用法請看：kpi calc --help\n"), child);
    }
}
