package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files laid out in place, checked only, or passed through. */
class FmtCommandTest {
    private static final String MESSY = "kpi A {\nformula a/b*100   # share\nunit  %\n}";
    private static final String NEAT = "kpi A {\n  formula    a / b × 100  # share\n  unit       %\n}\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void filesAreLaidOutInPlace() throws IOException {
        Path messy = file("a.kpi", MESSY);
        Path neat = file("b.kpi", NEAT);
        Run run = Run.of("fmt", folder.toString());
        assertEquals(new Run(0, "已排版 " + messy + "\n已看 2 個檔案，其中 1 個需要調整。\n", ""), run);
        assertEquals(NEAT, text(messy));
        assertEquals(NEAT, text(neat));
        assertEquals(new Run(0, "已看 2 個檔案，其中 0 個需要調整。\n", ""), Run.of("fmt", folder.toString()));
    }

    @Test
    void checkingNamesWhatDiffersAndChangesNothing() throws IOException {
        Path messy = file("a.kpi", MESSY);
        Run run = Run.of("fmt", messy.toString(), "--check");
        assertEquals(new Run(1, "版面不一致：" + messy + "\n已看 1 個檔案，其中 1 個需要調整。\n", ""), run);
        assertEquals(MESSY, text(messy));
        assertEquals(0, Run.of("fmt", file("b.kpi", NEAT).toString(), "--check").status());
    }

    @Test
    void theExamplesAreLaidOut() {
        assertEquals(
                0,
                Run.of("fmt", "--check", "../group-h/group-h.kpi", "../indices").status());
    }

    @Test
    void theLanguageNamedIsAlsoThatOfTheKeywords() throws IOException {
        Path file = file("a.kpi", NEAT);
        assertEquals(0, Run.of("fmt", "--lang", "zh", file.toString()).status());
        assertEquals("指標 A {\n  公式       a / b × 100  # share\n  單位       %\n}\n", text(file));
        assertEquals(0, Run.of("fmt", "--lang", "en", file.toString()).status());
        assertEquals(NEAT, text(file));
    }

    @Test
    void aFileWithMistakesIsLeftAsItIs() throws IOException {
        Path broken = file("a.kpi", "kpi A {\nformula a +\n}");
        Path messy = file("b.kpi", MESSY);
        Run run = Run.of("fmt", folder.toString(), "--lang", "en");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("unexpected-end"), run.err());
        assertEquals("kpi A {\nformula a +\n}", text(broken));
        assertEquals(NEAT, text(messy));
    }

    @Test
    void standardInputGoesToStandardOutput() {
        assertEquals(new Run(0, NEAT, ""), Run.with(MESSY, "fmt", "-"));
        assertEquals(new Run(0, "", ""), Run.with(NEAT, "fmt", "-", "--check"));
        assertEquals(1, Run.with(MESSY, "fmt", "-", "--check").status());
        Run broken = Run.with("kpi {", "fmt", "-");
        assertEquals(1, broken.status());
        assertEquals("", broken.out());
        assertEquals(2, Run.of("fmt", "-", "a.kpi").status());
    }
}
